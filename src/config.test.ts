import { describe, expect, test } from 'vitest';
import { resolveSettings, settingsTable } from './config.ts';

describe('resolveSettings', () => {
  test('gives the defaults of the table', () => {
    const settings = resolveSettings({});
    for (const entry of settingsTable) expect(settings[entry.name]).toEqual(entry.default);
  });

  test('a flag wins over the environment, an empty variable is unset', () => {
    expect(resolveSettings({ RAPPORTEUR_DATA: 'a' }).data).toBe('a');
    expect(resolveSettings({ RAPPORTEUR_DATA: 'a' }, { data: 'b' }).data).toBe('b');
    expect(resolveSettings({ RAPPORTEUR_DATA: '' }).data).toBe('./data');
    expect(resolveSettings({ RAPPORTEUR_TRUSTED_PROXY: '10.0.0.1, 10.0.0.2' }).trustedProxy).toEqual([
      '10.0.0.1',
      '10.0.0.2',
    ]);
    expect(resolveSettings({ RAPPORTEUR_DEBUG: '1' }).debug).toBe(true);
    expect(resolveSettings({ RAPPORTEUR_DEBUG: '0' }).debug).toBe(false);
  });

  test.each(['x', '-1', '65536', '1.5', ' '])('refuses port %j and names the option', (port) => {
    expect(() => resolveSettings({}, { port })).toThrow(/--port must be a whole number/);
    expect(() => resolveSettings({ RAPPORTEUR_PORT: port })).toThrow(/RAPPORTEUR_PORT must be/);
  });

  test('every variable is named once and carries the prefix of the product', () => {
    const names = settingsTable.map((entry) => entry.env);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^RAPPORTEUR_[A-Z_]+$/);
  });
});
