import { expect, test } from 'vitest';
import { findPasswordFault } from './password-rules.ts';

const own = ['Ada Lumen', 'ada.lumen', 'ada.l@harbour.example'];

test.each<[string, ReturnType<typeof findPasswordFault>]>([
  ['', 'short'],
  ['eleven chars'.slice(0, 11), 'short'],
  ['x'.repeat(201), 'long'],
  ['password1234', 'common'],
  ['P4ssw0rd!2024', 'common'],
  ['passwordpassword', 'common'],
  ['motdepasse2024', 'common'],
  ['contraseña1234', 'common'],
  ['iloveyou123456', 'common'],
  ['qwertyuiop12', 'common'],
  ['WelcomeAdmin!!', 'common'],
  ['السلام عليكم 123', 'common'],
  ['123456789012', 'simple'],
  ['aaaaaaaaaaaaa', 'simple'],
  ['abababababab', 'simple'],
  ['mnbvcxzlkjhgf', 'simple'],
  ['ada.lumen2024', 'own-name'],
  ['lumenlumenlum', 'own-name'],
  ['copper lantern by the quay', undefined],
  ['la barque bleue attend', undefined],
  ['القارب الأزرق ينتظر', undefined],
  ['vK9#tq2!mLz8', undefined],
  ['ada keeps a copper lantern', undefined],
])('%s: %s', (password, fault) => {
  expect(findPasswordFault(password, own)).toBe(fault);
});
