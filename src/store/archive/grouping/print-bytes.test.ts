import { expect, test } from 'vitest';
import { dispatchPrint } from '../../../core/group/dispatch-print.ts';
import { storyPrint } from '../../../core/group/story-print.ts';
import { packDispatchPrint, packStoryPrint, unpackDispatchPrint, unpackStoryPrint } from './print-bytes.ts';

const article = {
  id: 'a',
  language: 'fr',
  title: 'Le bac reprend la mer',
  text: "Le bac de Port-Sable a repris la mer lundi 4 mars, a dit Élodie Maréchal. Il n'avait pas navigué depuis 21 jours.",
  published: '2024-03-05T08:30:00+01:00',
};

test.each([
  ['a text', article],
  ['a text without a day or a word', { id: 'b', language: 'und', text: '' }],
])('prints survive being stored: %s', (_, one) => {
  const [dispatch, story] = [dispatchPrint(one), storyPrint(one)];
  // As a driver may give it: inside a larger buffer, at an odd place.
  const shifted = (bytes: Uint8Array) => Buffer.concat([new Uint8Array(3), bytes]).subarray(3);
  expect(unpackDispatchPrint(shifted(packDispatchPrint(dispatch)))).toEqual(dispatch);
  expect(unpackStoryPrint(shifted(packStoryPrint(story)))).toEqual(story);
});
