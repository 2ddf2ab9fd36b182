import type { SentenceRules } from '../../text/sentence-rules.ts';

export const sentenceRules: SentenceRules = {
  titles: (
    'm mm mme mmes mlle mlles me mgr dr drs pr prof st ste gal gl col cdt cne lt ltd ing sr ' +
    's.e s.e.m s.e.mme sem sen s.a s.a.r s.a.s s.m ss.mm s.s ll.aa.rr feu.m'
  ).split(' '),
  abbreviations: (
    'janv fevr fev avr juil juill sept oct nov dec lun mar mer jeu ven sam dim ' +
    'art al cf ex env min max no nos n p pp vol t chap av bd tel fig ed coll op cit etc p.ex i.e e.g ' +
    'u.s u.s.a u.e u.a o.n.u o.t.a.n a.m p.m r.d.c r.c.a r.p.d.c j.-c ph.d c.a.n'
  ).split(' '),
  starters: (
    "le la les l' un une des ce cet cette ces il elle ils elles on nous en au aux a dans pour par sur selon son sa ses " +
    "leur leurs lors apres avant ainsi mais or et de du d' cependant toutefois enfin pour rappel depuis l'occasion m mme mm"
  ).split(' '),
};
