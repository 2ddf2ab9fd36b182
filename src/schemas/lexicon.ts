import { z } from 'zod';
import { lexiconId } from '../core/group/learn-lexicon.ts';
import type { LearnedLexicon } from '../core/group/pivot.ts';
import { RapporteurError } from '../errors.ts';

/** A pack is read whole whenever stories are grouped. */
export const largestLexicon: number = 16_000_000;
const mostLanguages = 40;
const mostWords = 200_000;

const stem = z.string().min(1).max(64);
const translations = z
  .array(z.tuple([stem, z.number().gt(0).max(1)]))
  .min(1)
  .max(8);

export const lexiconSchema = z
  .strictObject({
    schema: z.literal('rapporteur.lexicon/1'),
    id: z
      .string()
      .regex(/^[0-9a-z]{1,32}$/)
      .describe('Made from the words.'),
    pivot: z.literal('en').describe('The language that all others are brought to.'),
    source: z.string().trim().min(1).max(500).describe('What it was learned from.'),
    licence: z.string().trim().min(1).max(200).describe('What may be done with it.'),
    words: z
      .record(
        z.string().regex(/^[a-z]{2,3}$/),
        z
          .record(stem, translations)
          .refine((words) => Object.keys(words).length <= mostWords, { error: `more than ${mostWords} words` }),
      )
      .refine((words) => Object.keys(words).length <= mostLanguages, { error: `more than ${mostLanguages} languages` })
      .describe('By language: stem, English stems with their probability.'),
  })
  .describe('A lexicon pack: how words of other languages find English ones when stories are linked.');

export const lexiconSummarySchema = z
  .strictObject({
    schema: z.literal('rapporteur.lexicon-summary/1'),
    id: z.string(),
    source: z.string(),
    licence: z.string(),
    languages: z.array(z.strictObject({ language: z.string(), words: z.int().min(0) })),
  })
  .describe('An installed lexicon pack, without its words.');
export type LexiconSummaryOut = z.infer<typeof lexiconSummarySchema>;

export function renderLexiconSummary({ id, source, licence, words }: LearnedLexicon): LexiconSummaryOut {
  const languages = Object.entries(words).map(([language, own]) => ({ language, words: Object.keys(own).length }));
  return { schema: 'rapporteur.lexicon-summary/1', id, source, licence, languages };
}

/**
 * A pack as somebody made it.
 * @param name of the file, for the message
 * @throws RapporteurError `lexicon-invalid`, naming what is wrong
 */
export function parseLexicon(text: string, name: string): LearnedLexicon {
  const refuse = (detail: string, cause?: unknown) =>
    new RapporteurError('lexicon-invalid', `${name}: ${detail}.`, {
      ...(cause === undefined ? {} : { cause }),
      context: { public: { file: name } },
    });
  if (text.length > largestLexicon) throw refuse(`larger than ${largestLexicon / 1_000_000} MB`);
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw refuse('this is not JSON', error);
  }
  const result = lexiconSchema.safeParse(value);
  if (!result.success) {
    const [issue] = result.error.issues;
    const path = issue?.path.map(String).join('.').slice(0, 120) ?? '';
    throw refuse(`${path === '' ? 'the pack' : path}: ${issue?.message ?? 'invalid'}`);
  }
  if (Object.keys(result.data.words).length === 0) throw refuse('words: there is no language in it');
  const own = lexiconId(result.data.words);
  // Whoever compares prints of two archives trusts the id.
  if (own !== result.data.id) throw refuse(`id: these words make the id "${own}"; they were changed since`);
  return result.data;
}
