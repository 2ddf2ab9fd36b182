import type { BlockRule, OutletProfile } from '../core/extract/outlet-profile.ts';
import { selectorOfXPath } from './xpath-selector.ts';

/** A line of a rule file that gave nothing, and why. */
export interface UntranslatedLine {
  readonly line: number;
  readonly text: string;
  readonly reason: string;
}

export interface TranslatedRules {
  /** Absent when no line says anything that a profile can hold. */
  readonly profile?: OutletProfile;
  readonly untranslated: readonly UntranslatedLine[];
}

/** What a rule with an element labels. Fields first: what is stripped is stripped from the body, not from them. */
const labels: Readonly<Record<string, BlockRule['label']>> = {
  title: 'headline',
  author: 'byline',
  date: 'publication',
  strip: 'other',
};

/** Directives that steer another program; nothing is lost by leaving them out, but they are named all the same. */
const unneeded = new Set(
  'tidy prune parser autodetect_on_failure autodetect_next_page convert_double_br_tags skip_json_ld insert_detected_image'.split(
    ' ',
  ),
);

/**
 * Turns the text of one `HOST.txt` of the public-domain site rules of Full-Text RSS into an outlet profile. Every line
 * that gives nothing is named with its reason.
 */
export function translateSiteRules(fileName: string, text: string): TranslatedRules {
  const host = fileName
    .replace(/\.txt$/i, '')
    .replace(/^\.|^www\./g, '')
    .toLowerCase();
  const untranslated: UntranslatedLine[] = [];
  const fields: BlockRule[] = [];
  const strips: BlockRule[] = [];
  const bodyWithin: string[] = [];
  let examplePage: string | undefined;
  for (const [at, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const refuse = (reason: string) => untranslated.push({ line: at + 1, text: line, reason });
    const [, name = '', value = ''] = /^([a-z_]+)(?:\([\s\S]*?\))?\s*:\s*([\s\S]*)$/i.exec(line) ?? [];
    const key = name.toLowerCase();
    if (key === 'test_url') examplePage ??= value;
    else if (key === 'strip_id_or_class') {
      const part = value.replace(/^['"]|['"]$/g, '').trim();
      if (!/^[\p{L}\p{N}_-]+$/u.test(part)) refuse('not one word of an id or class');
      else strips.push({ label: 'other', within: `[class*="${part}"], [id*="${part}"]` });
    } else if (key === 'body' || labels[key] !== undefined) {
      const result = selectorOfXPath(value);
      if ('problem' in result) refuse(result.problem);
      else if (key === 'body') bodyWithin.push(result.selector);
      else (key === 'strip' ? strips : fields).push({ label: labels[key] ?? 'other', within: result.selector });
    } else if (unneeded.has(key)) refuse('has no meaning here');
    else if (key === '') refuse('not a directive');
    else refuse('no profile can say this');
  }
  if (!/^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(host)) {
    return { untranslated: [{ line: 0, text: fileName, reason: 'the name of the file is no host' }, ...untranslated] };
  }
  const rules = [...fields, ...strips];
  if (rules.length === 0 && bodyWithin.length === 0) return { untranslated };
  return {
    profile: {
      name: host,
      hosts: [host],
      languages: [],
      ...(examplePage === undefined || examplePage === '' ? {} : { examplePage }),
      ...(rules.length === 0 ? {} : { blockRules: rules }),
      ...(bodyWithin.length === 0 ? {} : { bodyWithin }),
    },
    untranslated,
  };
}
