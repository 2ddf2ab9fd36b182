import { z } from 'zod';
import { parseBlockSelector } from '../core/extract/block-selector.ts';
import type { BlockRule, OutletProfile } from '../core/extract/outlet-profile.ts';
import { RapporteurError } from '../errors.ts';
import { blockLabelSchema } from './vocabulary.ts';

const selectorSchema = z
  .string()
  .max(2000)
  .refine((text) => parseBlockSelector(text) !== undefined, {
    error: 'no selector; write for example "aside", ".share", "#top", "div.story [itemprop=author]"',
  });

const blockRuleSchema = z
  .strictObject({
    label: blockLabelSchema,
    startsWith: z.string().min(1).optional(),
    matches: z
      .string()
      .max(1000)
      .refine(isPattern, { error: 'no regular expression; write for example "^Read also"' })
      .optional(),
    within: selectorSchema.optional(),
  })
  .refine((rule) => rule.startsWith !== undefined || rule.matches !== undefined || rule.within !== undefined, {
    error: 'a rule without a condition; write "startsWith", "matches" or "within"',
  });

/** An outlet profile as an editor writes it. */
export const profileSchema = z.strictObject({
  name: z.string().min(1, { error: 'empty; write the name of the outlet' }),
  hosts: z
    .array(
      z.string().regex(/^(?!www\.)[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u, {
        error: 'no host; write for example "courier.example", without https:// and www.',
      }),
    )
    .min(1, { error: 'empty; write at least one host' }),
  languages: z.array(z.string().regex(/^[a-z]{2}$/, { error: 'no language; write two letters, for example "fr"' })),
  homeCountry: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'no country; write two capital letters, for example "MT"' })
    .optional(),
  aggregator: z.boolean().optional(),
  fingerprints: z.array(z.string().min(1)).optional(),
  ownNames: z.array(z.string().min(1)).optional(),
  agencyHabits: z.array(z.strictObject({ line: z.string().min(1), agency: z.string().min(1) })).optional(),
  examplePage: z.string().min(1).optional(),
  blockRules: z.array(blockRuleSchema).max(500).optional(),
  bodyWithin: z.array(selectorSchema).max(50).optional(),
});

/**
 * Profiles of a JSON text: one, or a list.
 * @throws RapporteurError `profile-invalid`, naming each field that is wrong and what to write
 */
export function parseProfiles(text: string, name: string): readonly OutletProfile[] {
  const refuse = (details: readonly string[], cause?: unknown) =>
    new RapporteurError('profile-invalid', `${name}: ${details.join('; ')}.`, {
      ...(cause === undefined ? {} : { cause }),
      context: { public: { file: name } },
    });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw refuse([`this is not JSON (${(error as Error).message})`], error);
  }
  const list = Array.isArray(value);
  const result = z.array(profileSchema).safeParse(list ? value : [value], { reportInput: true });
  if (!result.success) {
    throw refuse(result.error.issues.slice(0, 10).map((issue) => sentenceOf(issue, list)));
  }
  if (result.data.length === 0) throw refuse(['the list is empty; write at least one profile']);
  return result.data.map(withoutUndefined);
}

/** `blockRules[1].label: …`, with what to write. */
function sentenceOf(issue: z.core.$ZodIssue, list: boolean): string {
  const path = (list ? issue.path : issue.path.slice(1))
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i === 0 ? '' : '.'}${String(part)}`))
    .join('');
  const field = path === '' ? 'the profile' : path;
  if (issue.code === 'unrecognized_keys')
    return `${field}: there is no field ${issue.keys.map((key) => `"${key}"`).join(', ')}; the fields are ${fieldsAt(issue.path).join(', ')}`;
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return `${field}: missing; write ${hints[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_type') return `${field}: write ${hints[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value')
    return `${field}: no such label; write one of ${issue.values.map(String).join(', ')}`;
  return `${field}: ${issue.message}`;
}

const hints: Readonly<Record<string, string>> = {
  string: 'a text in quotation marks',
  array: 'a list in brackets, for example ["fr"]',
  boolean: 'true or false',
  object: 'an object in braces',
};

function fieldsAt(path: readonly PropertyKey[]): string[] {
  if (path.includes('blockRules')) return ['label', 'startsWith', 'matches', 'within'];
  if (path.includes('agencyHabits')) return ['line', 'agency'];
  return Object.keys(profileSchema.shape);
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u') !== undefined;
  } catch {
    return false;
  }
}

/** JSON has no undefined, the schema's type does. */
function withoutUndefined(profile: z.infer<typeof profileSchema>): OutletProfile {
  const { blockRules, ...rest } = profile;
  const strip = <T extends object>(value: T) =>
    Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
  return {
    ...strip(rest),
    ...(blockRules === undefined ? {} : { blockRules: blockRules.map((rule) => strip(rule) as unknown as BlockRule) }),
  } as unknown as OutletProfile;
}
