import { describe, expect, it } from 'vitest';
import type { Writer } from '../tables.ts';
import { shareTransactions, standInLine, type Write } from './share-transactions.ts';

/** Notes what is safe after each transaction; `broken` makes one fail at its beginning or end. */
function noted(broken: { readonly begin?: readonly number[]; readonly end?: readonly number[] } = {}) {
  const transactions: string[][] = [];
  let begun = 0;
  const write: Write = async (work) => {
    const number = begun++;
    await Promise.resolve();
    if (broken.begin?.includes(number)) throw new Error('cannot begin');
    const lines: string[] = [];
    const result = await work(lines as unknown as Writer);
    if (broken.end?.includes(number)) throw new Error('cannot end');
    transactions.push(lines);
    return result;
  };
  const note = (line: string) => async (tx: Writer) => {
    await Promise.resolve();
    (tx as unknown as string[]).push(line);
    return `${line} done`;
  };
  return { transactions, share: shareTransactions(write), note };
}

describe('shared transactions', () => {
  it('does what waits together in one, in order, and gives each its own result', async () => {
    const { transactions, share, note } = noted();
    const results = await Promise.all([share(note('a')), share(note('b')), share(note('c'))]);
    expect(results).toEqual(['a done', 'b done', 'c done']);
    expect(transactions).toEqual([['a', 'b', 'c']]);
  });

  it('begins another for what comes later', async () => {
    const { transactions, share, note } = noted();
    await share(note('a'));
    await Promise.all([share(note('b')), share(note('c'))]);
    expect(transactions).toEqual([['a'], ['b', 'c']]);
  });

  it('keeps the failure of one from the others', async () => {
    const { transactions, share, note } = noted();
    const refused = share(() => Promise.reject(new Error('refused')));
    const [a, b, c] = await Promise.allSettled([share(note('a')), refused, share(note('c'))]);
    expect([a.status, b.status, c.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(transactions.flat().sort()).toEqual(['a', 'c']);
  });

  it('does each alone when all together could not end', async () => {
    const { transactions, share, note } = noted({ end: [0] });
    expect(await Promise.all([share(note('a')), share(note('b'))])).toEqual(['a done', 'b done']);
    expect(transactions).toEqual([['a'], ['b']]);
  });

  it('fails one piece of work for one transaction that could not begin', async () => {
    const { transactions, share, note } = noted({ begin: [0] });
    const [a, b] = await Promise.allSettled([share(note('a')), share(note('b'))]);
    expect([a.status, b.status]).toEqual(['rejected', 'fulfilled']);
    expect(transactions).toEqual([['b']]);
  });

  it('takes no more than a number of them at once', async () => {
    const { transactions, share, note } = noted();
    await Promise.all(Array.from({ length: 150 }, (_, i) => share(note(`${i}`))));
    expect(transactions.map((lines) => lines.length)).toEqual([64, 64, 22]);
  });
});

it('one file: what one connection begins waits for what another began, whatever becomes of that', async () => {
  const said: string[] = [];
  const slow: Write = async (work) => {
    said.push('begin');
    await new Promise((resolve) => setTimeout(resolve, 1));
    const result = await work(undefined as unknown as Writer);
    said.push('end');
    return result;
  };
  const [one, other] = [standInLine('a.db', slow), standInLine('a.db', slow)];
  const refused = one(() => Promise.reject(new Error('refused')));
  await Promise.allSettled([refused, other(async () => 1), one(async () => 2)]);
  expect(said).toEqual(['begin', 'begin', 'end', 'begin', 'end']);
});
