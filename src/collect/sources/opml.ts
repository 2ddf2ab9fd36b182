import { generateOpml, parseOpml } from 'feedsmith';
import { Parser } from 'htmlparser2';

/** One feed of an OPML file, with the folders it stands in. */
export interface OpmlFeed {
  readonly address: string;
  readonly title?: string;
  readonly site?: string;
  /** Names from the outside in. */
  readonly folder: readonly string[];
}

/** Reads the feeds of an OPML file. Broken files are read as far as they go: many readers write such. */
export function readOpml(text: string): readonly OpmlFeed[] {
  const feeds = readWellFormed(text) ?? readBroken(text);
  const seen = new Set<string>();
  return feeds.filter(({ address }) => URL.canParse(address) && !seen.has(address) && seen.add(address));
}

/** Whether a file says that it is OPML. */
export function isOpml(text: string): boolean {
  return /<opml[\s>]/i.test(text.slice(0, 4_000));
}

interface Outline {
  readonly text?: string;
  readonly title?: string;
  readonly xmlUrl?: string;
  readonly htmlUrl?: string;
  readonly outlines?: readonly Outline[];
}

function readWellFormed(text: string): OpmlFeed[] | undefined {
  try {
    const feeds: OpmlFeed[] = [];
    const walk = (outlines: readonly Outline[], folder: readonly string[]): void => {
      for (const outline of outlines) {
        const name = outline.text ?? outline.title;
        if (outline.xmlUrl !== undefined) feeds.push(feedOf(outline, folder));
        walk(outline.outlines ?? [], outline.xmlUrl === undefined && name !== undefined ? [...folder, name] : folder);
      }
    };
    walk((parseOpml(text).body?.outlines ?? []) as readonly Outline[], []);
    return feeds.length === 0 ? undefined : feeds;
  } catch {
    return undefined;
  }
}

function readBroken(text: string): OpmlFeed[] {
  const feeds: OpmlFeed[] = [];
  const folders: (string | undefined)[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (name !== 'outline') return;
        const { text: label, title, xmlurl, htmlurl } = attributes;
        const folder = folders.filter((one) => one !== undefined);
        const outline = {
          ...(label === undefined ? {} : { text: label }),
          ...(title === undefined ? {} : { title }),
          ...(htmlurl === undefined ? {} : { htmlUrl: htmlurl }),
        };
        if (xmlurl !== undefined) feeds.push(feedOf({ ...outline, xmlUrl: xmlurl }, folder));
        folders.push(xmlurl === undefined ? (label ?? title) : undefined);
      },
      onclosetag(name) {
        if (name === 'outline') folders.pop();
      },
    },
    { xmlMode: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(text);
  parser.end();
  return feeds;
}

function feedOf(outline: Outline, folder: readonly string[]): OpmlFeed {
  const title = outline.title ?? outline.text;
  return {
    address: (outline.xmlUrl ?? '').trim(),
    ...(title === undefined ? {} : { title }),
    ...(outline.htmlUrl === undefined ? {} : { site: outline.htmlUrl }),
    folder,
  };
}

/** Writes feeds as OPML, folders inside each other as they were. */
export function writeOpml(title: string, feeds: readonly OpmlFeed[]): string {
  interface Folder {
    text: string;
    outlines: (Folder | { text: string; type: string; xmlUrl: string; htmlUrl?: string })[];
  }
  const root: Folder = { text: '', outlines: [] };
  for (const feed of feeds) {
    let home = root;
    for (const name of feed.folder) {
      let next = home.outlines.find((one): one is Folder => 'outlines' in one && one.text === name);
      if (next === undefined) {
        next = { text: name, outlines: [] };
        home.outlines.push(next);
      }
      home = next;
    }
    home.outlines.push({
      text: feed.title ?? feed.address,
      type: 'rss',
      xmlUrl: feed.address,
      ...(feed.site === undefined ? {} : { htmlUrl: feed.site }),
    });
  }
  return generateOpml({ head: { title }, body: { outlines: root.outlines } });
}
