/**
 * The address as RFC 3986 writes it, when it is one of the web: http or https, every sign that may not stand there
 * percent-encoded.
 */
export function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || url.length > 2000 || !URL.canParse(url)) return undefined;
  const { href, protocol } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') return undefined;
  const encoded = href.replace(/[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})/g, (sign) =>
    encodeURIComponent(sign.toWellFormed()),
  );
  // Brackets stand around an address of IPv6 only, and a second "#" is part of the first.
  const [front = '', ...fragment] = encoded.split('#');
  const authority = /^https?:\/\/[^/?]*/.exec(front)?.[0] ?? '';
  const rest = front.slice(authority.length) + (fragment.length === 0 ? '' : `#${fragment.join('%23')}`);
  return authority + rest.replaceAll('[', '%5B').replaceAll(']', '%5D');
}
