import type { Child } from 'hono/jsx';
import { IntlMessageFormat } from 'intl-messageformat';
import ar from './locales/ar.json' with { type: 'json' };
import en from './locales/en.json' with { type: 'json' };
import es from './locales/es.json' with { type: 'json' };
import fr from './locales/fr.json' with { type: 'json' };

/** Languages of the interface, in the order of the language switch. */
export const interfaceLanguages = ['fr', 'en', 'es', 'ar'] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

export type MessageKey = keyof typeof en;
export type MessageArguments = Readonly<Record<string, string | number>>;

/** Every text of the interface, by language: ICU messages. */
export const locales: Readonly<Record<InterfaceLanguage, Readonly<Record<MessageKey, string>>>> = { fr, en, es, ar };

/** For `Intl`: Western digits in Arabic too, as the press of the region prints them. */
export const intlLocales: Readonly<Record<InterfaceLanguage, string>> = {
  fr: 'fr',
  en: 'en-GB',
  es: 'es',
  ar: 'ar-u-nu-latn',
};

/** Sets of names that Arabic has for the months. */
export const monthNames = ['common', 'morocco', 'maghreb', 'levant'] as const;
export type MonthNames = (typeof monthNames)[number];

const arabicMonths: Readonly<Record<MonthNames, string>> = {
  common: intlLocales.ar,
  morocco: 'ar-MA-u-nu-latn',
  maghreb: 'ar-TN-u-nu-latn',
  levant: 'ar-LB-u-nu-latn',
};

export interface Translator {
  readonly language: InterfaceLanguage;
  readonly locale: string;
  /** For days and months: in Arabic the months have the names of the reader's choice. */
  readonly dateLocale: string;
  readonly months: MonthNames;
  readonly direction: 'ltr' | 'rtl';
  t(key: MessageKey, args?: MessageArguments): string;
  /** Like `t` for codes that come from data: absent when no message has that name. */
  maybe(key: string, args?: MessageArguments): string | undefined;
  /** A message with elements in the place of its arguments. */
  rich(key: MessageKey, args: Readonly<Record<string, Child | number>>): Child[];
}

/** A French sign of punctuation stays on the line of its word: the messages are written with plain spaces. */
export function frenchSpaces(text: string): string {
  return text.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0');
}

const translators = new Map<string, Translator>();

/**
 * Compiled messages are kept: one translator a language for the life of the process.
 * @param months of Arabic; other languages have one set
 */
export function openTranslator(language: InterfaceLanguage, months: MonthNames = 'common'): Translator {
  const key = `${language} ${months}`;
  const known = translators.get(key);
  if (known !== undefined) return known;
  const messages: Readonly<Record<string, string>> = locales[language];
  const locale = intlLocales[language];
  const compiled = new Map<string, IntlMessageFormat>();

  function format(key: string): IntlMessageFormat | undefined {
    const ready = compiled.get(key);
    if (ready !== undefined) return ready;
    const message = Object.hasOwn(messages, key) ? messages[key] : undefined;
    if (message === undefined) return undefined;
    const made = new IntlMessageFormat(language === 'fr' ? frenchSpaces(message) : message, locale, undefined, {
      ignoreTag: true,
    });
    compiled.set(key, made);
    return made;
  }

  const translator: Translator = {
    language,
    locale,
    dateLocale: language === 'ar' ? arabicMonths[months] : locale,
    months,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    t: (key, args) => String(format(key)?.format(args) ?? key),
    maybe(key, args) {
      const message = format(key);
      return message === undefined ? undefined : String(message.format(args));
    },
    rich(key, args) {
      const parts = format(key)?.formatToParts<Child>(args as never) ?? [];
      return parts.map((part) => part.value as Child);
    },
  };
  translators.set(key, translator);
  return translator;
}
