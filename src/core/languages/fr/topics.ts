import type { TopicLexicon } from '../record-lexicons.ts';
import { topicTerms } from '../topic-terms.ts';
import { wordList } from '../word-list.ts';

export const topics: TopicLexicon = {
  terms: topicTerms({
    counterterrorism: [
      `terroris*, antiterroris*, contreterroris*, djihad*, jihad*, combattants ..1 etrangers, deradicalis*, contre - terroris*, financement du terrorisme`,
      `radicalis*, extremis*, insurg*, daech, etat islamique`,
    ],
    migration: [
      `
        migrat*, migrant*, immigr*, readmission*, mineurs non accompagnes, sans papiers,
        laissez ..1 passer ..1 consulaire*, retours forces, demandeurs ..1 asile
      `,
      `expulsion*, clandestin*, refugie*, asile, visas, reconduites`,
    ],
    organised_crime: [
      `
        (crime|crimes|criminalite|delinquance) ..2 organise*, (crime|crimes|criminalite) ..2 transfrontali*,
        (crime|crimes|criminalite) ..2 transnational*, reseaux ..2 criminels, grand banditisme, blanchiment,
        cybercrim*, mafia*, organisations criminelles, criminalite ..2 financiere, trafic* ..1 armes, lutte contre ..2 (crime|crimes|criminalite)
      `,
      `criminalite, activites criminelles, gangs`,
    ],
    trafficking: [
      `
        trafic*, narcotrafic*, stupefiant*, drogue*, traite des (etres|personnes|enfants|femmes|mineurs), traite ..1 humains,
        contrebande, reseaux de passeurs
      `,
      `passeurs, trafiquants, cannabis, cocaine`,
    ],
    border: [`frontier*, frontali*, postes frontali*, garde* - (cotes|frontieres)`, ``],
    civil_protection: [
      `
        protection civile, securite civile, catastrophes, feux ..1 foret*, incendies, secours aux,
        gestion des (crises|risques), reponse aux urgences, recherche et ..1 sauvetage, sapeurs - pompiers
      `,
      `seisme*, inondation*, pompiers, risques naturels, secheresse, cyclone*, secours, ouragan*`,
    ],
    defence: [
      `
        defense, militaire*, armement*, cessez ..1 feu, cesser ..1 feu, forces armees, exercices conjoints,
        cooperation navale, drones, missile*, maintien de la paix, manoeuvres, armes ..4 taire, taire les armes, desarmement
      `,
      `armee*, armes, naval*, troupes, groupes armes, rebelles, guerre, hostilites, processus ..2 paix`,
    ],
    trade: [
      `
        commerc*, economi*, investiss*, tourism*, touristi*, peche*, halieuti*, aquacol*, aquacult*, logisti*, agroalimentaire*, libre echange, echanges commerciaux, agricol*,
        agriculture, partenariat economique, liaisons (aeriennes|maritimes), infrastructure*,
        affaires economiques
      `,
      `
        echanges, industri*, transport*, entreprises, hommes ..1 affaires, douan*, finances, financi*, ports,
        croissance, secteur prive, export*, import*, fiscal*, bancaire*, banques, ferroviaire*, aeriens, marche
      `,
    ],
    energy: [
      `energ*, gaz, gazoduc*, petrol*, electri*, hydrogen*, hydrocarbures, renouvelable*, uranium, gnl, petrochimi*`,
      `mines, miniers, nucleaire`,
    ],
    culture: [
      `
        culture, culturel*, culturelle*, enseignement*, education, universit*, patrimoine, bourses,
        affaires religieuses, imams, francophon*, audiovisuel*, archeolog*, cinema*, artisti*
      `,
      `
        etudiants, jeunesse, sport*, sportif*, langue, recherche scientifique, formation professionnelle,
        jumelage
      `,
    ],
    diplomacy: [
      `
        questions ..3 internationales, questions regionales, scene ..3 internationale, situation regionale, processus politique, processus ..2 paix, paix durable, nations unies, multilatera*, consultations politiques, concertation politique, normalis*, integration regionale, retablir ..3 relations, conflit*, mediation, actualite internationale, cessez ..1 feu, cesser ..1 feu, retablir ..5 relations, paix
      `,
      `
        dialogue politique, sahara, sahel, gaza, palestin*, ukrain*, libye, moyen orient, proche orient, syrie, tensions, crise, onu, union africaine, rapprochement, dialogue
      `,
    ],
    ties: [
      `
        relations bilaterales, relations ..2 entre, relations diplomatiques, liens bilateraux, diplomat*, partenariat strategique
      `,
      `relations, partenariat, amitie, liens, cooperation bilaterale, collaboration bilaterale, rapports bilateraux`,
    ],
    other: [
      `
        environnement*, climat*, sante, sanitaire*, medica*, hospital*, pandemi*, agence spatiale, cooperation spatiale, aerospatial*, securite alimentaire, droits ..2 homme, ressources hydriques, entraide judiciaire,
        cooperation judiciaire, extradition*, justice, numerique*, intelligence artificielle, cybersecurite,
        aide humanitaire, humanitaire*, cop27, cop28, cop29, cop30, amazon*
      `,
      `eau, vaccin*, science*, technologi*, innovation, affaires sociales, medicaments, habitat, urbanisme, emploi, spatial*`,
    ],
    security: [
      `
        cooperation ..2 securitaire*, domaine* ..1 securit*, cooperation ..3 securite, renseignement*,
        espace de securite
      `,
      `securit*, police*, echange* ..3 informations`,
    ],
  }),
  names: wordList(`
    chef* de la diplomatie, chef ..1 diplomatie, conseil ..1 securite, conseil ..2 paix et de securite,
    conseil ..3 defense, organisation des nations unies, assemblee generale ..3 nations unies, envoye personnel,
    union europeenne, communaute economique, forum economique ..1, chambre* de commerce, services de securite,
    forces de securite, direction generale ..3 (surete|securite) ..2, conference des nations unies,
    sources diplomatiques, source diplomatique, relations exterieures, fete nationale, haut commissariat,
    guerre froide, ex ..1 militaire, attache militaire, relations publiques, conseiller diplomatique,
    carriere diplomatique, visa*  d ..1 or, coupe ..2 monde, jeux olympiques,
    defense (de|des|du) ..1 (democratie|droits|interets|souverainete|libertes|multilateralisme|valeurs)
  `),
  officeHeads: wordList(`
    ministre*, ministere*, secretaire*, vice - ministre*, sous - secretaire*, portefeuille, titulaire,
    departement, commissaire
  `),
  genitives: ['de', 'du', 'des', "d'", 'charge*', 'aupres', 'a'],
  officeJoins: ['la', 'le', 'les', "l'", 'et', 'en', 'au', 'aux'],
  portfolios: wordList(`
    interieur, affaires, etrangeres, cooperation, exterieur, exterieure, etat, republique, gouvernement, defense,
    nationale, armees, commerce, economie, finances, energie, mines, culture, peche*, maritime*, transport*,
    industrie, education, superieur, tourisme, agriculture, sante, environnement, investissement*, justice,
    sports, sport, jeunesse, immigration, frontieres, migration*, securite, numerique, enseignement, equipement,
    eau, eaux, habitat, urbanisme, diaspora, recherche, innovation, transition, energetique, ecologique,
    developpement, durable, rural, artisanat, emploi, communication, outre - mer, publique, civile, forets,
    collectivites, territoire*, climat, petrole, gaz, hydraulique, islamiques, religieuses, solidarite,
    souverainete, africaine, marocains, residant, etranger
  `),
  discussion: wordList(`
    lutte contre, lutter contre, (a|ont) ..1 (demande|plaide|propose|suggere|sollicite), entente, cooperation,
    (ont|a) ..3 (examine|aborde|evoque|discute|traite|debattu|echange|passe en revue|convenu|souligne|insiste|parle|decide|fait le point),
    (s' est|se sont) ..2 (entretenu*|concert*|penche*|accord*), (porte|porta|portait|porteront|portant) ..2 sur,
    (porte|axe*|centre*|consacre*|dedie*) ..1 (sur|a), consacree*, au (coeur|centre|menu) ..1, au programme,
    ordre du jour, a l agenda, (sujets|questions|dossiers|themes) ..3 (abord*|evoqu*|examin*|trait*),
    (occasion|opportunite) ..2 (aborder|examiner|discuter|echanger|evoquer|passer|insister), passer en revue,
    passe en revue, examiner, aborder, discuter, evoquer, a ete question, il est question, on y parle,
    seront abord*, conviennent, convenir, ont convenu, sont convenus, entretiens ..2 sur,
    cooperation ..3 dans le* domaine*, cooperation en matiere, renforc* ..3 cooperation, les moyens de,
    moyens a meme, visant a, discut*, abord*, evoqu*
  `),
  background: wordList(`
    honneurs, hymne*, garde ..2 honneur, pour rappel, il est a rappeler, rappelons, il y a lieu de rappeler,
    s etaient, s etait, avait ete, avaient, a noter que, par ailleurs ..3 ministere, selon les chiffres, accuse*,
    reproche*
  `),
  praise: [
    '(a|ont) ..2 (salue|loue|remercie|felicite|rappele|mis en exergue|exprime sa gratitude|rendu hommage)',
    "s' est ..1 felicite",
    'se sont ..2 felicit*',
    'efforts (consentis|deployes)',
    'rappelle',
    'hommage',
  ],
};
