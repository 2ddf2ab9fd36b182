import type { InterfaceLanguage } from '../i18n.ts';

interface QuestionWords {
  /** From nought to eighteen. */
  readonly numbers: readonly string[];
  readonly ordinals: readonly string[];
  readonly things: readonly string[];
  readonly comma: string;
  readonly sum: (one: string, other: string) => string;
  readonly nth: (ordinal: string, list: string) => string;
}

const split = (words: string) => words.split(' ');

export const questionWords: Readonly<Record<InterfaceLanguage, QuestionWords>> = {
  fr: {
    numbers: split(
      'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit',
    ),
    ordinals: split('premier deuxième troisième quatrième'),
    things: split('pain lampe jardin cheval fenêtre pluie montagne crayon citron bateau tapis rivière'),
    comma: ', ',
    sum: (one, other) => `Combien font ${one} plus ${other} ?`,
    nth: (ordinal, list) => `Écrivez le ${ordinal} de ces mots : ${list}`,
  },
  en: {
    numbers: split(
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen',
    ),
    ordinals: split('first second third fourth'),
    things: split('bread lamp garden horse window rain mountain pencil lemon boat carpet river'),
    comma: ', ',
    sum: (one, other) => `How much is ${one} plus ${other}?`,
    nth: (ordinal, list) => `Write the ${ordinal} of these words: ${list}`,
  },
  es: {
    numbers: split(
      'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho',
    ),
    ordinals: split('primera segunda tercera cuarta'),
    things: split('pan lámpara jardín caballo ventana lluvia montaña lápiz limón barco alfombra río'),
    comma: ', ',
    sum: (one, other) => `¿Cuánto es ${one} más ${other}?`,
    nth: (ordinal, list) => `Escriba la ${ordinal} de estas palabras: ${list}`,
  },
  ar: {
    numbers: [
      ...split('صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة'),
      'أحد عشر',
      'اثنا عشر',
      'ثلاثة عشر',
      'أربعة عشر',
      'خمسة عشر',
      'ستة عشر',
      'سبعة عشر',
      'ثمانية عشر',
    ],
    ordinals: split('الأولى الثانية الثالثة الرابعة'),
    things: split('خبز مصباح حديقة حصان نافذة مطر جبل قلم ليمون قارب سجادة نهر'),
    comma: '، ',
    sum: (one, other) => `كم يساوي ${one} زائد ${other}؟`,
    nth: (ordinal, list) => `اكتب الكلمة ${ordinal} من هذه الكلمات: ${list}`,
  },
};
