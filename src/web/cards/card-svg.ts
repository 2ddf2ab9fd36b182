import { clipTo, plainLine } from '../../core/export/plain-text.ts';

/** What a picture for sharing says. */
export interface Card {
  /** The sentence in the middle. */
  readonly title: string;
  /** Above it: what kind of page this is. */
  readonly kicker: string;
  /** Below: day, place, number of reports. */
  readonly foot: string;
  /** Name of the site. */
  readonly site: string;
  readonly direction: 'ltr' | 'rtl';
}

export const cardSize = { width: 1200, height: 630 } as const;

const margin = 80;
const textWidth = cardSize.width - 2 * margin;
/** Shorter titles are written larger. */
const sizes = [
  { upTo: 55, size: 78 },
  { upTo: 110, size: 64 },
  { upTo: 180, size: 54 },
  { upTo: Number.POSITIVE_INFINITY, size: 46 },
] as const;
const mostLines = 6;
/** Width of a letter in ems, on the safe side: the drawing does not measure. */
const letter = { ltr: 0.5, rtl: 0.46 } as const;

/** The picture that other sites show when somebody shares a page: 1200 by 630, in the colours of the site by day. */
export function cardSvg({ title, kicker, foot, site, direction }: Card): string {
  const text = plainLine(title);
  const size = sizes.find(({ upTo }) => text.length <= upTo)?.size ?? 46;
  const lines = wrap(text, Math.floor(textWidth / (size * letter[direction])));
  const lead = size * 1.24;
  const top = 330 - ((lines.length - 1) * lead) / 2 + size * 0.3;
  const rtl = direction === 'rtl';
  const x = rtl ? cardSize.width - margin : margin;
  const anchor = rtl ? 'end' : 'start';
  const serif = rtl ? 'Noto Naskh Arabic, Newsreader' : 'Newsreader, Noto Naskh Arabic';
  const sans = rtl ? 'Noto Naskh Arabic, Inter' : 'Inter, Noto Naskh Arabic';
  const write = (words: string, y: number, family: string, px: number, fill: string): string =>
    // The mark gives a line its direction where it begins with a digit or a foreign name.
    `<text x="${x}" y="${y.toFixed(1)}" text-anchor="${anchor}" font-family="${family}" font-size="${px}" fill="${fill}">${rtl ? '\u200f' : ''}${escapeXml(words)}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}" viewBox="0 0 ${cardSize.width} ${cardSize.height}">`,
    `<rect width="${cardSize.width}" height="${cardSize.height}" fill="#fbfaf5"/>`,
    `<rect width="${cardSize.width}" height="14" fill="#8a2b1e"/>`,
    write(plainLine(kicker), 100, sans, 30, '#8a2b1e'),
    ...lines.map((line, at) => write(line, top + at * lead, serif, size, '#171510')),
    `<rect x="${margin}" y="536" width="${textWidth}" height="2" fill="#cfc9ba"/>`,
    write([plainLine(foot), site].filter((part) => part !== '').join(' · '), 585, sans, 28, '#5d584c'),
    '</svg>',
  ].join('');
}

/** Lines of at most so many letters; what does not fit ends with an ellipsis. */
function wrap(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (longer.length <= most) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = clipTo(word, most);
  }
  if (line !== '') lines.push(line);
  if (lines.length <= mostLines) return lines;
  const last = lines[mostLines - 1] ?? '';
  return [...lines.slice(0, mostLines - 1), last.length + 2 <= most ? `${last} …` : clipTo(last, most - 1)];
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text
    .replace(/\p{Cf}/gu, (sign) => (joiners.has(sign) ? sign : ''))
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

/** Arabic needs them between letters. */
const joiners: ReadonlySet<string> = new Set(['\u200c', '\u200d']);
