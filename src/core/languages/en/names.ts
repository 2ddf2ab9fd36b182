import { words } from '../entry.ts';
import type { NamePack } from '../language-pack.ts';

/** English words in, before and around names of people. */
export const englishNames: NamePack = {
  honorifics: [
    'mr',
    'mr .',
    'mrs',
    'mrs .',
    'ms',
    'ms .',
    'dr',
    'dr .',
    'h . e .',
    'h . e',
    'he',
    'his excellency',
    'her excellency',
    'his (royal)? highness',
    'his majesty',
    'hm',
    'hrh',
    'hh',
    'general',
    'general of (the)? police',
    'police general',
    'colonel general',
    'colonel - general',
    'lieutenant general',
    'police colonel general',
    'army general',
    'general of the army',
    'gen',
    'gen .',
    '(sen|senior) (lt|lieut|lieutenant) (gen|general)',
    'sen . (lt|lieut) . gen .',
    'lieut (.)? (gen|general) (.)?',
    '(senator|sen .)',
    'lt',
    'lt .',
    'lieutenant',
    'maj',
    'maj .',
    'major',
    'admiral',
    'col',
    'col .',
    'colonel',
    'sheikh',
    'shaikh',
    'sir',
    'lord',
    'lady',
    'dame',
    'prince',
    'princess',
    'brigadier',
    '(brigadier|major|lieutenant) - general',
    '(brigadier|major) general',
    'brig (.)? (gen)? (.)?',
    '(maj|lt) (.)? gen (.)?',
    '(vice|rear) admiral',
    'air (chief)? marshal',
    'field marshal',
    '( retd )',
    'retd',
    'h e',
    'ch',
    'sayyid',
    'retired',
    'ret',
    'senator',
    'engineer',
    'engr',
    'engr .',
    'hon',
    'hon .',
    'honourable',
    'sgt',
    'professor',
    'prof',
    'shri',
    'amb',
    'amb .',
    'cde',
    'dato',
    'datuk',
    'dato seri',
    'datuk seri',
    'tan sri',

    'pehin',
    'alhaji',
    'chief',
    'comrade',
    'citizen',
    'sheik',
  ],
  articles: words(''),
  particles: words(`
    bin ben bint ibn al el ould uld de del du la le von van der den da dos do di y abu ag ud ur af
  `),
  stops: words(`
    centre center institute bureau latin southern northern eastern western central still today
    the a an on in at of for with and but by from to as after before during while when this that these his her
    their he she they it both since according also later earlier meanwhile however i we our my government ministry
    minister ministers president presidents republic kingdom state states king chief council assembly parliament
    senate union nations united un eu nato palace house white summit declaration agreement group cup games
    conference committee commission organization organisation agency directorate africa europe sahara gulf middle
    east west north south eastern western interior foreign affairs defence defense justice monday tuesday wednesday
    thursday friday saturday sunday january february march april may june july august september october november
    december feb mar apr jun jul aug sept sep oct nov dec meeting talks visit cooperation statement twitter
    facebook photo video majesty highness excellency mou memorandum understanding central bank secretary pm fm eam
    security home external crown emir breaking news press royal army party front airport international chancellor
    ambassador general deputy leaders leader sides mr mrs asked talking landed speaking addressing discuss meets
    meet holds receives hosts national independence day dpm university council
  `),
  familyStops: words('may west'),
  ends: [],
};
