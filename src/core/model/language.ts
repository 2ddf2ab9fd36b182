/** Languages that the engine has a folder of data for. */
export const languageCodes = ['fr', 'en', 'es', 'ar', 'pt'] as const;

export type LanguageCode = (typeof languageCodes)[number];

/** `und` when nothing can be said: an honest answer, not an error. Other codes are ISO 639-1 of texts we only recognise. */
export type DetectedLanguage = LanguageCode | 'und' | (string & {});

export type Direction = 'ltr' | 'rtl';
