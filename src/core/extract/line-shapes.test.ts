import { describe, expect, test } from 'vitest';
import { closingAgency, datelineAgency, signingAgency } from './agency-index.ts';
import {
  looksLikeCaption,
  parseByline,
  parseDateLine,
  parsePublicationLine,
  startsWithDateline,
} from './line-shapes.ts';
import { findProfile } from './profiles/find-profile.ts';
import { titleInAddress, withoutSiteName } from './title-match.ts';

describe('agencies', () => {
  test.each([
    ['Xinhua', 'Xinhua'],
    ['Source: Map', 'MAP'],
    ['Le Golfe: map', 'MAP'],
    ['(MAP)', 'MAP'],
    ['La Gazette avec AFP', 'AFP'],
    ['Rabat - Efe', 'EFE'],
    ['واس - جدة', 'SPA'],
    ['جدة – واس:', 'SPA'],
    ['EFE / Europa Press', 'Europa Press'],
    ['A map of the coast', undefined],
    ['Le port de la ville', undefined],
  ])('signature %s', (line, agency) => {
    expect(signingAgency(line)?.agency).toBe(agency);
  });

  test.each([
    ['Argel, 6 abr (EFE).- El ministro dijo que sí.', 'EFE'],
    ['ABU DHABI, (Gulf Point / WAM - 24th Feb, 2023) The minister said so.', 'WAM'],
    ['MADRID 1 Abr. (EUROPA PRESS) -', 'Europa Press'],
    ['WESTHAVEN (Reuters) - The minister met his counterpart.', 'Reuters'],
    ['The minister said so. He told the agency (Reuters) that it was over.', undefined],
    ['The project (phase two) was approved by the council.', undefined],
  ])('dateline %s', (paragraph, agency) => {
    const hit = datelineAgency(paragraph);
    expect(hit?.agency).toBe(agency);
  });

  test('closing bracket, with its place', () => {
    const paragraph = 'Le ministre a conclu sa visite. (APS)';
    const hit = closingAgency(paragraph);
    expect(hit?.agency).toBe('APS');
    expect(paragraph.slice(hit?.start, hit?.end)).toBe('APS');
  });
});

describe('shapes of lines', () => {
  test.each([
    ['Publié dans Le Golfe le 19 - 01 - 2024', 'Le Golfe', '2024-01-19'],
    ['Published in Coast Daily on 11 - 06 - 2024', 'Coast Daily', '2024-06-11'],
    ['Publicado en El Valle el 06 - 05 - 2020', 'El Valle', '2020-05-06'],
    ['نشر في الساحل يوم 12 - 11 - 2020', 'الساحل', '2020-11-12'],
    ['Publié le 19 - 01 - 2024', undefined, undefined],
    ['Le livre publié dans cette maison le 19 janvier 2024 est un succès', undefined, undefined],
  ])('publication line: %s', (line, outlet, day) => {
    const parsed = parsePublicationLine(line);
    expect(parsed && line.slice(parsed.outlet.start, parsed.outlet.end)).toBe(outlet);
    expect(parsed?.date.edtf).toBe(day);
  });

  test.each([
    ['Published March 3rd, 2021 - 08:15 GMT', 'published'],
    ['Mis à jour le 3 mai 2024 à 10:30', 'modified'],
    ['Actualizado el 3/5/2024', 'modified'],
    ['Jeudi, 26 Avril 2018', 'plain'],
    ['الاثنين 08-09-2014 17:41 | كتب: سالم حمد الحارثي |', 'plain'],
    ['2021-07-24 | Politics', 'plain'],
    ['الثلاثاء 06 ذو القعدة 1440هـ - 09 يوليو 2019م', 'plain'],
    ['Fecha: 26 de agosto de 2016', 'published'],
    ['By Coast News | Published: July 9, 2019 10:22 PM', 'published'],
    ['The harbour was opened on 3 May 2024 | The minister said that it would be dredged', undefined],
    ['The minister said on 3 May 2024 that the harbour would be dredged', undefined],
  ])('date line: %s', (line, role) => {
    expect(parseDateLine(line)?.role).toBe(role);
  });

  test.each([
    ['Par Awa Delmas', 'Awa Delmas'],
    ['By Jane Okoro and Tom Reed', 'Jane Okoro and Tom Reed'],
    ['بقلم سالم الحارثي', 'سالم الحارثي'],
    ['Par ailleurs, le ministre a quitté la salle.', undefined],
    ['Partager', undefined],
  ])('byline: %s', (line, name) => {
    const span = parseByline(line);
    expect(span && line.slice(span.start, span.end)).toBe(name);
  });

  test.each([
    ['Le quai de Val-Clair. Photo: La Gazette', true],
    ['El ministro, en el puerto. EFE/EPA HANDOUT', true],
    ['Le ministre a reçu son homologue mardi.', false],
  ])('caption: %s', (line, expected) => {
    expect(looksLikeCaption(line)).toBe(expected);
  });

  test.each([
    ['Argel, 6 abr (EFE).- El ministro', true],
    ['WESTHAVEN, July 23, 2015 – The minister', true],
    ['The minister, who met his counterpart, left.', false],
  ])('dateline: %s', (line, expected) => {
    expect(startsWithDateline(line)).toBe(expected);
  });
});

describe('titles and outlets', () => {
  test.each([
    ['Harbour to be dredged | Coast Daily', ['Coast Daily'], 'Harbour to be dredged'],
    ['Coast Daily - Harbour to be dredged', ['Coast Daily'], 'Harbour to be dredged'],
    ['Trains de nuit : le retour', ['La Gazette'], 'Trains de nuit : le retour'],
  ])('%s', (title, names, expected) => {
    expect(withoutSiteName(title, names)).toBe(expected);
  });

  test('title in the address', () => {
    expect(
      titleInAddress('Ministers discuss new ferry link', 'https://a.example/ministers-discuss-ferry-link-1'),
    ).toBeGreaterThan(0.7);
    expect(titleInAddress('Ministers discuss new ferry link', 'https://a.example/p/99')).toBe(0);
  });

  test.each([
    ['https://www.maghress.com/fr/x/1', 'Maghress'],
    ['https://fr.allafrica.com/stories/1', 'allAfrica'],
    ['https://notmaghress.com/', undefined],
    ['nonsense', undefined],
  ])('profile of %s', (url, name) => {
    expect(findProfile(url)?.name).toBe(name);
  });
});
