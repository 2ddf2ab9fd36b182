import { describe, expect, test } from 'vitest';
import type { LanguageCode } from '../model/language.ts';
import { findDates, resolveDate } from './dates.ts';

/** Every date of a sentence as `surface = resolved`, read in a paper of Wednesday 24 January 2024 unless told otherwise. */
function read(language: LanguageCode, text: string, day = '2024-01-24', direction?: 'past' | 'future'): string[] {
  return findDates(text, 0, text.length, language).map((mention) => {
    const when = resolveDate(mention, { day, ...(direction === undefined ? {} : { direction }) });
    const flags = [mention.marker, mention.timeOfDay, when.conflict === true ? 'conflict' : undefined];
    return [
      `${text.slice(mention.start, mention.end)} = ${when.edtf ?? `? ${mention.kind}`}`,
      ...flags.filter(Boolean),
    ].join(' ');
  });
}

describe('French', () => {
  test.each<[string, string[]]>([
    ['Le ministre a reçu mardi à Rabat son homologue', ['mardi = 2024-01-23']],
    ['Il est attendu ce vendredi 19 janvier', ['ce vendredi 19 janvier = 2024-01-19 present']],
    ['Ils se sont vus lundi soir', ['lundi soir = 2024-01-22 evening']],
    ['Ils se sont vus hier, à Paris', ['hier = 2024-01-23']],
    ['Ils se sont vus hier soir', ['hier soir = 2024-01-23 evening']],
    ['Le ministre a reçu, ce jour, une délégation', ['ce jour = 2024-01-24']],
    ['Ce jour-là, rien ne fut signé', []],
    ["aujourd'hui mercredi", ["aujourd'hui mercredi = 2024-01-24"]],
    ['la rencontre du 17 février dernier', ['17 février dernier = 2023-02-17 past']],
    ['mercredi 8 février 2023', ['mercredi 8 février 2023 = 2023-02-08']],
    ['mardi 8 février 2023', ['mardi 8 février 2023 = 2023-02-08 conflict']],
    ['les 3 et 4 avril 2022', ['3 et 4 avril 2022 = 2022-04-03/2022-04-04']],
    ['du 3 au 6 juillet 2023', ['3 au 6 juillet 2023 = 2023-07-03/2023-07-06']],
    ['les 11,12,13 et 14 septembre 2022', ['11,12,13 et 14 septembre 2022 = 2022-09-11/2022-09-14']],
    ['du 30 novembre au 1er décembre 2023', ['30 novembre au 1er décembre 2023 = 2023-11-30/2023-12-01']],
    ['du 30 décembre au 2 janvier 2024', ['30 décembre au 2 janvier 2024 = 2023-12-30/2024-01-02']],
    ['du lundi 3 au mercredi 5 juillet 2023', ['lundi 3 au mercredi 5 juillet 2023 = 2023-07-03/2023-07-05']],
    ['le 1er mars 2023', ['1er mars 2023 = 2023-03-01']],
    ['Le 12 du mois courant', ['12 du mois courant = 2024-01-12']],
    ['en avril 2022, puis en mai', ['avril 2022 = 2022-04', 'mai = 2023-05']],
    ["la déclaration d'avril dernier", ['avril dernier = 2023-04 past']],
    ['en 2019', ['2019 = 2019']],
    ['Publié le 14/04/2025 à 18:30', ['14/04/2025 = 2025-04-14']],
    ['Rabat, 19 - 01 - 2024', ['19 - 01 - 2024 = 2024-01-19']],
    ['Paris, 12 janv. (AGENCE)', ['12 janv. = 2024-01-12']],
    ['la semaine dernière', ['la semaine dernière = ? period']],
    ['lundi prochain', ['lundi prochain = 2024-01-29 future']],
    ['lundi prochain 29 janvier', ['lundi prochain 29 janvier = 2024-01-29 future']],
    ["a rencontré aujourd'hui, 24 janvier 2024, le chef", ["aujourd'hui, 24 janvier 2024 = 2024-01-24"]],
    ['mercredi dernier', ['mercredi dernier = 2024-01-17 past']],
    ['il y a trois jours', ['il y a trois jours = 2024-01-21']],
    ['mardi 23 à Rabat', ['mardi 23 = 2024-01-23']],
    ['mardi 23 accords ont été signés', ['mardi = 2024-01-23']],
    ['vendredi 19 et samedi 20 janvier', ['vendredi 19 et samedi 20 janvier = 2024-01-19/2024-01-20']],
    ['Le numéro 3.5, 24/7 et 12 accords', []],
    ['dans la soirée de lundi', ['dans la soirée de lundi = 2024-01-22 evening']],
    ['le ministre délégué, le mois dernier', ['le mois dernier = 2023-12']],
  ])('%s', (text, expected) => expect(read('fr', text)).toEqual(expected));
});

describe('English', () => {
  test.each<[string, string[]]>([
    ['held talks on Tuesday in Paris', ['Tuesday = 2024-01-23']],
    ['met his counterpart here Monday', ['Monday = 2024-01-22']],
    ['RABAT, Jan 12 (AGENCY) - The minister', ['Jan 12 = 2024-01-12']],
    ['Dated: 12th Jan, 2022', ['12th Jan, 2022 = 2022-01-12']],
    ['will meet today and tomorrow', ['today = 2024-01-24', 'tomorrow = 2024-01-25']],
    ['met last week', ['last week = ? period']],
    ['spoke this afternoon', ['this afternoon = 2024-01-24 afternoon']],
    ['met on Sept. 24', ['Sept. 24 = 2023-09-24']],
    ['from March 26-29, 2023', ['March 26-29, 2023 = 2023-03-26/2023-03-29']],
    ['from March 30 to April 2, 2023', ['March 30 to April 2, 2023 = 2023-03-30/2023-04-02']],
    ['on Monday, January 15, 2024', ['Monday, January 15, 2024 = 2024-01-15']],
    ['on Tuesday, January 15, 2024', ['Tuesday, January 15, 2024 = 2024-01-15 conflict']],
    ['on the 12th of January 2024', ['12th of January 2024 = 2024-01-12']],
    ['last Wednesday', ['last Wednesday = 2024-01-17 past']],
    ['next Friday', ['next Friday = 2024-01-26 future']],
    ['on Friday morning', ['Friday morning = 2024-01-19 morning']],
    ['the ministers may meet and march on', []],
    ['in May', ['May = 2023-05']],
    ['told India Today in India today', ['today = 2024-01-24']],
    ['at 5.30 pm today', ['today = 2024-01-24']],
    ['in March 2021', ['March 2021 = 2021-03']],
    ['on 03/04/2024', ['03/04/2024 = ? ambiguous']],
    ['on 24/01/2024', ['24/01/2024 = 2024-01-24']],
    ['on 01/24/2024', ['01/24/2024 = 2024-01-24']],
    ['2024-01-19T14:05:00', ['2024-01-19 = 2024-01-19']],
    ['since 2018', ['2018 = 2018']],
    ['two days ago', ['two days ago = 2024-01-22']],
    ['Jan. 3 and 4', ['Jan. 3 and 4 = 2024-01-03/2024-01-04']],
    ['between 3 and 6 January', ['3 and 6 January = 2024-01-03/2024-01-06']],
    ['Tuesday (January 23)', ['Tuesday (January 23) = 2024-01-23']],
    ['on Feb. 29, 2024', ['Feb. 29, 2024 = 2024-02-29']],
    ['on February 30', []],
  ])('%s', (text, expected) => expect(read('en', text)).toEqual(expected));
});

describe('Spanish', () => {
  test.each<[string, string[]]>([
    ['se reunió el lunes en Madrid', ['lunes = 2024-01-22']],
    ['el pasado lunes', ['pasado lunes = 2024-01-22 past']],
    ['este viernes', ['este viernes = 2024-01-19 present']],
    ['hoy miércoles', ['hoy miércoles = 2024-01-24']],
    ['ayer y anteayer', ['ayer = 2024-01-23', 'anteayer = 2024-01-22']],
    ['el martes por la tarde', ['martes por la tarde = 2024-01-23 afternoon']],
    ['el 17 de enero de 2024', ['17 de enero de 2024 = 2024-01-17']],
    ['los pasados 1 y 2 de febrero', ['pasados 1 y 2 de febrero = 2023-02-01/2023-02-02 past']],
    ['del 30 de noviembre al 1 de diciembre', ['30 de noviembre al 1 de diciembre = 2023-11-30/2023-12-01']],
    ['Bogotá, 28 sep (EFE).- El canciller', ['28 sep = 2023-09-28']],
    ['mañana se reunirán', ['mañana = 2024-01-25']],
    ['por la mañana', []],
    ['ayer por la mañana', ['ayer por la mañana = 2024-01-23 morning']],
    ['el próximo 5 de mayo', ['próximo 5 de mayo = 2024-05-05 future']],
    ['la noche del martes', ['la noche del martes = 2024-01-23 night']],
    ['el pasado 12 en Sevilla', ['pasado 12 = 2024-01-12 past']],
    ['en abril pasado', ['abril pasado = 2023-04 past']],
    ['el 12 del presente mes', ['12 del presente mes = 2024-01-12']],
    ['entre el 3 y el 6 de enero', ['3 y el 6 de enero = 2024-01-03/2024-01-06']],
    ['Madrid, 14.04.2023', ['14.04.2023 = 2023-04-14']],
    ['el mes pasado', ['el mes pasado = 2023-12']],
    ['pasado mañana', ['pasado mañana = 2024-01-26']],
    ['el lunes 22 de enero', ['lunes 22 de enero = 2024-01-22']],
    ['hace dos días', ['hace dos días = 2024-01-22']],
    ['hace dos años', []],
    ['Ago 29, 2023', ['Ago 29, 2023 = 2023-08-29']],
    ['hoy, 24 de enero', ['hoy, 24 de enero = 2024-01-24']],
    ['el lunes anterior', ['lunes anterior = 2024-01-22 past']],
  ])('%s', (text, expected) => expect(read('es', text)).toEqual(expected));
});

describe('Arabic', () => {
  test.each<[string, string[]]>([
    ['استقبل الوزير اليوم الأربعاء بالرباط', ['اليوم الأربعاء = 2024-01-24']],
    ['استقبل الوزير اليوم (الأربعاء)', ['اليوم (الأربعاء) = 2024-01-24']],
    ['التقى أمس الثلاثاء', ['أمس الثلاثاء = 2024-01-23']],
    ['مساء أمس', ['مساء أمس = 2024-01-23 evening']],
    ['صباح اليوم الاثنين 30 ديسمبر 2024', ['صباح اليوم الاثنين 30 ديسمبر 2024 = 2024-12-30 morning']],
    ['يوم غد الخميس', ['يوم غد الخميس = 2024-01-25']],
    ['بتاريخ 2024/5/14', ['2024/5/14 = 2024-05-14']],
    ['الأربعاء الموافق 5 مارس 2025م', ['الأربعاء الموافق 5 مارس 2025م = 2025-03-05']],
    ['05 / شوال / 1445 هـ', ['05 / شوال / 1445 هـ = 2024-04-14']],
    ['5 رمضان 1446هـ الموافق 5 مارس 2025م', ['5 رمضان 1446هـ الموافق 5 مارس 2025م = 2025-03-05']],
    ['يوم 12 غشت 2023', ['12 غشت 2023 = 2023-08-12']],
    ['18 شتنبر و3 نونبر و4 دجنبر 2023', ['18 شتنبر = 2023-09-18', '3 نونبر = 2023-11-03', '4 دجنبر 2023 = 2023-12-04']],
    ['12 جانفي 2024', ['12 جانفي 2024 = 2024-01-12']],
    ['12 كانون الثاني/يناير 2024', ['12 كانون الثاني/يناير 2024 = 2024-01-12']],
    ['5 آذار/مارس 2023', ['5 آذار/مارس 2023 = 2023-03-05']],
    ['١٢ يناير ٢٠٢٤', ['١٢ يناير ٢٠٢٤ = 2024-01-12']],
    ['الثلاثاء الماضي', ['الثلاثاء الماضي = 2024-01-23 past']],
    ['الجمعة المقبل', ['الجمعة المقبل = 2024-01-26 future']],
    ['12 يناير الجاري', ['12 يناير الجاري = 2024-01-12 present']],
    ['12 من الشهر الجاري', ['12 من الشهر الجاري = 2024-01-12']],
    ['اليوم العالمي للهجرة', []],
    ['الأسبوع المنصرم', ['الأسبوع المنصرم = ? period']],
    ['يومي 3 و4 يناير', ['3 و4 يناير = 2024-01-03/2024-01-04']],
    ['من 3 إلى 6 يناير', ['3 إلى 6 يناير = 2024-01-03/2024-01-06']],
    ['في الخامس من مارس 2023', ['الخامس من مارس 2023 = 2023-03-05']],
    ['في الثاني والعشرين من مارس 2023', ['الثاني والعشرين من مارس 2023 = 2023-03-22']],
    ['عام 2019', ['2019 = 2019']],
    ['في أبريل الماضي', ['أبريل الماضي = 2023-04 past']],
    ['سوق الأربعاء', []],
    ['قبل ثلاثة أيام', ['قبل ثلاثة أيام = 2024-01-21']],
    ['السيد احمد فتح الباب', []],
    ['علمت اليوم24 من روسيا اليوم', []],
    ['مساء يوم أمس الثلاثاء', ['مساء يوم أمس الثلاثاء = 2024-01-23 evening']],
    ['يوم غد الخميس 25 يناير', ['يوم غد الخميس 25 يناير = 2024-01-25']],
    ['خلال شهر يونيو الماضي', ['يونيو الماضي = 2023-06 past']],
  ])('%s', (text, expected) => expect(read('ar', text)).toEqual(expected));
});
