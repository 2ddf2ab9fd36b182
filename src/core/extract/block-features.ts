import type { RawBlock, RawNode, RawPage } from '../read/raw-page.ts';
import { zone } from '../read/raw-page.ts';
import { foldName } from '../text/normalise.ts';

/** What a block looks like, in numbers: the input of the label rules and of the body models. */
export interface BlockFeatures {
  /** `foldName` without digits, for comparing with page words; empty for blocks of more than 70 words. */
  readonly folded: string;
  readonly words: number;
  readonly chars: number;
  /** Share of characters inside links. */
  readonly linkShare: number;
  /** Ends like a sentence. */
  readonly sentenceEnd: boolean;
  /** Sentence ends inside and at the end. */
  readonly sentences: number;
  /** Share of words that begin with a capital letter (0 in scripts without). */
  readonly capitalShare: number;
  readonly digitShare: number;
  /** Zones of all ancestors and of inline elements that cover the block. */
  readonly zones: number;
  /** 0 to 1: how much the block reads like running prose. */
  readonly prose: number;
  readonly heading: number;
}

/** Features of all blocks of a page. */
export function blockFeatures(raw: RawPage): readonly BlockFeatures[] {
  const zones = effectiveZones(raw);
  return raw.blocks.map((block) => featuresOf(block, block.node < 0 ? 0 : (zones[block.node] as number)));
}

function featuresOf(block: RawBlock, nodeZones: number): BlockFeatures {
  const text = block.text;
  const chars = text.length;
  const counts = countWords(text);
  const linkShare = chars === 0 ? 0 : Math.min(1, block.linkChars / chars);
  const sentenceEnd =
    !isPlain(text.charCodeAt(chars - 1)) &&
    (/[.!?…؟۔。！？](?:["'”’»)\]]|\s|\[\d+\])*$/.test(text.slice(-12)) || /[.!?]["”’»]?\s*$/.test(text.slice(-4)));
  const length = Math.min(1, counts.words / 22);
  const prose =
    counts.words < 4
      ? 0
      : length *
        (sentenceEnd ? 1 : counts.sentences > 0 ? 0.8 : 0.45) *
        (1 - linkShare) *
        (counts.capitalShare > 0.7 ? 0.4 : 1);
  const heading = /^h[1-6]$/.test(block.tag) ? Number(block.tag[1]) : 0;
  return {
    folded: counts.words > 70 ? '' : foldLine(text),
    words: counts.words,
    chars,
    linkShare,
    sentenceEnd,
    sentences: counts.sentences,
    capitalShare: counts.capitalShare,
    digitShare: counts.digitShare,
    zones: nodeZones | block.inlineZones,
    prose,
    heading,
  };
}

/** A letter or digit of ASCII. */
function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

function foldLine(text: string): string {
  // Most furniture is ASCII, and most blocks are furniture.
  if (/^[\x20-\x7e]*$/.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z]+/g, ' ')
      .trim();
  const folded = foldName(text);
  return /\d/.test(folded) ? folded.replace(/\d+/g, '').replace(/ {2,}/g, ' ').trim() : folded;
}

function countWords(text: string): { words: number; sentences: number; capitalShare: number; digitShare: number } {
  let words = 0;
  let capitals = 0;
  let sentences = 0;
  let digits = 0;
  let inWord = false;
  let wide = 0;
  const length = Math.min(text.length, 20_000);
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x2e80 && code < 0xac00) wide++;
    const isDigit = (code >= 48 && code <= 57) || (code >= 0x660 && code <= 0x669);
    if (isDigit) digits++;
    const isLetter = isDigit || isWordUnit(code);
    if (isLetter && !inWord) {
      words++;
      if ((code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde) || (code >= 0x391 && code <= 0x42f)) capitals++;
    }
    inWord = isLetter;
    if (code === 46 || code === 33 || code === 63 || code === 0x61f || code === 0x3002 || code === 0x6d4) {
      const next = i + 1 < length ? text.charCodeAt(i + 1) : 32;
      if (next === 32 || next > 127 || next === 34) sentences++;
    }
  }
  // Scripts without spaces: about two characters a word.
  words += Math.floor(wide / 2);
  return {
    words,
    sentences,
    capitalShare: words === 0 ? 0 : capitals / words,
    digitShare: length === 0 ? 0 : digits / length,
  };
}

function isWordUnit(code: number): boolean {
  return (
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    code === 39 ||
    code === 0x2019 ||
    (code >= 0xc0 &&
      code !== 0xd7 &&
      code !== 0xf7 &&
      !(code >= 0x2000 && code <= 0x2bff) &&
      !(code >= 0x3000 && code <= 0x303f) &&
      code !== 0x60c &&
      code !== 0x61b &&
      code !== 0x61f)
  );
}

/** Zones that an element holding a large share of the prose cannot have: then the word meant the layout. */
const layoutZones =
  zone.header |
  zone.aside |
  zone.form |
  zone.figure |
  zone.hidden |
  zone.share |
  zone.caption |
  zone.credit |
  zone.byline |
  zone.date |
  zone.tags |
  zone.promo |
  zone.breadcrumb |
  zone.ticker |
  zone.legal |
  zone.poll |
  zone.advert |
  zone.standfirst |
  zone.headline |
  zone.embed |
  zone.noscript |
  zone.video |
  zone.navigation;
/** Comments and related stories can be long: these words are believed longer. */
const longZones = zone.related | zone.comments | zone.footer;

/**
 * Zones of each node with those of its ancestors. Noise words in the class of an element that holds much of the page's
 * prose say something about the layout, not about the text (`<div class="with sidebar">`): dropped.
 */
function effectiveZones(raw: RawPage): readonly number[] {
  const prose = new Float64Array(raw.nodes.length);
  let total = 0;
  for (const block of raw.blocks) {
    if (block.node < 0) continue;
    const plain = block.text.length - block.linkChars;
    if (plain < 80) continue;
    prose[block.node] = (prose[block.node] as number) + plain;
    total += plain;
  }
  for (let i = raw.nodes.length - 1; i > 0; i--) {
    const parent = raw.nodes[i]?.parent as number;
    prose[parent] = (prose[parent] as number) + (prose[i] as number);
  }
  const result: number[] = [];
  for (let i = 0; i < raw.nodes.length; i++) {
    const node = raw.nodes[i] as RawNode;
    const inherited = node.parent < 0 ? 0 : (result[node.parent] as number);
    const share = total === 0 ? 0 : (prose[i] as number) / total;
    // Calibrated on the development pages: a caption, form or advert never has 30 % of a page's prose.
    const dropped = (share > 0.3 ? layoutZones : 0) | (share > 0.55 ? longZones : 0);
    const own = (node.zones | node.classZones) & ~dropped;
    // "Article body" inside a "sidebar grid": the nearer and more telling word wins.
    const isBody = (own & zone.articleBody) !== 0 && share > 0.08 && (inherited & zone.comments) === 0;
    result.push(isBody ? (inherited | own) & ~layoutZones : inherited | own);
  }
  return result;
}
