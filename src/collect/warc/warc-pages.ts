import { createHash } from 'node:crypto';
import type { Place } from '../bytes/piece-reader.ts';
import { writePosition } from '../bytes/position.ts';
import type { Collected, FoundAt, SkipReason } from '../collected.ts';
import { matchesDigest, normaliseDigest } from './digests.ts';
import { decodeBody, type HttpMessage, parseHttpMessage } from './http-message.ts';
import { readPageNote } from './page-note.ts';
import type { BrokenRecord, WarcRecord } from './read-warc.ts';
import type { EarlierCaptures, SeenPayloads } from './revisits.ts';

export interface WarcPagesOptions {
  /** Path as it was given, and the part of it inside a WACZ. */
  readonly name: string;
  readonly input: string;
  /** Before positions: which file of a WACZ. */
  readonly prefix: string;
  readonly maxBytes: number;
  readonly seen: SeenPayloads;
  readonly archive?: EarlierCaptures;
  readonly onSkip: (reason: SkipReason) => void;
  /** Records before the first. */
  readonly count: number;
}

/** Room for the head of an HTTP answer beside the largest page. */
export const headRoom: number = 256 * 1024;

/** The pages among the records of a web archive, and what could not be read. The rest is counted by its reason. */
export async function* warcPages(
  records: AsyncIterable<WarcRecord | BrokenRecord>,
  options: WarcPagesOptions,
): AsyncGenerator<Collected> {
  let { count } = options;
  for await (const record of records) {
    const found = foundAt(record, count, options);
    count += 1;
    const name = `${options.name}#${labelOf(record.place)}`;
    const fail = (
      code: 'record-broken' | 'page-too-large' | 'packing-unsupported' | 'revisit-unresolved',
      detail: string,
    ) =>
      ({
        kind: 'failure',
        name,
        code,
        detail: `${record.kind === 'record' ? addressOf(record) : ''} ${detail}`.trim(),
        found,
      }) as const;
    if (record.kind === 'broken') {
      yield fail('record-broken', `byte ${labelOf(record.place)}: ${record.reason}`);
      continue;
    }
    const digest = record.fields.get('warc-block-digest');
    if (
      digest !== undefined &&
      record.block.length === record.length &&
      matchesDigest(digest, record.block) === false
    ) {
      yield fail('record-broken', `byte ${labelOf(record.place)}: its bytes do not have the digest that it names`);
      continue;
    }
    const capture = captureOf(record);
    if (capture === undefined) continue;
    if ('skip' in capture) {
      noteSkipped(options, record);
      options.onSkip(capture.skip);
      continue;
    }
    if (record.type === 'revisit') {
      const earlier = await findEarlier(record, options);
      if (earlier === undefined) yield fail('revisit-unresolved', record.fields.get('warc-refers-to-date') ?? '');
      else if (earlier === 'unchanged' || earlier === 'skipped')
        options.onSkip(earlier === 'skipped' ? 'other-type' : earlier);
      else {
        const { bytes, ...rest } = earlier;
        yield { kind: 'page', name, ...rest, ...aboutPage(record, capture.message), bytes, found };
      }
      continue;
    }
    if (record.block.length < record.length) {
      yield fail('page-too-large', `${record.length} bytes`);
      continue;
    }
    const body =
      capture.message === undefined ? { bytes: record.block } : await decodeBody(capture.message, options.maxBytes);
    if (body.problem !== undefined) {
      const code = {
        'too-large': 'page-too-large',
        unsupported: 'packing-unsupported',
        damaged: 'record-broken',
      } as const;
      yield fail(code[body.problem], body.detail);
      continue;
    }
    noteSeen(options, record, body.bytes);
    yield { kind: 'page', name, ...aboutPage(record, capture.message), bytes: body.bytes, found };
  }
}

function foundAt(record: WarcRecord | BrokenRecord, count: number, { input, prefix }: WarcPagesOptions): FoundAt {
  const next = record.kind === 'record' ? record.next : undefined;
  return {
    input,
    position: prefix + writePosition({ place: record.place, count }),
    ...(next === undefined ? {} : { next: prefix + writePosition({ place: next, count: count + 1 }) }),
  };
}

/** Byte of the file, and of the unpacked bytes where several records share one gzip member. */
function labelOf({ at, skip }: Place): string {
  return skip === 0 ? String(at) : `${at}+${skip}`;
}

function addressOf({ fields }: WarcRecord): string {
  // Some programs write the address in angle brackets.
  return (fields.get('warc-target-uri') ?? '').replace(/^<|>$/g, '');
}

type Capture = { readonly message?: HttpMessage } | { readonly skip: SkipReason };

/** What a record holds; nothing for requests, metadata and other records about records. */
function captureOf(record: WarcRecord): Capture | undefined {
  const address = addressOf(record);
  // What another Rapporteur kept was a page for it.
  const isPage = record.fields.has('rapporteur-page');
  switch (record.type) {
    case 'response': {
      if (!/^https?:/i.test(address)) return { skip: 'no-address' };
      const message = parseHttpMessage(record.block);
      if (message === undefined) return { skip: 'other-type' };
      if (message.status >= 300 && message.status < 400) return { skip: 'redirect' };
      if (message.status !== 200 && message.status !== 203) return { skip: 'http-status' };
      return isPage || isPageType(message.headers.get('content-type'), address, message.body)
        ? { message }
        : { skip: 'other-type' };
    }
    case 'revisit': {
      const message = parseHttpMessage(record.block);
      if (message !== undefined && message.status !== 304 && message.status !== 200) return { skip: 'http-status' };
      const type = message?.headers.get('content-type');
      if (!isPage && type !== undefined && !isPageType(type, address, record.block)) return { skip: 'other-type' };
      return message === undefined ? {} : { message };
    }
    case 'resource':
    case 'conversion':
      if (/^urn:(?:text|pageinfo|view|thumbnail|screenshot|fullPage)/i.test(address)) return { skip: 'other-type' };
      return isPage || isPageType(record.fields.get('content-type'), address, record.block)
        ? {}
        : { skip: 'other-type' };
    default:
      return undefined;
  }
}

function isPageType(contentType: string | undefined, address: string, body: Uint8Array): boolean {
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (/^(?:text\/html|application\/xhtml\+xml|multipart\/related|message\/rfc822)$/.test(type)) return true;
  // Files that a site keeps for programs.
  if (type === 'text/plain')
    return !/\/(?:robots|ads|app-ads|humans|security|llms|sellers)\.txt(?:[?#]|$)/i.test(address);
  if (type !== '' && type !== 'application/octet-stream' && type !== 'unk') return false;
  return /^[\s\uFEFF]*<(?:!doctype html|html|head|body|!--)/i.test(new TextDecoder().decode(body.subarray(0, 1024)));
}

/** What a record says about its page beside the bytes. */
function aboutPage(record: WarcRecord, message: HttpMessage | undefined) {
  const address = addressOf(record);
  const note = readPageNote(record.fields.get('rapporteur-page'));
  const url = /^https?:/i.test(address) ? address : undefined;
  const declared = message === undefined ? record.fields.get('content-type') : message.headers.get('content-type');
  // A revisit without a head of its own has the type of what it points to.
  const own = record.type === 'revisit' && message === undefined ? undefined : declared;
  const contentType = note?.contentType === undefined ? own : (note.contentType ?? undefined);
  const savedAt = note?.savedAt ?? instantOf(record.fields.get('warc-date'));
  const format = note === undefined ? (record.type === 'conversion' ? 'text' : undefined) : note.format;
  return {
    ...(url === undefined ? {} : { url }),
    identity: note === undefined ? (url === undefined && address !== '' ? address : null) : (note.name ?? null),
    ...(contentType === undefined ? {} : { contentType }),
    ...(savedAt === undefined ? {} : { savedAt }),
    ...(format === undefined ? {} : { format }),
  };
}

/** ISO instant of a WARC-Date, which may be as coarse as a year. */
function instantOf(date: string | undefined): string | undefined {
  if (date === undefined) return undefined;
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(date)) return date;
  const time = Date.parse(
    /^\d{14}$/.test(date) ? date.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6Z') : date,
  );
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function noteSeen({ seen }: WarcPagesOptions, record: WarcRecord, bytes: Uint8Array): void {
  const digest = record.fields.get('warc-payload-digest');
  if (digest === undefined) return;
  const hash = createHash('sha256').update(bytes).digest('hex');
  seen.note(normaliseDigest(digest), { hash, url: addressOf(record) });
}

function noteSkipped({ seen }: WarcPagesOptions, record: WarcRecord): void {
  const digest = record.fields.get('warc-payload-digest');
  if (digest !== undefined && record.type !== 'revisit') seen.note(normaliseDigest(digest), 'skipped');
}

/** The bytes that a revisit stands for; `unchanged` when the archive has them under this address already. */
async function findEarlier(record: WarcRecord, { seen, archive }: WarcPagesOptions) {
  const address = addressOf(record);
  const digest = record.fields.get('warc-payload-digest');
  const key = digest === undefined ? undefined : normaliseDigest(digest);
  const known = key === undefined ? undefined : seen.find(key);
  if (known === 'skipped') return 'skipped';
  if (known !== undefined && known.url === address) return 'unchanged';
  const hash = known?.hash ?? (key?.startsWith('sha256:') ? key.slice(7) : undefined);
  const same = hash === undefined ? undefined : await archive?.bytes(hash);
  if (same !== undefined) return { bytes: same };
  const of = record.fields.get('warc-refers-to-target-uri')?.replace(/^<|>$/g, '') ?? address;
  const capture = await archive?.capture(of, instantOf(record.fields.get('warc-refers-to-date')));
  if (capture === undefined) return undefined;
  if (of === address) return 'unchanged';
  const bytes = await archive?.bytes(capture.hash);
  if (bytes === undefined) return undefined;
  const { contentType, format } = capture;
  return { bytes, ...(contentType === undefined ? {} : { contentType }), ...(format === undefined ? {} : { format }) };
}
