import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type InterfaceLanguage, interfaceLanguages } from '../i18n.ts';
import { type ManualDocument, renderDocument } from './render-document.ts';

/** Parts of the manual in the order in which it is read. */
export const manualParts = ['tutorial', 'how-to', 'reference', 'explanation', 'decisions'] as const;
export type ManualPart = (typeof manualParts)[number];

export interface ManualEntry {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
}

/** The manual that ships with the program: the files of `docs/`, read when they are first asked for. */
export interface Manual {
  entriesOf(part: ManualPart): readonly ManualEntry[];
  /** The document in the language of the reader where there is one, else in English. */
  find(slug: string, language: InterfaceLanguage): ManualDocument | undefined;
}

// The same place from `src` and from `dist`.
const docsFolder = new URL('../../../docs/', import.meta.url);

let opened: Manual | undefined;

export function openManual(): Manual {
  opened ??= readManual();
  return opened;
}

function readManual(): Manual {
  const files = new Map<string, string>();
  for (const part of manualParts) {
    const folder = new URL(`${part}/`, docsFolder);
    if (!existsSync(fileURLToPath(folder))) continue;
    for (const name of readdirSync(folder).sort()) {
      if (name.endsWith('.md')) files.set(`${part}/${name}`, readFileSync(new URL(name, folder), 'utf8'));
    }
  }
  for (const name of ['glossary.md', 'security.md']) {
    const path = new URL(name, docsFolder);
    if (existsSync(fileURLToPath(path))) files.set(name, readFileSync(path, 'utf8'));
  }
  const placed = [...files.keys()].map((file) => ({ file, ...placeOf(file) }));
  const slugs = new Set(placed.map(({ slug }) => slug));
  const documents = new Map<string, ManualDocument>();
  const hrefOf = (file: string): string | undefined => {
    const { slug } = placeOf(file);
    return slugs.has(slug) ? `/docs/${slug}` : undefined;
  };
  const render = (slug: string, language: string): ManualDocument | undefined => {
    const key = `${slug} ${language}`;
    const known = documents.get(key);
    if (known !== undefined) return known;
    const place = placed.find((one) => one.slug === slug && one.language === language);
    if (place === undefined) return undefined;
    const made = renderDocument(files.get(place.file) ?? '', place, hrefOf);
    documents.set(key, made);
    return made;
  };
  const entriesOf = (part: ManualPart): ManualEntry[] =>
    placed
      .filter(({ slug }) => slug.startsWith(`${part}/`) || (part === 'reference' && !slug.includes('/')))
      .map(({ slug, language, file }) => ({ slug, language, title: titleOf(files.get(file) ?? '') }));
  return {
    entriesOf,
    find: (slug, language) => render(slug, language) ?? render(slug, 'en'),
  };
}

/** `tutorial/first-five-minutes.fr.md` is the French form of `tutorial/first-five-minutes`. */
function placeOf(file: string): { slug: string; language: string } {
  const [, slug = '', language = 'en'] = /^(.*?)(?:\.([a-z]{2}))?\.md$/.exec(file) ?? [];
  return interfaceLanguages.some((known) => known === language)
    ? { slug, language }
    : { slug: `${slug}.${language}`, language: 'en' };
}

function titleOf(markdown: string): string {
  return (/^# (.+)$/m.exec(markdown)?.[1] ?? '').replaceAll('`', '');
}
