/** Codes of Node, OpenSSL, zlib and undici, in words; most exact first. */
const words: readonly (readonly [code: RegExp, sentence: string])[] = [
  [/^ECONNREFUSED$/, 'nothing answers there'],
  [/^(?:ENOTFOUND|EAI_NODATA|EAI_NONAME)$/, 'there is no such host'],
  [/^EAI_/, 'the name of the host could not be looked up'],
  [/^(?:UND_ERR_CONNECT_TIMEOUT|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT|ETIMEDOUT)$/, 'no answer in time'],
  [/^(?:EHOSTUNREACH|ENETUNREACH|ENETDOWN)$/, 'no way leads there'],
  [/^CERT_|^DEPTH_ZERO|SELF_SIGNED|LEAF_SIGNATURE|ISSUER_CERT|ALTNAME/, 'its certificate is not valid'],
  [/^(?:ERR_SSL|ERR_TLS|EPROTO)/, 'no secure connection could be made'],
  [/^(?:HPE_|UND_ERR_HEADERS_OVERFLOW)/, 'what it sends is not HTTP'],
  [
    /^UND_ERR_RES_CONTENT_LENGTH_MISMATCH$|^ERR_STREAM_PREMATURE_CLOSE$|^ECONNRESET$|^UND_ERR_SOCKET$|^EPIPE$/,
    'the answer broke off',
  ],
  [/^(?:Z_|ERR__?ZLIB|ERR_BROTLI|ERR_PADDING)/, 'its packing is damaged'],
];

/** Why no answer came, for a person, with the code for whoever wants to look it up. */
export function describeFailure(error: unknown): string {
  const { code: given, message, name } = error as NodeJS.ErrnoException;
  // Of what is no HTTP at all undici knows no code.
  const code = given ?? (name === 'HTTPParserError' ? 'HPE_INVALID' : undefined);
  if (typeof code !== 'string') return message ?? String(error);
  const sentence = words.find(([known]) => known.test(code))?.[1];
  return sentence === undefined ? code : `${sentence} (${code})`;
}
