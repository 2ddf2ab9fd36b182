import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type InterfaceLanguage, interfaceLanguages, type MonthNames, monthNames } from './i18n.ts';

export type Theme = 'auto' | 'light' | 'dark';
const themes: readonly Theme[] = ['auto', 'light', 'dark'];

const year = 365 * 24 * 3600;

/** `?lang=` (remembered in a cookie), then the cookie, then what the browser asks for, then English. */
export function chooseLanguage(c: Context): InterfaceLanguage {
  const asked = parseLanguage(c.req.query('lang'));
  if (asked !== undefined) {
    remember(c, 'lang', asked);
    return asked;
  }
  return parseLanguage(getCookie(c, 'lang')) ?? negotiateLanguage(c.req.header('accept-language'));
}

/** `?theme=` (remembered), then the cookie, then what the system says. */
export function chooseTheme(c: Context): Theme {
  const asked = themes.find((theme) => theme === c.req.query('theme'));
  if (asked !== undefined) {
    remember(c, 'theme', asked);
    return asked;
  }
  return themes.find((theme) => theme === getCookie(c, 'theme')) ?? 'auto';
}

/** `?months=` (remembered), then the cookie, then the names that most Arabic press uses. */
export function chooseMonths(c: Context): MonthNames {
  const asked = monthNames.find((months) => months === c.req.query('months'));
  if (asked !== undefined) {
    remember(c, 'months', asked);
    return asked;
  }
  return monthNames.find((months) => months === getCookie(c, 'months')) ?? 'common';
}

/** First supported language of an `Accept-Language` header by weight; English for `*`, nothing, or nonsense. */
export function negotiateLanguage(header: string | undefined): InterfaceLanguage {
  const wishes = (header ?? '')
    .slice(0, 1000)
    .split(',')
    .map((part, order) => {
      const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const q = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      const weight = q === undefined ? 1 : Number(q);
      return { range: range.toLowerCase(), weight: Number.isFinite(weight) ? weight : 0, order };
    })
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order);
  for (const { range } of wishes) {
    if (range === '*') return 'en';
    const language = parseLanguage(range.split('-')[0]);
    if (language !== undefined) return language;
  }
  return 'en';
}

function parseLanguage(value: string | undefined): InterfaceLanguage | undefined {
  return interfaceLanguages.find((language) => language === value);
}

function remember(c: Context, name: string, value: string): void {
  setCookie(c, name, value, { path: '/', maxAge: year, sameSite: 'Lax', httpOnly: true });
}
