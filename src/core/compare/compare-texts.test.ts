import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CompareOptions, compareTexts } from './compare-texts.ts';
import { comparedText } from './compared-text.ts';

/** The comparison in one line a sentence: `=` same, `[-old-]`, `{+new+}`, `[-old-]{+new+}`, `>` moved. */
function show(before: string, after: string, language = 'en', options: CompareOptions = {}): string[] {
  const { sentences } = compareTexts(comparedText(before, language), comparedText(after, language), options);
  return sentences.map((sentence) => {
    const sign = sentence.moved ? '> ' : '';
    if (sentence.kind === 'inserted') return `+ ${after.slice(sentence.after?.start, sentence.after?.end)}`;
    if (sentence.kind === 'deleted') return `- ${before.slice(sentence.before?.start, sentence.before?.end)}`;
    if (sentence.kind === 'same') return `${sign}= ${after.slice(sentence.after?.start, sentence.after?.end)}`;
    const runs = sentence.runs.map((run) => {
      const old = before.slice(run.before.start, run.before.end);
      const now = after.slice(run.after.start, run.after.end);
      if (run.kind === 'same') return now;
      return `${old === '' ? '' : `[-${old}-]`}${now === '' ? '' : `{+${now}+}`}`;
    });
    return `${sign}${runs.join(' ')}`;
  });
}

describe('words', () => {
  test.each([
    ['The ferry sails on Monday.', 'The ferry sails on Monday.', ['= The ferry sails on Monday.']],
    [
      'The old ferry sails on Monday from Bizerte.',
      'The ferry sails again on Monday from Bizerte.',
      ['The [-old-] ferry sails {+again+} on Monday from Bizerte.'],
    ],
    [
      'The crew of 14 sailors left the port of Bizerte.',
      'The crew of 19 sailors left the port of Bizerte.',
      ['The crew of [-14-]{+19+} sailors left the port of Bizerte.'],
    ],
    [
      'The minister praised the work of the joint patrols on the river.',
      'The minister praised, in a long speech, the joint patrols on the river.',
      ['The minister praised [-the work of-]{+, in a long speech,+} the joint patrols on the river.'],
    ],
  ])('%j to %j', (before, after, expected) => {
    expect(show(before, after)).toEqual(expected);
  });

  test('Arabic words stay whole, with their conjunctions and endings', () => {
    expect(
      show(
        'وقّع الوزيران مذكرة تفاهم بشأن الموانئ والملاحة في طبرقة.',
        'وقّع الوزيران اتفاقية جديدة بشأن الموانئ والصيد في طبرقة.',
        'ar',
      ),
    ).toEqual(['وقّع الوزيران [-مذكرة تفاهم-]{+اتفاقية جديدة+} بشأن الموانئ [-والملاحة-]{+والصيد+} في طبرقة.']);
  });

  test.each([
    ['fr', 'L’accord « des deux rives » a été signé.', 'L\'ACCORD "des deux rives" a ete signe.'],
    ['ar', 'وَقَّعَ الوزيرُ الاتّفاقية في ميناء طبرقة.', 'وقع الوزير الاتفاقيه في ميناء طبرقه.'],
  ])('%s: accents and typography count or not, as asked', (language, before, after) => {
    expect(show(before, after, language, { ignoreTypography: true })).toEqual([`= ${after}`]);
    expect(show(before, after, language)[0]).toContain('{+');
  });
});

describe('sentences', () => {
  const port = 'The port of Tabarka will be dredged before the summer.';
  const fish = 'Fishing is forbidden in the northern bay until April.';
  const boat = 'A patrol boat was handed over to the coast guard.';

  test('a moved sentence is found, and what changed in it', () => {
    expect(show(`${port} ${fish} ${boat}`, `${boat.replace('A patrol', 'A second patrol')} ${port} ${fish}`)).toEqual([
      '> A {+second+} patrol boat was handed over to the coast guard.',
      `= ${port}`,
      `= ${fish}`,
    ]);
  });

  test('what only one text has stands where it was', () => {
    expect(show(`${port} ${fish} ${boat}`, `${port} Nobody spoke to the press. ${boat}`)).toEqual([
      `= ${port}`,
      '+ Nobody spoke to the press.',
      `- ${fish}`,
      `= ${boat}`,
    ]);
  });

  test('a sentence that was cut is a changed one', () => {
    expect(
      show(
        'The minister received his guest on Monday, said a statement of the ministry that also named the delegation and the places that it had visited.',
        'The minister received his guest on Monday.',
      ),
    ).toHaveLength(1);
  });

  test('two sentences of one template about other things are not the same sentence', () => {
    expect(show('The road to Gafsa is closed.', 'The bridge over the Medjerda was opened yesterday.')).toEqual([
      '+ The bridge over the Medjerda was opened yesterday.',
      '- The road to Gafsa is closed.',
    ]);
  });

  test('thousands of lines', () => {
    const lines = Array.from({ length: 6000 }, (_, index) => `Line ${index} of the table of tides.`);
    const { sentences } = compareTexts(
      comparedText(lines.join('\n'), 'en'),
      comparedText([...lines.slice(3000), ...lines.slice(0, 3000)].join('\n'), 'en'),
    );
    expect(sentences.filter(({ moved }) => moved)).toHaveLength(3000);
  });

  test('empty texts', () => {
    expect(show('', '')).toEqual([]);
    expect(show('', port)).toEqual([`+ ${port}`]);
  });
});

test('counts the words of both and those that stayed', () => {
  const { words } = compareTexts(
    comparedText('The old ferry sails on Monday.', 'en'),
    comparedText('The ferry sails on Monday, again.', 'en'),
  );
  expect(words).toEqual({ before: 6, after: 6, shared: 5 });
});

test('every run lies in its text, runs rise, and what is the same reads the same', () => {
  const word = fc.constantFrom('the', 'ferry', 'port', 'of', 'Bizerte', 'sails', '14', ',', 'and', 'الوزير', 'été');
  const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => `${words.join(' ')}.`);
  const text = fc.array(sentence, { maxLength: 6 }).map((sentences) => sentences.join(' \n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { sentences } = compareTexts(comparedText(before, 'en'), comparedText(after, 'en'));
      for (const { runs, before: one, after: other } of sentences) {
        let [i, j] = [one?.start ?? 0, other?.start ?? 0];
        for (const run of runs) {
          expect(run.before.start).toBeGreaterThanOrEqual(i);
          expect(run.after.start).toBeGreaterThanOrEqual(j);
          [i, j] = [run.before.end, run.after.end];
          if (run.kind === 'same') {
            expect(before.slice(run.before.start, run.before.end)).toBe(after.slice(run.after.start, run.after.end));
          }
        }
        if (one !== undefined && other !== undefined) {
          expect(i).toBe(one.end);
          expect(j).toBe(other.end);
        }
      }
    }),
  );
});
