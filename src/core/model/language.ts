/** Languages that the engine has a folder of data for. */
export type LanguageCode = 'fr' | 'en' | 'es' | 'ar';

/** `und` when nothing can be said: an honest answer, not an error. Other codes are ISO 639-1 of texts we only recognise. */
export type DetectedLanguage = LanguageCode | 'und' | (string & {});

export type Direction = 'ltr' | 'rtl';
