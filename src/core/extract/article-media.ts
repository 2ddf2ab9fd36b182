import type { ArticleEmbed, ArticleVideo } from '../model/article.ts';
import { type RawBlock, type RawVideo, zone } from '../read/raw-page.ts';
import { playerOf } from '../read/video-players.ts';
import { absoluteUrl } from './absolute-url.ts';
import type { CanonicalText } from './canonical-text.ts';
import type { Draft } from './draft.ts';
import { jsonLdObjects, stringsAt } from './json-ld.ts';
import { metaValue } from './machine-values.ts';
import type { MachineObject } from './microdata.ts';

/** Where videos of other things stand. */
const elsewhere = zone.navigation | zone.footer | zone.related | zone.comments | zone.promo | zone.advert | zone.aside;
const mostVideos = 20;

/** The videos of the article: players and files on the page, then what structured data and metadata name. */
export function findVideos(draft: Draft): readonly ArticleVideo[] {
  const videos: ArticleVideo[] = [];
  const seen = new Map<string, number>();
  const push = (video: ArticleVideo): void => {
    const key = videoKey(video.url);
    const at = seen.get(key);
    if (at !== undefined) videos[at] = { ...video, ...(videos[at] as ArticleVideo) };
    else if (videos.length < mostVideos) {
      seen.set(key, videos.length);
      videos.push(video);
    }
  };
  const base = draft.page.url;
  for (const video of draft.raw.videos) {
    const url = absoluteUrl(video.url, base);
    if (!url || isElsewhere(draft, video)) continue;
    const { kind, provider, title } = video;
    const poster = absoluteUrl(video.poster, base);
    push({
      url,
      kind,
      ...(provider ? { provider } : {}),
      ...(title ? { title } : {}),
      ...(poster ? { poster } : {}),
      basis: 'page',
    });
  }
  for (const object of videoObjects(draft)) {
    const file = absoluteUrl(stringsAt(object, 'contentUrl')[0], base);
    const embed = absoluteUrl(stringsAt(object, 'embedUrl')[0], base);
    const url = embed ?? file;
    if (!url) continue;
    const title = stringsAt(object, 'name')[0];
    const poster = absoluteUrl(stringsAt(object, 'thumbnailUrl')[0], base);
    const provider = embed ? playerOf(embed) : undefined;
    push({
      url,
      kind: embed ? 'embed' : 'file',
      ...(provider ? { provider } : {}),
      ...(title ? { title } : {}),
      ...(poster ? { poster } : {}),
      basis: object.origin,
    });
  }
  const meta = metaValue(draft.raw, ['og:video:secure_url', 'og:video:url', 'og:video', 'twitter:player']);
  const named = meta && absoluteUrl(meta.value, base);
  if (meta && named) {
    const provider = playerOf(named);
    const isFile = /\.(?:mp4|m4v|webm|m3u8|ogv|mov)(?:$|[?#])/i.test(named);
    push({
      url: named,
      kind: isFile ? 'file' : 'embed',
      ...(provider && !isFile ? { provider } : {}),
      basis: meta.key,
    });
  }
  return videos;
}

/** One video has many addresses; what stays is its name. */
function videoKey(url: string): string {
  const youtube =
    /(?:youtu\.be\/|youtube(?:-nocookie)?\.com\/(?:embed\/|shorts\/|live\/|v\/|watch\?(?:[^#]*&)?v=))([\w-]{6,})/i.exec(
      url,
    );
  return youtube ? `youtube ${youtube[1]}` : url.replace(/^https?:/, '').replace(/#.*$/, '');
}

/** Videos that the structured data gives for this page: on their own, or as the video of the article. */
function videoObjects({ raw }: Draft): readonly MachineObject[] {
  return jsonLdObjects(raw)
    .filter(({ types }) => types.includes('VideoObject'))
    .slice(0, mostVideos);
}

function isElsewhere({ raw }: Draft, video: RawVideo): boolean {
  for (let node = video.node; node > 0; node = raw.nodes[node]?.parent ?? -1) {
    const own = raw.nodes[node];
    if (!own || own.tag === 'article' || own.tag === 'main') return false;
    if (((own.zones | own.classZones) & elsewhere) !== 0) return true;
  }
  return false;
}

/** Addresses of single posts, by network. */
const posts: readonly (readonly [provider: string, address: RegExp])[] = [
  ['x.com', /^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/[^/]+\/status(?:es)?\/\d+/i],
  ['instagram.com', /^https?:\/\/(?:www\.)?instagram\.com\/(?:[^/]+\/)?(?:p|reel|tv)\/[\w-]+/i],
  [
    'facebook.com',
    /^https?:\/\/(?:www\.|m\.)?facebook\.com\/(?:[^/]+\/(?:posts|photos|videos)\/|permalink\.php|story\.php|photo)/i,
  ],
  ['tiktok.com', /^https?:\/\/(?:www\.)?tiktok\.com\/@[^/]+\/video\/\d+/i],
  ['t.me', /^https?:\/\/t\.me\/(?:s\/)?\w+\/\d+/i],
  ['threads.net', /^https?:\/\/(?:www\.)?threads\.(?:net|com)\/@[^/]+\/post\/[\w-]+/i],
  ['bsky.app', /^https?:\/\/bsky\.app\/profile\/[^/]+\/post\/\w+/i],
  ['mastodon', /^https?:\/\/[^/]+\/@[\w.]+(?:@[\w.]+)?\/\d{10,}/i],
];

/** Posts of social networks inside the article, each with the block that quotes it. */
export function findEmbeds(draft: Draft, canonical: CanonicalText): readonly ArticleEmbed[] {
  const embeds = new Map<string, ArticleEmbed>();
  for (let i = 0; i < draft.raw.blocks.length; i++) {
    const block = draft.raw.blocks[i] as RawBlock;
    if (draft.decisions[i]?.label !== 'social' || block.links.length === 0) continue;
    for (const link of block.links) {
      const url = absoluteUrl(link.url, draft.page.url)?.replace(/[?#].*$/, '');
      const provider = url && posts.find(([, address]) => address.test(url))?.[0];
      if (url && provider && !embeds.has(url) && embeds.size < 50)
        embeds.set(url, { url, provider, span: canonical.span(i) });
    }
  }
  return [...embeds.values()];
}
