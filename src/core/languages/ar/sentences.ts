import type { SentenceRules } from '../../text/sentence-rules.ts';

export const sentenceRules: SentenceRules = {
  titles: 'د أ ا م ج ش أ.د ا.د د.م م.د أ.م.د'.split(' '),
  abbreviations: 'ص ق.م هـ ه م ب ت ص.ب ج.م.ع ق ر ع و.م.ع و.أ.ج و.ا.ج أ.ف.ب ا.ف.ب د.ب.ا د.ب.أ ب.م'.split(' '),
  starters: 'وقال واضاف واوضح واكد واشار وكان وقد كما وفي من في وتابع وذكر ومن وتم وجري و'.split(' '),
};
