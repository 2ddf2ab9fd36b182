import type { MessageLanguage } from './errors.ts';

export type SearchProblemCode =
  | 'empty-query'
  | 'no-words'
  | 'unclosed-quote'
  | 'query-too-long'
  | 'invalid-date'
  | 'unknown-field'
  | 'empty-field'
  | 'unknown-outlet'
  | 'unknown-language'
  | 'unknown-country'
  | 'unknown-person'
  | 'unknown-topic'
  | 'unknown-type'
  | 'lonely-or'
  | 'exclusion-in-choice'
  | 'only-exclusions';

type Sentences = Readonly<Record<MessageLanguage, string>>;

/** What to say of a query that was not understood: what it was, what was done, what to write. `{found}` is quoted from it. */
const sentences: Readonly<Record<SearchProblemCode, Sentences>> = {
  'empty-query': {
    en: 'Write one or more words to search for.',
    fr: 'Écrivez un ou plusieurs mots à chercher.',
    es: 'Escriba una o varias palabras que buscar.',
    ar: 'اكتب كلمة أو أكثر للبحث عنها.',
  },
  'no-words': {
    en: '“{found}” has no word or number to search for: write one.',
    fr: '« {found} » ne contient ni mot ni nombre à chercher : écrivez-en un.',
    es: '«{found}» no contiene palabra ni número que buscar: escriba uno.',
    ar: 'لا توجد في «{found}» كلمة أو رقم للبحث: اكتب كلمة.',
  },
  'unclosed-quote': {
    en: 'The quotation mark before “{found}” is not closed: its words were searched one by one.',
    fr: 'Le guillemet devant « {found} » n’est pas fermé : ses mots ont été cherchés un à un.',
    es: 'Las comillas de «{found}» no están cerradas: sus palabras se han buscado una a una.',
    ar: 'علامة الاقتباس قبل «{found}» غير مغلقة: بُحث عن كلماتها واحدة واحدة.',
  },
  'query-too-long': {
    en: 'The search is too long (24 words or 500 characters at most): “{found}” was left out.',
    fr: 'La recherche est trop longue (24 mots ou 500 caractères au plus) : « {found} » a été laissé de côté.',
    es: 'La búsqueda es demasiado larga (24 palabras o 500 caracteres como máximo): se ha omitido «{found}».',
    ar: 'البحث طويل جدًا (24 كلمة أو 500 حرف على الأكثر): تُرك «{found}».',
  },
  'invalid-date': {
    en: '“{found}” is no date that can be read and was left out. Dates are 2024, 2024-05, 2024-05-01 or a range such as 2024-05-01..2024-06.',
    fr: '« {found} » n’est pas une date lisible et a été laissé de côté. Une date s’écrit 2024, 2024-05, 2024-05-01 ou comme période, 2024-05-01..2024-06.',
    es: '«{found}» no es una fecha legible y se ha omitido. Las fechas se escriben 2024, 2024-05, 2024-05-01 o como periodo, 2024-05-01..2024-06.',
    ar: '«{found}» ليس تاريخًا مقروءًا وقد تُرك. يُكتب التاريخ هكذا: 2024 أو 2024-05 أو 2024-05-01 أو كفترة: 2024-05-01..2024-06.',
  },
  'unknown-field': {
    en: '“{found}” begins with a filter that does not exist: only what follows the colon was searched. Filters: {fields}.',
    fr: '« {found} » commence par un filtre qui n’existe pas : seule la suite des deux-points a été cherchée. Filtres : {fields}.',
    es: '«{found}» empieza por un filtro que no existe: solo se ha buscado lo que sigue a los dos puntos. Filtros: {fields}.',
    ar: 'يبدأ «{found}» بمرشّح غير موجود: بُحث عمّا بعد النقطتين فقط. المرشّحات: {fields}.',
  },
  'empty-field': {
    en: 'The filter “{found}” has no value and was left out: write it right after the colon.',
    fr: 'Le filtre « {found} » n’a pas de valeur et a été laissé de côté : écrivez-la juste après les deux-points.',
    es: 'El filtro «{found}» no tiene valor y se ha omitido: escríbalo justo después de los dos puntos.',
    ar: 'المرشّح «{found}» بلا قيمة وقد تُرك: اكتبها بعد النقطتين مباشرة.',
  },
  'unknown-outlet': {
    en: 'No outlet here is called “{found}”: the filter was left out.',
    fr: 'Aucun journal ne s’appelle « {found} » ici : le filtre a été laissé de côté.',
    es: 'Ningún medio se llama aquí «{found}»: se ha omitido el filtro.',
    ar: 'لا توجد هنا صحيفة باسم «{found}»: تُرك المرشّح.',
  },
  'unknown-language': {
    en: 'The language in “{found}” is not known and was left out: write its name or code (fr, en, es, ar).',
    fr: 'La langue de « {found} » est inconnue et a été laissée de côté : écrivez son nom ou son code (fr, en, es, ar).',
    es: 'El idioma de «{found}» no se conoce y se ha omitido: escriba su nombre o su código (fr, en, es, ar).',
    ar: 'اللغة في «{found}» غير معروفة وقد تُركت: اكتب اسمها أو رمزها (fr, en, es, ar).',
  },
  'unknown-country': {
    en: 'The country in “{found}” is not known and was left out: write its name or its two-letter code.',
    fr: 'Le pays de « {found} » est inconnu et a été laissé de côté : écrivez son nom ou son code à deux lettres.',
    es: 'El país de «{found}» no se conoce y se ha omitido: escriba su nombre o su código de dos letras.',
    ar: 'البلد في «{found}» غير معروف وقد تُرك: اكتب اسمه أو رمزه المكوّن من حرفين.',
  },
  'unknown-person': {
    en: 'The record knows nobody called “{found}”: the filter was left out.',
    fr: 'Le registre ne connaît personne du nom de « {found} » : le filtre a été laissé de côté.',
    es: 'El registro no conoce a nadie llamado «{found}»: se ha omitido el filtro.',
    ar: 'لا يعرف السجل أحدًا باسم «{found}»: تُرك المرشّح.',
  },
  'unknown-topic': {
    en: 'The topic in “{found}” is not known and was left out. Topics: {topics}.',
    fr: 'Le sujet de « {found} » est inconnu et a été laissé de côté. Sujets : {topics}.',
    es: 'El tema de «{found}» no se conoce y se ha omitido. Temas: {topics}.',
    ar: 'الموضوع في «{found}» غير معروف وقد تُرك. المواضيع: {topics}.',
  },
  'unknown-type': {
    en: 'The kind of meeting in “{found}” is not known and was left out. Kinds: {types}.',
    fr: 'Le genre de rencontre de « {found} » est inconnu et a été laissé de côté. Genres : {types}.',
    es: 'El tipo de encuentro de «{found}» no se conoce y se ha omitido. Tipos: {types}.',
    ar: 'نوع اللقاء في «{found}» غير معروف وقد تُرك. الأنواع: {types}.',
  },
  'lonely-or': {
    en: '“{found}” needs a word on both sides and was left out.',
    fr: '« {found} » demande un mot de chaque côté et a été laissé de côté.',
    es: '«{found}» necesita una palabra a cada lado y se ha omitido.',
    ar: 'يحتاج «{found}» إلى كلمة من كل جانب وقد تُرك.',
  },
  'exclusion-in-choice': {
    en: '“{found}” offers an exclusion as an alternative: it was excluded from everything.',
    fr: '« {found} » propose une exclusion comme choix : elle a été appliquée à tout.',
    es: '«{found}» ofrece una exclusión como alternativa: se ha aplicado a todo.',
    ar: 'يعرض «{found}» استبعادًا كخيار: طُبّق على كل النتائج.',
  },
  'only-exclusions': {
    en: '“{found}” only says what not to find: add a word or a filter to look for.',
    fr: '« {found} » dit seulement ce qu’il ne faut pas trouver : ajoutez un mot ou un filtre à chercher.',
    es: '«{found}» solo dice lo que no hay que encontrar: añada una palabra o un filtro que buscar.',
    ar: 'لا يقول «{found}» إلا ما لا يُراد: أضف كلمة أو مرشّحًا للبحث.',
  },
};

const insteadSentences: Sentences = {
  en: 'Perhaps you meant: {instead}',
  fr: 'Vouliez-vous écrire : {instead}',
  es: 'Quizá quería escribir: {instead}',
  ar: 'لعلك أردت: {instead}',
};

/** Lists that some sentences hold, in the words of the language. */
export interface SearchProblemLists {
  readonly fields: string;
  readonly topics: string;
  readonly types: string;
}

export const searchProblemCodes: readonly SearchProblemCode[] = Object.keys(sentences) as SearchProblemCode[];

/** What a problem of a query says to a person. */
export function searchProblemSentence(
  problem: { readonly code: SearchProblemCode; readonly found: string },
  language: MessageLanguage,
  lists: SearchProblemLists,
): string {
  const found = problem.found.trim();
  return fill(sentences[problem.code][language], {
    ...lists,
    found: found.length > 80 ? `${found.slice(0, 80)}…` : found,
  });
}

/** "Perhaps you meant: " with its words. */
export function searchInsteadSentence(instead: string, language: MessageLanguage): string {
  return fill(insteadSentences[language], { instead });
}

function fill(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
