import { listOf, type PressWords } from './press-words.ts';

export const french: PressWords = {
  language: 'fr',
  firstNames: listOf(
    'Adèle Basile Céline Denis Élise Fabrice Gaëlle Hervé Inès Joël Léa Maxime Noémie Octave Pauline Rémi Sabine Théo Valérie Yves',
  ),
  nameStarts: listOf('Bar Cha Dau Fau Gar Hau Lau Mar Nau Per Rou Sau Tau Ver Vau Bel Mon Per Tour Cler'),
  nameEnds: listOf(
    'bert court denet fontin geaud lier mont nault pierre quin rand sier teau val ville zac dier goux ly bois',
  ),
  cities: listOf(
    'Argenteau,Beauvoir,Clairmont,Douzeval,Estrelle,Fontbrune,Grandrive,Hautepierre,Lormeuil,Malval,Neuport,Orgelet',
    ',',
  ),
  topics: listOf(
    "la lutte contre la contrebande,la formation des agents de police,le contrôle des flottes de pêche,l'approvisionnement en eau potable,le renouvellement du matériel des hôpitaux,l'enseignement des langues,l'ouverture d'une liaison ferroviaire,la protection des zones humides,l'échange de données douanières,le secours aux migrants en mer,le prix du blé,la réfection de la route côtière,la reconnaissance des permis de conduire,la sûreté des ponts,le commerce des phosphates,la vaccination du bétail",
    ',',
  ),
  bodies: listOf(
    "l'office du port,le syndicat des agriculteurs,le tribunal régional,la banque nationale,le conseil des étudiants,le régulateur de l'énergie,la cour des comptes,l'autorité portuaire",
    ',',
  ),
  weekdays: listOf('lundi mardi mercredi jeudi vendredi samedi dimanche'),
  months: listOf('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  date: '{day} {month}',
  headlines: [
    '{person} s’exprime sur {topic}',
    'À {city}, du nouveau sur {topic}',
    '{city} : {topic} de retour sur la table',
    'Ce que {person} veut pour {city}',
  ],
  news: [
    'Le conseil de {city} a adopté {weekday}, par {n} voix contre {m}, un plan qui place {topic} avant toutes les autres tâches de l’année.',
    '{person}, à la tête de {body}, a déclaré que cet argent irait à {topic} et à rien d’autre.',
    'Près de {n} habitants de {city} avaient signé une pétition contre le projet depuis le début du mois de {month}.',
    'D’après les chiffres publiés par {body}, les dépenses pour {topic} ont augmenté de {m} % en deux ans.',
    'L’opposition, menée par {person}, a jugé le vote précipité et réclame une enquête de {body}.',
    'Les travaux doivent commencer en {month} entre {city} et {city2} et durer {m} mois.',
    '« Nous ne pouvons pas attendre un hiver de plus », a lancé {person} devant la mairie de {city}.',
    'Les ingénieurs avaient averti l’an dernier que {m} des {n} ouvrages proches de {city2} n’étaient plus sûrs.',
    'Une première tentative pour régler {topic} avait échoué quand {body} avait retiré son soutien.',
    '{person} avait quitté {body} en {month} après une querelle sur le coût, estimé à {n} millions.',
    'Les commerçants du marché de {city2} craignent de perdre leurs clients pendant {m} semaines.',
    'L’État prendra en charge {m} % de la dépense et le reste reviendra à {city}.',
    'Une décision de {body} sur le recours est attendue avant la fin du mois de {month}.',
    'Dans la ville voisine de {city2}, un dispositif comparable a créé {n} emplois, pour des jeunes surtout.',
    'Enseignants et parents ont défilé {weekday} dans {city} avec des pancartes « pas sans nous ».',
    '{body} avait publié sur {topic} un rapport de {n} pages que peu de gens ont lu.',
    'De fortes pluies ont retardé l’inspection, que {person} veut désormais conduire en personne.',
    'Le dernier examen remonte à {m} ans et avait été confié à un cabinet de {city2}.',
    'Deux conducteurs ont été légèrement blessés à {city2} quand un camion chargé de {n} caisses s’est renversé.',
    'Pour {person}, la question est tranchée : {topic} a été trop souvent promis pour être remis encore.',
    'Les assureurs ont refusé d’indemniser {m} des maisons abîmées le long de la rivière.',
    'Des visiteurs venus de {country} ont demandé à {body} de partager ses leçons sur {topic}.',
    'Le maire de {city2} n’est pas venu à la cérémonie et s’est fait représenter par {person}.',
    'Personne à {body} ne pouvait dire {weekday} où étaient passés les {n} milliers manquants.',
  ],
  things: listOf(
    'le vieux phare,le quai nord,un capitaine à la retraite,le bac du soir,les salines,une pompe cassée,l’orchestre de l’école,la nouvelle boulangerie,l’échelle de crue,un chargement perdu,les archives de la ville,le marché d’hiver,la verrerie,une grue rouillée,le médecin du village,les gardiens du verger,les chauffeurs de car,un brouillard épais,le pont de pierre,les gardiens du musée,les contrôleurs du fisc,une crue soudaine,la chorale,la foire aux bestiaux,la station météo,une péniche en bois,les infirmières de nuit,la carrière,la caisse de retraite,le patron du cinéma',
    ',',
  ),
  actions: listOf(
    'avait remplacé,faisait attendre,payait pour,a surpris,dominera bientôt,n’attend plus,a photographié,avait précédé,accusait,servait à,a sauvé,pourrait ruiner,mesurait,accueillait,avait vendu,a refoulé,empruntait,rappelle encore,a réparé,abandonnait',
    ',',
  ),
  ties: listOf(
    'tandis que,parce que,bien avant que,alors que,pendant que,comme,depuis que,là où,après que,lorsque',
    ',',
  ),
  communiques: [
    [
      'Le ministre de l’Intérieur, {host}, a reçu {weekday} {date}, au siège du ministère, son homologue {demonym}, {guest}, en visite de travail à la tête d’une importante délégation.',
      'Les deux ministres se sont félicités de l’excellence des relations qui unissent les deux pays et ont réaffirmé leur volonté commune de renforcer la coordination de leurs services dans tous les domaines.',
      'Les entretiens ont porté notamment sur {topic} et sur {topic2}.',
      'Ils sont convenus d’intensifier l’échange d’informations et de réunir la commission mixte avant la fin de l’année, dans l’esprit de confiance qui a toujours marqué leur coopération.',
      'La rencontre s’est tenue en présence de hauts responsables des deux ministères et des ambassadeurs des deux pays.',
    ],
    [
      'Le ministre des Affaires étrangères, {host}, s’est entretenu {weekday} {date} à {city} avec le ministre {demonym} des Affaires étrangères, {guest}.',
      'Selon un communiqué du ministère, cette rencontre a été l’occasion de faire le point sur les relations bilatérales et d’examiner les moyens de leur donner un nouvel élan.',
      'Les deux parties ont également échangé leurs vues sur les questions régionales et internationales d’intérêt commun et constaté la proximité de leurs positions.',
      'Une attention particulière a été accordée à {topic}, qui fera l’objet d’un mémorandum à la prochaine session.',
      '{guest} a remercié les autorités de l’accueil réservé à la délégation et invité le ministre à se rendre dans son pays.',
    ],
  ],
  ledes: [
    'En visite {weekday}, {guest} ({country}) a parlé avec {host} de plusieurs dossiers.',
    'Visite de {guest} : {host} et le responsable {demonym} ont évoqué {topic}.',
  ],
  fillers: listOf('aussi notamment cependant toutefois encore largement ainsi ensuite'),
};
