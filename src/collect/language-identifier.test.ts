import { expect, it } from 'vitest';
import { languageIdentifier } from './language-identifier.ts';

it.each([
  ['fr', 'Le bateau est reparti lundi, après trois semaines au port.'],
  ['en', 'Ferry town mayor quits over harbour bill'],
  ['es', 'Un perro ladrón roba a un panadero sueco'],
  ['ar', 'العمدة يفتتح سوق السمك الجديد في الميناء'],
  ['ca', 'L’alcalde diu que el mercat del peix obrirà avui mateix'],
  ['pt', 'O autarca abre hoje o novo mercado de peixe na cidade'],
  ['und', 'wach ghadi nmchiw l souk 3la rjlina'],
  ['und', '12:45 – 678'],
])('says %s of "%s"', async (language, text) => {
  expect((await languageIdentifier()).identify(text).language).toBe(language);
});
