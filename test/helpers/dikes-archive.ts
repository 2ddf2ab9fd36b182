import type { Store } from '../../src/store/store.ts';
import { openWebArchive, outletOf, type WebArchive } from './web-archive.ts';

export const sentence = 'La ministre Ada Lumen a reçu vendredi à Rabat son homologue.';
export const agreed = 'Elles ont convenu de partager les relevés des digues.';
export const filler = Array.from(
  { length: 12 },
  (_, index) => `Le paragraphe numéro ${index} parle du temps et des marées.`,
);
export const facts = [
  { words: 'Ada Lumen', field: 'person' },
  { words: 'a reçu', field: 'trigger' },
  { words: 'vendredi', field: 'when' },
  { words: 'Rabat', field: 'where' },
  { words: 'partager les relevés des digues', field: 'outcome' },
] as const;
export const told = { paragraphs: [sentence, agreed, ...filler], published: '2024-01-19', facts };

/** Outlets of three levels of publishing that tell of one meeting, and a file of the reader's own. */
export function openDikesArchive(empty?: Store): Promise<WebArchive> {
  return openWebArchive(
    [outletOf('quoted', 'excerpt'), outletOf('whole', 'full'), outletOf('silent', 'facts')],
    [
      {
        ...told,
        title: 'Digues : deux ministres à Rabat',
        url: 'https://quoted.example/digues',
        outlet: 'quoted',
        origin: 'collect',
        images: [
          { url: 'https://pictures.example/a.jpg', caption: 'La digue', credit: 'Awa Delmas' },
          { url: 'javascript:alert(1)' },
        ],
        dateCandidates: [
          { start: 0, end: 6, edtf: '2024-01-19', origin: 'printed', accepted: true, reason: 'publication-line' },
          { start: 0, end: 6, edtf: '2031-01-01', origin: 'printed', accepted: false, reason: 'future' },
        ],
      },
      {
        ...told,
        title: 'Deux ministres, une digue',
        url: 'https://whole.example/1',
        outlet: 'whole',
        origin: 'collect',
        images: [{ url: 'https://pictures.example/b.jpg', caption: 'La digue', credit: 'Awa Delmas' }],
      },
      { ...told, title: 'Note sur les digues', url: 'https://silent.example/1', outlet: 'silent', origin: 'collect' },
      { title: 'Un fichier à moi', paragraphs: [...filler], name: 'mine.txt', origin: 'import' },
    ],
    empty,
  );
}
