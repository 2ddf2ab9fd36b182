import { describe, expect, test } from 'vitest';
import type { ArticleSpec } from '../../../../test/helpers/article-records.ts';
import { articleRecord } from '../../../../test/helpers/article-records.ts';
import { talks } from '../../../../test/helpers/fused-articles.ts';
import type { ReportedChainLink } from '../../model/attribution-chain.ts';
import type { MeetingReport } from '../../model/record.ts';
import { fuseMeetings } from './fuse-meetings.ts';
import type { RecordForFusion } from './reports.ts';

type Hands = readonly (readonly [kind: ReportedChainLink['kind'], name?: string])[];

function withChain(spec: Omit<ArticleSpec, 'meetings'>, hands: Hands): RecordForFusion {
  const told = articleRecord({ ...spec, published: '2024-03-05', meetings: [talks()] });
  const [mention] = told.record.mentions;
  const chain = hands.map(
    ([kind, name]): ReportedChainLink => ({
      kind,
      ...(name === undefined ? {} : { name }),
      basis: 'explicit',
      reason: 'test',
      certainty: 0.9,
      mentions: [mention?.id ?? ''],
    }),
  );
  const meetings = told.record.meetings.map((meeting) => ({ ...meeting, chain }));
  return { ...told, record: { ...told.record, meetings } };
}

function chains(records: readonly RecordForFusion[]): Record<string, string> {
  const reports: readonly MeetingReport[] = fuseMeetings(records).meetings.flatMap((meeting) => meeting.reports);
  return Object.fromEntries(
    reports.map(({ articleId, chain = [] }) => [
      articleId,
      chain
        .map(({ kind, name, basis, evidence }) => {
          const from = evidence.map((one) => one.articleId).join('+');
          return `${kind} ${name ?? '?'} ${basis} from ${from}`;
        })
        .join(' > '),
    ]),
  );
}

describe('the hands that the reports of a meeting went through', () => {
  const bare: Hands = [['outlet', 'The Pier']];
  const credited: Hands = [
    ['communique', 'Ministry of Ports'],
    ['agency', 'MAP'],
    ['outlet', 'The Quay'],
  ];

  test('a copy without credits has them from the other copies, as an inference with their evidence', () => {
    const found = chains([
      withChain({ id: 'a', dispatch: 'd' }, credited),
      withChain({ id: 'b', dispatch: 'd' }, bare),
    ]);
    expect(found['a']).toBe(
      'communique Ministry of Ports explicit from a > agency MAP explicit from a > outlet The Quay explicit from a',
    );
    expect(found['b']).toBe(
      'communique Ministry of Ports inferred from a > agency MAP inferred from a > outlet The Pier explicit from b',
    );
  });

  test('a text of its own has nothing from others', () => {
    const found = chains([
      withChain({ id: 'a', dispatch: 'd' }, credited),
      withChain({ id: 'b', dispatch: 'e' }, bare),
    ]);
    expect(found['b']).toBe('outlet The Pier explicit from b');
  });

  test('where copies credit two agencies nothing is inferred', () => {
    const found = chains([
      withChain({ id: 'a', dispatch: 'd' }, [['agency', 'MAP']]),
      withChain({ id: 'b', dispatch: 'd' }, [['agency', 'EFE']]),
      withChain({ id: 'c', dispatch: 'd' }, bare),
    ]);
    expect(found['c']).toBe('outlet The Pier explicit from c');
  });

  test("the agency's own page is not wired by itself", () => {
    const found = chains([
      withChain({ id: 'a', dispatch: 'd' }, [
        ['agency', 'MAP'],
        ['outlet', 'The Quay'],
      ]),
      withChain({ id: 'b', dispatch: 'd' }, [['outlet', 'MAP']]),
    ]);
    expect(found['b']).toBe('outlet MAP explicit from b');
  });

  test('an archive of an older form has no chains', () => {
    const [report] = fuseMeetings([articleRecord({ id: 'a', meetings: [talks()] })]).meetings[0]?.reports ?? [];
    expect(report).toEqual({ articleId: 'a', report: 0 });
  });
});
