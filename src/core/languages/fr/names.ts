import { words } from '../entry.ts';
import type { NamePack } from '../language-pack.ts';

/** French words in, before and around names of people. */
export const frenchNames: NamePack = {
  honorifics: [
    'm',
    'm .',
    'mm',
    'mm .',
    'mme',
    'mmes',
    'mlle',
    'dr',
    'dr .',
    'pr',
    's . e .',
    's . e . m .',
    'sem',
    'sem .',
    's . e . mme',
    '(senateur|senatrice)',
    'se',
    'son excellence',
    'leurs excellences',
    's . a .',
    's . m .',
    'sm',
    'sar',
    'sa majeste',
    'son altesse (royale)?',
    'general',
    'le general',
    "(le|la)? general (de brigade|de division|de corps d' armee|d' armee|de police|de gendarmerie|major|en chef)",
    '(le)? (colonel|lieutenant|general) - (colonel|major)',
    '(le)? (vice|contre) - amiral',
    'amiral',
    'commandant',
    'capitaine de vaisseau',
    'docteur',
    'professeur',
    'maitre',
    'el hadj',
    'cheikh',
    'sheikh',
    'lord',
    'sir',
    'mgr',
    'mgr .',
    'monsieur',
    'madame',
    'mrs',
    'mr',
    'colonel',
    'prince',
    'princesse',
  ],
  articles: words(''),
  particles: words(`
    ben bin bint ibn ould uld el al de du la le von van der den da dos do di y e ag d' ait
  `),
  stops: words(`
    centre institut bureau agence radio info infos
    le la les l' un une des ce cette ces il elle ils elles selon dans pour avec au aux en sur par et mais lors
    apres avant face suite outre deux reuni reunis recu recue arrive arrivee gouvernement ministere ministre
    ministres president presidente republique royaume etat etats roi chef conseil assemblee parlement senat union
    nations unies onu ue otan palais elysee maison blanche sommet declaration accord groupe coupe jeux conference
    comite commission organisation agence direction afrique europe sahara sahel maghreb mediterranee orient moyen
    proche intérieur interieur affaires etrangeres defense justice lundi mardi mercredi jeudi vendredi samedi
    dimanche janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre entretien
    rencontre visite reunion cooperation communique twitter facebook photo video hautes orientations majeste
    altesse royale excellence emir prince heritier frere session grande mixte traite
    selon depuis cet premiere echange sommet accords
  `),
  familyStops: words('grande blanche'),
  ends: [],
};
