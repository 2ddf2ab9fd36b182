import { describe, expect, test } from 'vitest';
import { splitCaption } from './caption-credit.ts';

/** The caption and the credit as texts. */
function parts(line: string): [string | undefined, string | undefined] {
  const { caption, credit } = splitCaption(line);
  return [caption && line.slice(caption.start, caption.end), credit && line.slice(credit.start, credit.end)];
}

describe('credits that end a caption', () => {
  test.each([
    ['Les deux ministres à Val-Clair. (Photo AFP)', 'Les deux ministres à Val-Clair.', 'AFP'],
    ['Les deux ministres à Val-Clair. Photo : Inès Valmy/AFP', 'Les deux ministres à Val-Clair.', 'Inès Valmy/AFP'],
    ['Les deux ministres à la gare © Inès Valmy', 'Les deux ministres à la gare', 'Inès Valmy'],
    [
      'Le port de Val-Clair, lundi. Crédit photo : Mairie de Val-Clair',
      'Le port de Val-Clair, lundi.',
      'Mairie de Val-Clair',
    ],
    ['Le pont, en 2019. © DR', 'Le pont, en 2019.', 'DR'],
    [
      'The two ministers in Port Hale. (Photo by Lena Hartwig / Getty Images)',
      'The two ministers in Port Hale.',
      'Lena Hartwig / Getty Images',
    ],
    ['The harbour on Monday. REUTERS/Lena Hartwig', 'The harbour on Monday.', 'REUTERS/Lena Hartwig'],
    ['The harbour on Monday. Photo courtesy of Port Hale Council', 'The harbour on Monday.', 'Port Hale Council'],
    ['The harbour on Monday [Image: AP Photo]', 'The harbour on Monday', 'AP Photo'],
    ['The harbour on Monday | Credit: Lena Hartwig', 'The harbour on Monday', 'Lena Hartwig'],
    ['The harbour on Monday – AFP', 'The harbour on Monday', 'AFP'],
    ['Los ministros, este lunes. | Foto: EFE', 'Los ministros, este lunes.', 'EFE'],
    ['Los ministros, este lunes. EFE/EPA/Pablo Rueda', 'Los ministros, este lunes.', 'EFE/EPA/Pablo Rueda'],
    ['Los ministros en Villaclara. Foto de Pablo Rueda', 'Los ministros en Villaclara.', 'Pablo Rueda'],
    ['The harbour on Monday. (Port Museum)', 'The harbour on Monday.', 'Port Museum'],
    ['The harbour on Monday. - Copyright Lena Hartwig', 'The harbour on Monday.', 'Lena Hartwig'],
    ['El puente (Europa Press)', 'El puente', 'Europa Press'],
    ['وزير النقل خلال اللقاء (رويترز)', 'وزير النقل خلال اللقاء', 'رويترز'],
    ['وزير النقل خلال اللقاء - تصوير: سالم الحارثي', 'وزير النقل خلال اللقاء', 'سالم الحارثي'],
    ['وزير النقل خلال اللقاء. الصورة: وكالة الأنباء', 'وزير النقل خلال اللقاء.', 'وكالة الأنباء'],
  ])('%s', (line, caption, credit) => {
    expect(parts(line)).toEqual([caption, credit]);
  });

  test.each([
    ['AFP', 'AFP'],
    ['Photo: La Gazette', 'La Gazette'],
    ['© Lena Hartwig', 'Lena Hartwig'],
    ['Getty Images', 'Getty Images'],
    ['(Lena Hartwig)', 'Lena Hartwig'],
    ['تصوير: سالم الحارثي', 'سالم الحارثي'],
  ])('nothing but a credit: %s', (line, credit) => {
    expect(parts(line)).toEqual([undefined, credit]);
  });

  test('a bracket that the markup tore off is no part of the caption', () => {
    expect(parts('The harbour on Monday (')).toEqual(['The harbour on Monday', undefined]);
  });

  test.each([
    'The two ministers in the old harbour of Port Hale.',
    'Paul Vernet (left) and Lena Hartwig (right)',
    'The minister said: "We will open the port again."',
    'Lena Hartwig opens the quay (Port Hale)',
    'Le ministre : un pont pour tous',
    'A ship leaves the port on 3 May 2024 (archive of the city)',
    'La ministra, en el puerto, con Pablo Rueda',
    'وزير النقل سالم الحارثي مع نظيره في العاصمة',
  ])('no credit: %s', (line) => {
    expect(parts(line)).toEqual([line, undefined]);
  });
});
