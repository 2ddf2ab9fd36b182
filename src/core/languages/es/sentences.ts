import type { SentenceRules } from '../../text/sentence-rules.ts';

export const sentenceRules: SentenceRules = {
  titles: (
    'sr sra srs sres sras srta srtas d dna don dr dra dres prof profa lic licda ing arq gral gral.div cnel tte cap cap.nav ' +
    'alm mons fray sto sta s.e s.m ss.mm s.a s.a.r s.s excmo excma ilmo ilma hno'
  ).split(' '),
  abbreviations: (
    'ene feb mar abr may jun jul ago sep sept set oct nov dic lun mie jue vie sab dom ' +
    'art arts cf etc num no nro pag pags p pp vol cap ed ej p.ej tel av avda c aprox min max ud uds vd vds ' +
    'a.m p.m a.c d.c ee.uu eeuu u.s ff.aa rr.ee cc.oo jj.oo s.l e.u u.e s.a.de.c.v'
  ).split(' '),
  starters: (
    'el la los las un una unos unas lo al del de en por para con sin tras segun este esta estos estas ese esa su sus se ' +
    'asimismo ademas tambien pero y e o durante desde hasta ambos ambas no es son fue fueron'
  ).split(' '),
};
