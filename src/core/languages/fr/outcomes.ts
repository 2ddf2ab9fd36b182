import { agreedVerbs, instruments, numbers, type OutcomeVerbTable, outcomeVerbs } from '../outcome-terms.ts';
import type { OutcomeLexicon } from '../record-lexicons.ts';
import { wordList } from '../word-list.ts';

const AGREED: readonly string[] = wordList(`
    accord ..1 (trouve|conclu|scelle) (sur|pour), ont ..2 donne ..1 parole, (ont|est|sont) ..2 acte*, a acte,
    (ont|a) ..2 enterine, ont ..2 donne ..2 feu vert, trouve* ..1 terrain d' entente, ont ..2 trouve ..2 accord,
    ont fixe, ont ..2 jete les bases, ont ..2 pose les bases, s' accordent, tombent d' accord,
    se sont mis ..1 d' accord, (un|l') accord ..2 (a ete|est) ..1 (trouve|conclu|scelle),
    et (decide|convenu|promis) (de|que), et (decide|convenu|promis) (d'|qu'), acceptent,
    ont ..3 accepte (de|le|la|les|un|une), sont tombes ..2 accord, se sont ..2 entendu*, s' entendent (sur|pour),
    ont ..2 resolu de, ont ..2 (scelle|noue) ..3 (partenariat|alliance), se sont prononces pour,
    ont ..2 opte pour, se sont ..2 dits d' accord, (ont|a|ayant) ..3 convenu, (sont|est|etant) ..3 convenu*,
    conviennent, et convenir, pour convenir, de convenir, convenant, s' accordent (sur|pour|a),
    se sont ..2 accord*, se sont mis* ..1 accord, tomb* d' accord, se mettent d' accord, (ont|a) ..3 decide,
    decident, (ont|a) ..3 arrete (les|une|un), ont pris la decision, s' engagent, se sont ..2 engag*, (ont|a) ..2 resolu de,
    (ont|avoir) promis, promettent, sont parvenus a, a ..2 ete ..1 convenu, a ..2 ete ..1 decide (de|que),
    a ..2 ete ..1 decide d', scellent, d' un commun accord
  `);

const table: OutcomeVerbTable = {
  agreed: { commitment: AGREED },
  agreedSelf: [
    'un accord (pour|afin) (de)? (ouvrir|rouvrir|creer|reprendre|relancer|renforcer|mettre|lancer|etablir|instituer|organiser|tenir|faciliter|poursuivre|cesser|retirer|echanger|cooperer)',
    'ont ..3 (reaffirme|reitere|renouvele|confirme|exprime) ..6 cessez - le - feu',
  ],
  agreedWish: [
    '(jugent|estiment|veulent|souhaitent|ont juge|ont estime|ont souhaite|ont voulu) ..6 (poursuivre|continuer|prolonger|poursuite|continuation) ..3 (discussions|pourparlers|dialogue|negociations|conversations)',
    '(veulent|souhaitent|ont voulu|ont souhaite) que ..8 (poursuivent|prolongent|continuent) ..3 (discussions|pourparlers|negociations|conversations)',
    '(veulent|souhaitent|ont voulu|ont souhaite) que ..3 (discussions|pourparlers|negociations|conversations|dialogue) ..6 (poursuivent|poursuive|prolongent|continuent|continue)',
  ],
  agreedBefore: [
    '(a|ont) ete ..1 (decidee|decidees|decides|actee|actees|actes|convenue|convenues|convenus)',
    '(ont|sont) - (ils|elles) ..1 (convenu*|decide)',
    "comme (en sont convenus|l'ont decide|convenu entre)",
  ],
  signedAfter: wordList(`
    (mis|appose|inscrit|couche) ..2 (nom|noms|signature|signatures),
    (ont|a) ..3 (ratifie|echange les instruments), debouche sur la signature, debouch* sur, accouche de,
    s' est ..2 (acheve|conclu|termine) ..2 (signature|par), et (signe|paraphe|cosigne),
    ont ..2 mis ..2 (signature*|paraphe*), (ont|a|ayant) ..3 (signe|paraphe|scelle|cosigne|conclu),
    (signent|paraphent|scellent|concluent), signe, signature, proced* a la signature, annonc* ..1 avoir (signe|paraphe|conclu|scelle), ont appose ..2 signature*,
    (ont|a) ..2 apporte ..2 signature*, paraphe
  `),
  signedBefore: wordList(`
    (est|sont|etaient) ..1 (paraphe*|scelle*), (ont|a) ..1 ete ..1 (entre|echange*),
    (portent|porte) ..2 signature*, est sorti*, sont sortis, sign* par (le|la|les|mm|m|son|sa), paraph* par,
    ont ..1 ete ..2 paraph*, porte* ..2 signature*,
    (a|ont) ete ..2 (sign*|paraph*|conclu|conclus|conclues|scelle*),
    (est|sont) ..1 (signe|signes|signees|signee), sign* ..2 (par les deux|entre les deux)
  `),
  createdAfter: wordList(`
    (mettront|creeront|etabliront|lanceront|institueront|constitueront) (sur pied|en place)?,
    (mettra|mettront) (sur pied|en place),
    et de (creer|instituer|instaurer|lancer|mettre en place|mettre sur pied|constituer),
    et d' (instituer|etablir|instaurer), (ont|a) ..3 (fonde|forme|monte|constitue|inaugure), naissance,
    donnent naissance, (voit|verra|voient) le jour, se dotent, annonc*,
    (ont|a) ..3 (cree|institue|mis en place|mis sur pied|instaure|lance), creation, mise en place, mise sur pied,
    instauration, constitution, mettent en place, creent, lancent, lancement
  `),
  createdBefore: [
    '(sera|seront) ..1 (sur pied|en place)',
    '(a|ont) ete ..2 (cree*|institue*|instaure*|lance*)',
    '(sera|seront) ..1 (cree*|mis* en place|institue*)',
    'verra le jour',
  ],
  relaunchedAfter: [
    'reprise',
    '(reprennent|reprend|ont repris) ..1 (leur|leurs|la|les)',
    'relance',
    '(ont|a) ..3 (relance|reactive|redynamise)',
    '(ont|a) ..2 repris la cooperation',
    'relancent',
    'reactivent',
  ],
  relaunchedBefore: ['(a|ont) ete ..2 (relance*|reactive*)'],
  invitedAfter: [
    '(invite|convie) ..3 (a|en)',
    'a ..2 prie ..4 de venir',
    '(a|ont) ..2 accepte ..2 invitation',
    'a ..2 transmis ..2 invitation',
    '(a|ont) ..2 (invite|convie)',
    'a ..2 adresse ..2 invitation',
    'a ..2 remis ..2 invitation',
    'a lance ..2 invitation',
  ],
  announcedAfter: wordList(`
    a ..2 fait savoir ..1 que, a ..2 revele ..1 que, (devoile|devoilent|a devoile|ont devoile),
    mettra ..2 a ..1 disposition,
    a ..2 (fait part|fait etat) ..1 (de la decision|de sa decision|de son intention), s' est ..1 dit ..1 pret a,
    a propose de, (a|ont) ..2 annonce, annoncent
  `),
  announcedSelf: [
    '(prochaine|prochain) ..4 (se tiendra|aura lieu|est prevu*)',
    '(se tiendra|aura lieu) ..4 (prochaine|prochain)',
    '(se reuniront|se retrouveront|se reverront)',
  ],
  roadmapAfter: [
    '(ont|a) ..3 (adopte|elabore|trace|arrete|etabli|valide|defini) ..2 feuille de route',
    'adoptent ..2 feuille de route',
  ],
};

export const outcomes: OutcomeLexicon = {
  verbs: [
    ...outcomeVerbs(table),
    ...agreedVerbs('intent', [
      'ont ..2 exprime ..2 (volonte|intention) commune',
      'ont ..3 approuve',
      'ont ..3 adopte',
      'ont ..3 valide',
    ]),
  ],
  instruments: instruments({
    mou: ["memorand* ..1 d' entente", 'memorand* ..1 entente', 'memorand*', "protocole* d' entente", 'mou'],
    declaration_of_intent: ["declaration* ..2 d' intention*", "declaration* d' intention* conjointe*"],
    joint_declaration: ['declaration* (commune*|conjointe*|finale*)', 'declaration*'],
    letter_of_intent: ["lettre* d' intention*"],
    framework_agreement: ['accord* - cadre*', 'accord* cadre*'],
    protocol: ["protocole* d' accord*", 'protocole*', 'avenant*'],
    convention: ['convention*'],
    minutes: ['proces - verb*', 'proces verb*', 'pv'],
    roadmap: ['feuille* de route'],
    programme: ['programme* (executif*|de cooperation|de travail)', 'programme* executif*'],
    action_plan: ["plan* d' action*"],
    joint_communique: ['communique* (conjoint*|final*|commun*)'],
    treaty: ['traite', 'traites'],
    contract: ['contrat', 'contrats'],
    twinning: ['jumelage*', 'jumelages'],
    agreement: ['accord', 'accords', 'arrangement*', 'instrument* juridique*', 'instrument*', 'entente'],
    text: ['texte', 'textes', 'document', 'documents'],
  }),
  creation: [
    '(creer|etablir|instituer|instaurer|lancer|mettre ..1 place|mettre sur pied|constituer|former) ..3 (groupe*|commission*|comite*|mecanisme*|conseil*|equipe*|cellule*|centre*|plateforme*|fonds|reseau*|ligne*|task)',
    '(creation|mise ..1 place|mise sur pied|etablissement|instauration|constitution|lancement) ..3 (groupe*|commission*|comite*|mecanisme*|conseil*|equipe*|cellule*|centre*|plateforme*|fonds|reseau*|ligne*|task)',
    '(groupe*|commission*|comite*|mecanisme*|conseil*|equipe*|cellule*|centre*) ..4 (sera cree*|seront cree*|verra le jour)',
  ],
  relaunch: [
    'relancer',
    'reactiver',
    'redynamiser',
    'relance (de|du|des)',
    'reactivation',
    'reprendre ..2 (cooperation|travaux|reunions)',
    'reprise ..2 (cooperation|travaux|reunions)',
  ],
  visit: ['visite*', 'a se rendre', 'visiter', 'effectuer', 'voyage'],
  bodies: wordList(`
    groupe*, commission*, comite*, mecanisme*, conseil, equipe*, cellule*, centre*, plateforme*, fonds, reseau*,
    ligne*, task, partenariat, dialogue, forum
  `),
  shared: wordList(`
    cooperation, collaboration, dialogue, relations, echanges, contacts, travaux, negociations, pourparlers,
    vols, liaisons, consultations, partenariat, readmissions
  `),
  conjunctions: wordList(`
    et, ou, ainsi que, et de, et d', la, le, les, des, est, sont, ont, a, de, du, d', l', en, au, aux, pour,
    avec, par, sur, dans, entre, qui, que, qu', dont, un, une, apres
  `),
  setbacks: wordList(`
    report, ajournement, annulation, rupture, retrait, demission, reporter, ajourner, annuler, differer
  `),
  wholesale: ['tous', 'toutes', 'ensemble'],
  days: ['(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)', "(hier|aujourd'hui|aujourd' hui)", 'ce jour'],
  months: wordList(`
    janvier, fevrier, mars, avril, mai, juin, juillet, aout, septembre, octobre, novembre, decembre
  `),
  that: ['que', "qu'"],
  modals: ['doit', 'doivent', 'devai*', 'va', 'vont', 'peut', 'peuvent', 'faut', 'bientot', 'prochainement'],
  futureEndings: ['ra', 'ront', 'rait', 'raient'],
  pairs: wordList(`
    les ministres, les presidents, les chefs, les gouvernements, tous deux, les deux, les parties, ils, elles,
    mm
  `),
  negationBefore: wordList(`
    n', ne, sans, refus*, ni, faute de, absence de, aucun, aucune
  `),
  negationAfter: ['aucun', 'aucune', 'rien'],
  planned: wordList(`
    devrait, devraient, doit, doivent, prevu*, prevoi*, envisag*, attendu*, prochain*, sera, seront, en vue de,
    en vue d', espere*, souhait*, pourrai*, avant de pouvoir, appel* a, invite* a, negoci*, projet* (de|d'), si,
    perspective
  `),
  background: wordList(`
    pour rappel, rappelons, il est a rappeler, dernier, derniere, depuis, datant, l' an dernier,
    l' annee derniere, fruit de
  `),
  pluperfect: ['avait', 'avaient', 'avoir', 'auraient', 'aurait'],
  link: [
    'pour',
    "(ce|hier|aujourd'hui)? (lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) (dernier|soir|matin)?",
    'de',
    "d'",
    'que',
    "qu'",
    'a',
    'sur',
    'la necessite',
    'du',
    'des',
    'egalement',
    'aussi',
    'par ailleurs',
    ',',
    ':',
  ],
  stop: wordList(`
    ,
    (indique|precise|ajoute|souligne|poursuit|conclut|releve|rapporte|annonce|affirme|note) ..1 (un|le|la|l'|ce|une|dans|des|t),
    selon, d' apres, a - t - (il|elle|on), a t il, apprend - on, avant de, avant d',
    tout en (saluant|se|exprimant|soulignant), ajoutant, precisant que, soulignant, rappelant que, se felicitant,
    ainsi que le, a l' issue, apres (des|une|leur|leurs|un|la|l'|avoir|sa|son), lors de, lors d', a l' occasion, en marge,
    et (souligne|salue|exprime|reaffirme|rappele|mis), avant que
  `),
  notOutcomes: wordList(`
    (a|sur) l' invitation, (en|un|comme|de|le|du) signe, il convient, signe ..1 (de|d'), signes de, a signer,
    de signer, communaute internationale, (convenu*|conviennent|accord*) ..4 importance, (ont|sont|a|se sont) ..4 (convenu*|accord*) ..4 importance,
    (comme|selon|ainsi que) ..3 annonc*, pour (une|la) (reprise|relance|creation|mise en place|mise sur pied), signature de contrats,
    (se sont ..2 engag*|ont promis|promettent|s' engagent) (a|de) (renforcer|consolider|approfondir|developper|raffermir|resserrer) ..3 (liens|relations|amitie)
  `),
  additions: ['ainsi que', 'de meme que', 'en plus de', "en plus d'", 'outre'],
  futurePrefixes: [],
  numbers: numbers({
    un: 1,
    une: 1,
    deux: 2,
    trois: 3,
    quatre: 4,
    cinq: 5,
    six: 6,
    sept: 7,
    huit: 8,
    neuf: 9,
    dix: 10,
    onze: 11,
    douze: 12,
    treize: 13,
    quatorze: 14,
    quinze: 15,
    seize: 16,
    vingt: 20,
  }),
};
