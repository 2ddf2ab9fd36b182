import type { SentenceRules } from '../../text/sentence-rules.ts';

export const sentenceRules: SentenceRules = {
  titles: (
    'sr sra srs sras srta d dom dona dr dra drs prof profa eng arq gal gen cel ten cap cmt alm mons pe exmo exma s.exa ' +
    's.e s.m s.a s.s v.exa'
  ).split(' '),
  abbreviations: (
    'jan fev mar abr mai jun jul ago set out nov dez seg ter qua qui sex sab dom art arts etc num n no pag pags p pp vol ' +
    'ed ex tel av c aprox max min a.m p.m a.c d.c e.u.a u.e s.a ltda'
  ).split(' '),
  starters: (
    'o a os as um uma uns umas ao do da de no na em por para com sem apos segundo este esta estes estas esse essa seu sua ' +
    'tambem mas e ou durante desde ate ambos ambas nao sao foi foram ja eles elas'
  ).split(' '),
};
