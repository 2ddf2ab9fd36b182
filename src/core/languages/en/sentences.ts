import type { SentenceRules } from '../../text/sentence-rules.ts';

export const sentenceRules: SentenceRules = {
  titles: (
    'mr mrs ms messrs dr drs prof st gen lt lieut col maj capt cmdr cdr adm sgt brig cpl pvt hon rev fr sen rep gov pres amb sec min ' +
    'h.e h.e.mr h.h h.m h.r.h t.r.h supt insp det lt.gen maj.gen brig.gen lt.col vs'
  ).split(' '),
  abbreviations: (
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun ' +
    'no nos art cf e.g i.e etc a.m p.m am pm est approx inc ltd co corp bros dept fig vol pp ed tel ext jr sr ' +
    'u.s u.s.a u.k u.n u.a.e e.u d.c d.r.c n.y b.c a.d ph.d m.p'
  ).split(' '),
  starters: (
    'the a an in on at he she it they we this that these those his her its their but and as for from with after before ' +
    'during while when both according speaking earlier later meanwhile however also if there i you'
  ).split(' '),
};
