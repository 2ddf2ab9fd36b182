/**
 * Light stemming of a folded Arabic word: takes off the conjunction, preposition and article in front and the endings
 * of number, gender and possession, so that "the minister", "and the minister" and "minister" meet. The Snowball
 * stemmer keeps them apart. Input is the output of `foldWord` (one alef, ta marbuta as ha).
 */
export function stemArabic(folded: string): string {
  let word = folded;
  for (const prefix of PREFIXES) {
    if (word.startsWith(prefix) && word.length - prefix.length >= 2) {
      word = word.slice(prefix.length);
      break;
    }
  }
  word = BROKEN_PLURALS.get(word) ?? word;
  for (let round = 0; round < 2; round++) {
    const suffix = SUFFIXES.find((ending) => word.endsWith(ending) && word.length - ending.length >= 3);
    if (suffix === undefined) break;
    word = word.slice(0, -suffix.length);
  }
  word = BROKEN_PLURALS.get(word) ?? word;
  // Nobody can tell the conjunction from a first root letter without a dictionary, so both go, in every form alike.
  while (word.startsWith('و') && word.length > 3) {
    word = word.slice(1);
    word = BROKEN_PLURALS.get(word) ?? word;
  }
  return word;
}

/** Longest first. A lone ba, lam, kaf or fa is too often a root letter. */
const PREFIXES: readonly string[] = ['وبال', 'وكال', 'فبال', 'وال', 'بال', 'كال', 'فال', 'ولل', 'لل', 'ال'];
const SUFFIXES: readonly string[] = ['يات', 'ات', 'ان', 'ين', 'ون', 'يه', 'ها', 'هم', 'نا', 'ه', 'ي'];

/** Plurals made by changing the inside of the word, for the words that the subject brings up again and again. */
const BROKEN_PLURALS: ReadonlyMap<string, string> = new Map(
  [
    'وزراء وزير',
    'وزرا وزير',
    'رؤساء رئيس',
    'روساء رئيس',
    'رءساء رئيس',
    'سفراء سفير',
    'خبراء خبير',
    'زعماء زعيم',
    'شركاء شريك',
    'دول دول',
    'دوله دول',
    'وفود وفد',
    'حدود حد',
    'ملوك ملك',
    'جرائم جريم',
    'جرايم جريم',
    'جريمه جريم',
    'قضايا قضي',
    'قضيه قضي',
    'مشاريع مشروع',
    'برامج برنامج',
    'قوانين قانون',
    'عقود عقد',
    'بلدان بلد',
    'ملفات ملف',
    'شوون شان',
    'شيون شان',
    'اخبار خبر',
    'تدابير تدبير',
    'اجهزه جهاز',
    'اسلحه سلاح',
    'مدن مدين',
    'مدينه مدين',
  ].map((pair) => {
    const [plural = '', singular = ''] = pair.split(' ');
    return [plural, singular];
  }),
);
