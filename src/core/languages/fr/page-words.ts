import type { PageWords } from '../page-words.ts';

export const pageWords: PageWords = {
  exact: {
    navigation:
      'accueil|menu|fermer|ouvrir|rechercher|recherche|ok|suivant|precedent|page suivante|page precedente|retour|haut de page|retour en haut|plan du site|aller au contenu|sommaire|voir plus|voir tout|en savoir plus|lire la suite|lire plus|prev next|en ce moment|la une|a la une|actualites|actualite|politique|economie|societe|sport|sports|culture|monde|international|diplomatie|rubriques|toutes les rubriques|dernieres nouvelles|edition|archives|une|videos|video|photos|galerie|multimedia|meteo|services|contact|contacts|francais|english|espanol|connexion s enregistrer|s enregistrer|connexion|deconnexion|mon compte',
    form: 'identifiant|mot de passe|maintenir la connexion active sur ce site|maintenir la connexion|se souvenir de moi|creer un compte|connexion a votre compte|nom|prenom|repetez le mot de passe|adresse e mail|adresse email|repetez l adresse e mail|email|e mail|captcha|envoyer|valider|annuler|mot de passe oublie|identifiant oublie|votre nom|votre e mail|votre email|votre adresse e mail|votre message|message|se connecter|s inscrire|s abonner|je m abonne|inscription|newsletter|valider le formulaire|soumettre|connectez vous|abonnez vous',
    rating: 'evaluer cet element|noter cet article|votes|vote|votez|votre note|note|etoiles',
    poll: 'sondage|voter|resultats|voir les resultats|total votes|total des votes',
    comment:
      'commentaires|commentaire|laissez un commentaire|laisser un commentaire|ajouter un commentaire|reagir|repondre|vos reactions|vos commentaires|poster un commentaire|commenter|soyez le premier a commenter|aucun commentaire|pas de commentaire|signaler un abus|les commentaires sont fermes|reactions|annuler la reponse|publier le commentaire',
    social:
      'partager|partagez|partager cet article|partager sur facebook|partager sur twitter|facebook|twitter|x|linkedin|whatsapp|telegram|pinterest|instagram|youtube|tiktok|messenger|email|e mail|imprimer|envoyer|copier le lien|envoyer par mail|partages|suivez nous|suivez nous sur|tweeter|rss|google news|flipboard|reddit|print|copy link',
    related:
      'lire aussi|a lire aussi|a lire|a lire egalement|lire egalement|voir aussi|sur le meme sujet|dans la meme rubrique|articles similaires|articles lies|articles connexes|articles recents|article precedent|article suivant|a ne pas manquer|les plus lus|les plus lues|plus lus|derniers articles|dernieres actualites|dernieres infos|dernieres depeches|recommande pour vous|vous aimerez aussi|vous pourriez aussi aimer|d autres articles|autres articles|plus d articles|plus d infos|a decouvrir|tendances|les plus populaires|populaire|articles associes|sur le meme theme|nos derniers articles|dans la meme categorie|actualites liees|plus populaires',
    advert: 'publicite|annonce|annonces|sponsorise|contenu sponsorise|partenaire|publireportage',
    video: 'videos|video',
    tags: 'mots cles|tags|etiquettes|themes',
    legal:
      'mentions legales|conditions generales|conditions d utilisation|politique de confidentialite|tous droits reserves|qui sommes nous|a propos|cookies|gerer les cookies|accepter|tout accepter|refuser|parametrer|droits de reproduction',
    notice: 'merci d avoir signale|signaler|signaler cette image',
    headline: '',
  },
  starts: {
    form: 'pour valider ce formulaire|vous devez remplir|veuillez remplir|veuillez saisir|inscrivez vous a|abonnez vous a|recevez notre|recevez la newsletter|recevez chaque|entrez votre adresse|entrez votre email|votre adresse e mail ne sera|votre adresse de messagerie|les champs obligatoires|connectez vous pour|identifiez vous',
    comment:
      'laisser un commentaire|vous devez etre connecte|vous devez etre enregistre|vous devez vous connecter|connectez vous pour commenter|soyez le premier|commentaires de|si vous n avez pas de compte|rejoignez la communaute|rejoindre la conversation',
    notice:
      'cette image sera automatiquement|cette photo sera automatiquement|cette image sera bloquee|cette image sera masquee|cette image sera retiree|cette photo sera bloquee|cette photo sera masquee|cette photo sera retiree|l image sera bloquee|l image sera masquee|l image sera retiree|la photo sera bloquee|la photo sera masquee|la photo sera retiree|merci d avoir signale|merci de votre signalement|merci pour votre signalement|votre signalement',
    related:
      'lire aussi|a lire aussi|lire egalement|a lire egalement|voir aussi|a voir aussi|lire la suite de|notre dossier|retrouvez toute l actualite|retrouvez toutes les|a ecouter aussi|article connexe|vous pouvez lire aussi',
    'source-link':
      'cliquez ici pour lire l article|lire l article original|lire l article sur|voir l article original|lire l article depuis sa source|source originale|lien vers l article',
    social:
      'suivez nous sur|rejoignez nous sur|suivez toute l actualite|suivez l actualite|retrouvez nous sur|abonnez vous a notre chaine|rejoignez notre chaine|partager sur|cliquez pour partager|telechargez notre application|telecharger l application',
    legal:
      'tous droits reserves|copyright|droits de reproduction|ce site utilise|nous utilisons des cookies|en poursuivant votre navigation|la reproduction|toute reproduction',
    poll: 'total votes|total des votes|nombre de votes|votez',
    advert: 'publicite',
  },
  contains: {
    comment: 'commentaires fermes|laissez un commentaire',
    form: 'champs obligatoires|mot de passe oublie',
    legal: 'tous droits reserves|politique de confidentialite',
  },
  publishedIn: 'publie dans|paru dans|publie sur|publie par',
  publishedOn:
    'publie le|publie|mis en ligne le|paru le|poste le|le|date de publication|cree le|redige le|par la redaction le',
  modifiedOn:
    'modifie le|mis a jour le|mise a jour le|mise a jour|mis a jour|actualise le|article modifie le|derniere mise a jour|derniere modification',
  otherDay:
    'date de sortie|sortie le|sortie|date de debut|date de fin|date limite|expire le|valable jusqu au|jusqu au|ne le|nee le|date de naissance|inscrit le|inscrit depuis|membre depuis|depuis le|depuis|consulte le|a partir du',
  by: 'par|de notre envoye special|de notre correspondant|propos recueillis par|ecrit par|redige par|publie par|auteur|realise par|edite par|traduit par|avec',
  jobs: 'redacteur|redactrice|journaliste|correspondant|correspondante|envoye|envoyee|chef|directeur|directrice|chroniqueur|chroniqueuse|editorialiste|reporter|stagiaire|photographe|auteur|autrice|pigiste|professeur|president|presidente|redacteurs|responsable',
  newsrooms:
    'redaction|la redaction|la redac|equipe|l equipe|administrateur|admin|anonyme|invite|service|agences|agence|communique|communique de presse|rédaction web|redaction web|notre correspondant|de notre correspondant',
  source: 'source|sources',
  withAgency: 'avec|avec l|avec la|et',
  agencies: 'agences|agence|avec agences|et agences',
  photo: 'photo|photos|credit|credits|credit photo|crédit photo|ph|image|illustration|copyright|dr',
  photoBy: 'copyright|photo de|photo par|photo d|photographie de|image de|cliche de|photo',
  live: 'en direct|direct|le direct|minute par minute|suivez en direct',
  gallery: 'diaporama|en images|en photos|galerie photos|portfolio|les photos|album photo',
  missing:
    'page introuvable|page non trouvee|erreur 404|cette page n existe pas|contenu introuvable|article introuvable|acces refuse|page indisponible',
  cues: {
    asks: 'newsletter newsletters abonnez abonne abonnes abonnement abonnements inscrivez inscrire inscription suivez cliquez telechargez application connectez connexion partager partagez ecoutez podcast alertes facebook twitter whatsapp telegram instagram youtube recevez soutenez don dons adherez offre offres profitez',
    legal:
      'droits reserves cookies cookie confidentialite publicite publicites annonceurs sponsorise partenaires partenaire mentions legales conditions reproduction interdite autorisation moderation moderes charte consentement navigateur javascript copyright donnees',
    about:
      'auteur autrice journaliste journalistes redaction redacteur redactrice correspondant correspondante envoye chroniqueur contact contactez biographie collaboration signaler note correction publie initialement',
  },
};
