import { type Attributes, largestOfSrcset } from './html-attributes.ts';
import type { RawImage, RawNode, RawVideo } from './raw-page.ts';
import { playerOf } from './video-players.ts';

/** Elements that this reader wants to see. */
export const mediaTags: ReadonlySet<string> = new Set(
  'img source amp-img video amp-video amp-youtube lite-youtube iframe'.split(' '),
);

/** More pictures than this are a data dump, not a page. */
const maxMedia = 2000;

/** Where an element stands: the block that is open, the node around it, whether a `noscript` is. */
export interface MediaPlace {
  readonly block: number;
  readonly node: number;
  readonly noscript: boolean;
}

/**
 * Pictures and videos of one page. Lazy pictures get their real address, from the attribute that holds it, from the
 * sources of their `picture`, or from the `noscript` twin that stands beside the placeholder.
 */
export class MediaReader {
  readonly images: RawImage[] = [];
  readonly videos: RawVideo[] = [];
  readonly #nodes: readonly RawNode[];
  /** The last picture without an address of its own. */
  #placeholder: (Omit<RawImage, 'url'> & { readonly url?: undefined }) | undefined;
  /** Node of the `picture` whose best source was the last image. */
  #sourceOf = -1;

  constructor(nodes: readonly RawNode[]) {
    this.#nodes = nodes;
  }

  open(tag: string, attributes: Attributes, place: MediaPlace): void {
    if (tag === 'source') this.#source(attributes, place);
    else if (tag === 'img' || tag === 'amp-img') this.#image(attributes, place);
    else this.#video(tag, attributes, place);
  }

  /** A picture given as the background of an element. */
  background(style: string, classWords: string | undefined, place: MediaPlace): void {
    const url = /background(?:-image)?\s*:[^;]{0,200}?url\(\s*["']?([^"')\s]{1,2000})/i.exec(style.slice(0, 5000))?.[1];
    if (!url || isPlaceholder(url) || this.images.length >= maxMedia) return;
    const { block, node } = place;
    this.images.push({ url, block, node, background: true, ...wordsOf(classWords) });
  }

  #image(attributes: Attributes, { block, node, noscript }: MediaPlace): void {
    if (this.images.length >= maxMedia) return;
    const alt = attributes['alt']?.replace(/\s+/g, ' ').trim();
    const size = { ...pixels('width', attributes['width']), ...pixels('height', attributes['height']) };
    const own = { block, node, ...(alt ? { alt } : {}), ...size, ...wordsOf(attributes['class']) };
    const url = addressOf(attributes);
    const last = this.images[this.images.length - 1];
    if (this.#sourceOf === node && last) {
      this.#sourceOf = -1;
      this.images[this.images.length - 1] = { ...own, url: url ?? last.url };
      return;
    }
    if (!url) {
      this.#placeholder = own;
      return;
    }
    if (noscript) {
      const lazy = this.#placeholder;
      this.#placeholder = undefined;
      if (lazy && block - lazy.block <= 1) {
        this.images.push({ ...own, ...lazy, url });
        return;
      }
      // The twin of a lazy picture that gave its address itself.
      if (last && block - last.block <= 1 && pictureKey(last.url) === pictureKey(url)) return;
    }
    this.images.push({ ...own, url });
  }

  #source(attributes: Attributes, { block, node }: MediaPlace): void {
    const holder = this.#nodes[node]?.tag;
    if (holder === 'video') {
      const last = this.videos[this.videos.length - 1];
      const url = attributes['src'] ?? attributes['data-src'];
      if (!url || last?.node !== node || last.url !== '') return;
      this.videos[this.videos.length - 1] = { ...last, url };
      return;
    }
    // The first source of a picture is the one for wide screens.
    if (holder !== 'picture' || this.#sourceOf === node || this.images.length >= maxMedia) return;
    const url = largestOfSrcset(attributes['data-srcset'] ?? attributes['srcset']);
    if (!url || isPlaceholder(url)) return;
    this.#sourceOf = node;
    this.images.push({ url, block, node });
  }

  #video(tag: string, attributes: Attributes, { block, node }: MediaPlace): void {
    if (this.videos.length >= maxMedia) return;
    const title = attributes['title']?.replace(/\s+/g, ' ').trim();
    const named = title ? { title } : {};
    const poster = attributes['poster'];
    const shown = poster && !poster.startsWith('data:') ? { poster } : {};
    const id = attributes['videoid'] ?? attributes['data-videoid'];
    if (tag === 'video' || tag === 'amp-video') {
      const url = attributes['src'] ?? attributes['data-src'] ?? '';
      // Its sources follow; their holder is the node that the element is about to become.
      const own = tag === 'video' ? this.#nodes.length : node;
      this.videos.push({ url: url.startsWith('blob:') ? '' : url, kind: 'file', ...named, ...shown, block, node: own });
    } else if (id !== undefined) {
      const url = `https://www.youtube.com/embed/${encodeURI(id)}`;
      this.videos.push({ url, kind: 'embed', provider: 'youtube.com', ...named, block, node });
    } else if (tag === 'iframe') {
      const src = attributes['src'];
      const url = !src || src.startsWith('about:') ? attributes['data-src'] : src;
      const provider = url ? playerOf(url) : undefined;
      if (url && provider) this.videos.push({ url, kind: 'embed', provider, ...named, block, node });
    }
  }
}

/** The real address of a picture: what a lazy loader would load, else what the browser shows. */
function addressOf(attributes: Attributes): string | undefined {
  const lazy =
    attributes['data-src'] ?? attributes['data-original'] ?? attributes['data-lazy-src'] ?? attributes['data-lazy'];
  const set = largestOfSrcset(attributes['data-srcset'] ?? attributes['srcset']);
  return [lazy, attributes['src'], set].map((url) => url?.trim()).find((url) => url && !isPlaceholder(url));
}

/** What stands in until the picture is loaded: data addresses and files that are called blank. */
function isPlaceholder(url: string): boolean {
  return (
    /^(?:data|about|blob):/i.test(url) ||
    /(?:^|[/_-])(?:blank|spacer|placeholder|transparent|lazy-?load(?:er|ing)?|loading|loader|1x1|empty|dummy)(?:[_.-][^/]{0,40})?\.(?:gif|png|svg|jpe?g|webp)(?:$|\?)/i.test(
      url,
    )
  );
}

/**
 * What stays of a picture's address when its size is left out: the path without query, format and the parts that say
 * how large it is. Two addresses with one key show one picture.
 */
export function pictureKey(url: string): string {
  return url
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .replace(/[?#].*$/, '')
    .toLowerCase()
    .replace(/[-_@](?:\d{2,4}x\d{2,4}|scaled|\d{1,2}x|\d{3,4}w?)(?=\.[a-z]{3,4}$|$)/, '')
    .replace(/\.(?:jpe?g|png|webp|avif|gif)$/, '')
    .replace(/\/(?:w_?\d+|h_?\d+|\d{2,4}x\d{2,4})(?=\/)/g, '');
}

function pixels(name: 'width' | 'height', value: string | undefined): Partial<Record<'width' | 'height', number>> {
  const number =
    value !== undefined && /^\s*\d{1,5}(?:\.\d+)?\s*(?:px)?\s*$/.test(value) ? Number.parseFloat(value) : 0;
  return number > 0 ? { [name]: Math.round(number) } : {};
}

function wordsOf(classWords: string | undefined): { classWords?: string } {
  return classWords ? { classWords: classWords.toLowerCase().slice(0, 200) } : {};
}
