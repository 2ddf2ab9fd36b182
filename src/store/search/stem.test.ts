import { describe, expect, test } from 'vitest';
import { plain, stemWord } from './stem.ts';

describe('stemWord brings the forms of a word together', () => {
  test.each([
    ['fr', ['réunion', 'réunions', 'Réunion', 'RÉUNIONS']],
    ['fr', ['bilatéral', 'bilatérale', 'bilatérales']],
    ['en', ['minister', 'ministers', 'Ministers']],
    ['en', ['agreement', 'agreements']],
    ['es', ['reunión', 'reuniones']],
    ['es', ['español', 'española', 'españoles']],
    ['ar', ['وزير', 'الوزير', 'والوزير', 'ووزير', 'للوزير', 'بالوزير', 'الوزراء', 'وزراء', 'وَزير']],
    ['ar', ['علاقات', 'العلاقات', 'والعلاقات']],
    ['ar', ['اتفاقية', 'الاتفاقيات', 'اتفاقيات', 'الإتفاقية']],
    ['ar', ['دولة', 'الدول', 'دول']],
    ['ar', ['أمنية', 'الأمنية', 'الامنيه']],
    ['ar', ['جريمة', 'الجرائم', 'جريمه']],
  ])('%s %s', (language, forms) => {
    expect(new Set(forms.map((form) => stemWord(form, language))).size).toBe(1);
  });
});

describe('stemWord keeps words apart', () => {
  test.each([
    ['fr', 'accord', 'accordéon'],
    ['ar', 'وزير', 'سفير'],
    ['ar', 'ولد', 'لد'],
    ['en', 'minister', 'administer'],
  ])('%s %s %s', (language, one, other) => {
    expect(stemWord(one, language)).not.toBe(stemWord(other, language));
  });
});

test('other languages are folded only', () => {
  expect(stemWord('Straßen', 'de')).toBe('strassen');
  expect(stemWord('Ελλάδα', 'und')).toBe('ελλαδα');
});

test('plain leaves nothing that a query syntax knows', () => {
  expect(plain('O\'Brien"*^:()\0 -A')).toBe('obriena');
  expect(plain('é'.repeat(100))).toHaveLength(40);
});
