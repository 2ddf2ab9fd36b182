import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { frenchSpaces, interfaceLanguages, intlLocales, locales, type MessageKey } from './i18n.ts';

const keys = Object.keys(locales.en) as MessageKey[];

describe('locales', () => {
  test.each(interfaceLanguages)('%s has a value for every key and none of its own', (language) => {
    expect(Object.keys(locales[language]).sort()).toEqual([...keys].sort());
    expect(keys.filter((key) => locales[language][key].trim() === '')).toEqual([]);
  });

  test.each(interfaceLanguages)('%s takes the same arguments as English', (language) => {
    const differing = keys.filter((key) => argumentsOf(language, key).join() !== argumentsOf('en', key).join());
    expect(differing).toEqual([]);
  });

  test.each(interfaceLanguages)('%s has every plural form that its grammar needs', (language) => {
    const needed = new Intl.PluralRules(intlLocales[language]).resolvedOptions().pluralCategories;
    const missing = keys.flatMap((key) =>
      pluralForms(language, key).flatMap((forms) =>
        // French and Spanish have "many" for millions, which no list here reaches.
        needed
          .filter((form) => !forms.includes(form) && !(form === 'many' && language !== 'ar'))
          .map((form) => `${key}: ${form}`),
      ),
    );
    expect(missing).toEqual([]);
  });

  test('no message contains markup: texts are text', () => {
    for (const language of interfaceLanguages) {
      expect(keys.filter((key) => /<[a-z/]/i.test(locales[language][key]))).toEqual([]);
    }
  });
});

interface AstNode {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly AstNode[] }>>;
}
const argument = 1;
const plural = 6;

function astOf(language: keyof typeof locales, key: MessageKey): readonly AstNode[] {
  const message = new IntlMessageFormat(locales[language][key], intlLocales[language], undefined, { ignoreTag: true });
  return message.getAst() as unknown as AstNode[];
}

function argumentsOf(language: keyof typeof locales, key: MessageKey): string[] {
  const found = new Set<string>();
  walk(astOf(language, key), (node) => {
    if (node.type >= argument && node.type <= plural && node.value !== undefined) found.add(node.value);
  });
  return [...found].sort();
}

function pluralForms(language: keyof typeof locales, key: MessageKey): string[][] {
  const found: string[][] = [];
  walk(astOf(language, key), (node) => {
    if (node.type === plural) found.push(Object.keys(node.options ?? {}));
  });
  return found;
}

function walk(nodes: readonly AstNode[], visit: (node: AstNode) => void): void {
  for (const node of nodes) {
    visit(node);
    for (const option of Object.values(node.options ?? {})) walk(option.value, visit);
  }
}

test.each([
  ['Note : demain ?', 'Note\u00a0: demain\u00a0?'],
  ['« {title} » ; fin', '«\u00a0{title}\u00a0»\u00a0; fin'],
  ['{count, plural, one {# fait} other {# faits}}', '{count, plural, one {# fait} other {# faits}}'],
])('French punctuation stays with its word: %s', (written, shown) => {
  expect(frenchSpaces(written)).toBe(shown);
});
