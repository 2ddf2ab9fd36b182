import type { GroupPart } from './measure-group.ts';

const columns = [
  ['articles', 'articles'],
  ['fingerprints', 'fingerprints'],
  ['dispatches', 'dispatches'],
  ['dispatchesInAll', 'together'],
  ['storyPrints', 'terms'],
  ['stories', 'stories'],
  ['storiesInAll', 'together'],
  ['held', 'MB held'],
  ['residentBefore', 'MB before'],
  ['resident', 'MB in all'],
] as const satisfies readonly (readonly [keyof GroupPart, string])[];

export const groupHeader = [
  'A stream of made articles, 200 a day: articles a second of CPU time since the line before, and most memory so far',
  columns.map(([, name]) => name.padStart(13)).join(''),
].join('\n');

export function printGroupPart(part: GroupPart): string {
  return columns.map(([key]) => part[key].toLocaleString('en').padStart(13)).join('');
}
