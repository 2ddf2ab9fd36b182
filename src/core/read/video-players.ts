/** Players that the press embeds: their hosts, and whose they are. A path, where the host shows other things too. */
const players: readonly (readonly [host: string, provider: string, path?: RegExp])[] = [
  ['youtube.com', 'youtube.com', /^\/(?:embed|watch|shorts|live|v)\b/],
  ['youtube-nocookie.com', 'youtube.com'],
  ['youtu.be', 'youtube.com'],
  ['vimeo.com', 'vimeo.com'],
  ['dailymotion.com', 'dailymotion.com'],
  ['dai.ly', 'dailymotion.com'],
  ['facebook.com', 'facebook.com', /^\/(?:plugins\/video|watch|video|[^/]+\/videos\/)/],
  ['tiktok.com', 'tiktok.com', /^\/(?:embed|player)/],
  ['twitch.tv', 'twitch.tv'],
  ['rumble.com', 'rumble.com', /^\/embed/],
  ['rutube.ru', 'rutube.ru'],
  ['ok.ru', 'ok.ru', /^\/videoembed/],
  ['streamable.com', 'streamable.com'],
  ['brightcove.net', 'brightcove.com'],
  ['brightcove.com', 'brightcove.com'],
  ['jwplayer.com', 'jwplayer.com'],
  ['jwplatform.com', 'jwplayer.com'],
  ['kaltura.com', 'kaltura.com'],
  ['digiteka.net', 'digiteka.com'],
  ['digiteka.com', 'digiteka.com'],
  ['ultimedia.com', 'digiteka.com'],
  ['wistia.com', 'wistia.com'],
  ['wistia.net', 'wistia.com'],
  ['videopress.com', 'videopress.com'],
];

/** Whose video player an address shows; `undefined` when it shows none. Unknown hosts go by the words of the address. */
export function playerOf(url: string): string | undefined {
  const match = /^(?:https?:)?\/\/(?:www\.|m\.)?([^/?#:]+)(?::\d+)?([^?#]*)/i.exec(url.trim().slice(0, 1000));
  const host = match?.[1]?.toLowerCase();
  if (!host) return undefined;
  const path = match?.[2] ?? '';
  for (const [known, provider, only] of players) {
    if (host !== known && !host.endsWith(`.${known}`)) continue;
    return !only || only.test(path) ? provider : undefined;
  }
  const words = `${host}${path}`;
  return /(?:^|[/._-])(?:video|player|videos|videoplayer)(?=$|[/._-])/i.test(words) &&
    !/audio|podcast|radio/i.test(words)
    ? host
    : undefined;
}
