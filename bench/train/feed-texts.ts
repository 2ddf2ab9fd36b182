import { randomFrom } from './boost.ts';

/** What a feed may give for a page: all of it, its beginning, a summary, something else, nothing. */
export const feedKinds = [
  'full',
  'full-and-more',
  'part',
  'cut',
  'summary',
  'summary-and-more',
  'wrong',
  'empty',
] as const;
export type FeedKind = (typeof feedKinds)[number];

/** What there is to make a feed of. */
export interface FeedMaterial {
  /** The article, a paragraph a line. */
  readonly body: string;
  /** The body of another page. */
  readonly other: string;
  /** Lines of the page that are not its body: captions, teasers, labels. */
  readonly furniture: readonly string[];
}

const more = ['Read more', 'Lire la suite', 'Leer más', 'اقرأ المزيد', 'Continue reading →', 'Weiterlesen', '[…]'];
const ends = ['…', '...', ' […]', ' [+2140 chars]', ' [...]'];

/** The content of a feed of one kind, as HTML or as plain text. The same seed gives the same text. */
export function feedText(kind: FeedKind, material: FeedMaterial, seed: number): string {
  const random = randomFrom(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const lines = material.body.split('\n').filter((line) => line.trim() !== '');
  const sentences = (material.body.match(/[^.!?。؟]+[.!?。؟]+/gu) ?? [material.body]).map((text) => text.trim());
  const summary = (): string[] => [sentences.slice(0, 1 + Math.floor(random() * 4)).join(' ')];
  const tail = (): string[] => [pick(more) ?? '', ...(random() < 0.5 ? [`#${(pick(lines) ?? '').split(' ')[0]}`] : [])];
  const strewn = (text: readonly string[]): string[] =>
    text.flatMap((line) => (random() < 0.12 ? [line, pick(material.furniture) ?? ''] : random() < 0.04 ? [] : [line]));
  const paragraphs = (): string[] => {
    switch (kind) {
      case 'full':
        return strewn(lines);
      case 'full-and-more':
        return [...strewn(lines), pick(material.furniture) ?? '', ...tail()];
      case 'part':
        return lines.slice(0, Math.ceil(lines.length * (0.2 + 0.6 * random())));
      case 'cut': {
        const words = lines.join(' ').split(' ');
        return [words.slice(0, 30 + Math.floor(random() * 120)).join(' ') + (pick(ends) ?? '')];
      }
      case 'summary':
        return summary();
      case 'summary-and-more':
        return [...summary(), ...tail()];
      case 'wrong':
        return strewn(material.other.split('\n'));
      case 'empty':
        return [];
    }
  };
  const asHtml = random() < 0.7;
  return paragraphs()
    .filter((line) => line !== '')
    .map((line) => (asHtml ? `<p>${line}</p>` : line))
    .join('\n');
}
