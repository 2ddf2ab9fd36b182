import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtinIdentifier, directionOf } from './detect-language.ts';

describe('languages', () => {
  test.each([
    ['fr', 'Le ministre a reçu lundi son homologue, avec qui il a parlé de la pêche et des ports.'],
    ['fr', 'Deux ministres parlent de la protection des côtes'],
    ['en', 'The minister met his counterpart on Monday and spoke about fishing and the ports.'],
    ['en', 'Ministers discuss new ferry link in the north'],
    ['es', 'El ministro recibió el lunes a su homólogo, con quien habló de la pesca y de los puertos.'],
    ['es', 'Los ministros acuerdan una patrulla común en el río'],
    ['ar', 'استقبل الوزير نظيره وبحث معه سبل التعاون في مجال الموانئ'],
    ['ar', 'الوزيران يوقعان مذكرة تفاهم'],
    ['pt', 'O ministro recebeu na segunda-feira o seu homólogo, com quem falou da pesca e dos portos não vigiados.'],
    ['it', 'Il ministro ha ricevuto lunedì il suo omologo, con il quale ha parlato della pesca e dei porti.'],
    ['ca', 'El ministre va rebre dilluns el seu homòleg, amb qui va parlar de la pesca i dels ports.'],
    ['de', 'Der Minister hat am Montag seinen Amtskollegen empfangen und mit ihm über die Fischerei gesprochen.'],
    ['nl', 'De minister heeft maandag zijn ambtgenoot ontvangen en met hem over de visserij gesproken.'],
    ['ro', 'Ministrul l-a primit luni pe omologul său, cu care a vorbit despre pescuit și despre porturi.'],
    ['tr', 'Bakan pazartesi günü mevkidaşını kabul etti ve onunla balıkçılık için bir anlaşma yaptı.'],
    ['fa', 'وزیر روز دوشنبه با همتای خود دیدار کرد و درباره بنادر با او گفتگو کرد که این کشور است'],
    ['ur', 'وزیر نے پیر کو اپنے ہم منصب سے ملاقات کی اور بندرگاہوں کے بارے میں بات کی ہے'],
    ['ru', 'Министр принял в понедельник своего коллегу и говорил с ним о портах.'],
    ['el', 'Ο υπουργός υποδέχθηκε τη Δευτέρα τον ομόλογό του.'],
    ['zh', '部长星期一会见了他的同行，谈到了港口。'],
    ['ja', '大臣は月曜日に相手国の大臣と会談し、港について話した。'],
  ])('%s: %s', (language, text) => {
    expect(builtinIdentifier.identify(text).language).toBe(language);
  });

  test.each(['', '12 345 %', '— … !', 'MAP', 'Xinhua 2024'])('nothing can be said about %j', (text) => {
    expect(builtinIdentifier.identify(text)).toEqual({ language: 'und', certainty: 0 });
  });

  test('certainty is a share and never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { language, certainty } = builtinIdentifier.identify(text);
        expect(certainty).toBeGreaterThanOrEqual(0);
        expect(certainty).toBeLessThanOrEqual(1);
        expect(language === 'und').toBe(certainty === 0);
      }),
      { numRuns: 300, seed: 3 },
    );
  });

  test.each([
    ['Bonjour', 'ltr'],
    ['صباح الخير', 'rtl'],
    ['2024', 'ltr'],
    ['وقال الوزير إن EFE نقلت الخبر', 'rtl'],
  ])('direction of %s', (text, direction) => {
    expect(directionOf(text)).toBe(direction);
  });
});

test.each([
  'Wach bghiti tmchi m3ana l souk ghedda wla ma kaynch lwe9t',
  'Hadchi machi mzyan, khassna nhadro m3a lmodir dyal lkhedma',
  'Chno kayn f had lwe9t, ana mazal galess f dar o ma 3rft walo',
])('Moroccan speech in Latin letters is no language of ours: %s', (text) => {
  expect(['fr', 'en', 'es', 'ar']).not.toContain(builtinIdentifier.identify(text).language);
});
