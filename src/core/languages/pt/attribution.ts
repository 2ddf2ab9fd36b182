import { issues } from '../attribution-terms.ts';
import type { AttributionLexicon } from '../record-lexicons.ts';

export const attribution: AttributionLexicon = {
  papers: issues({
    communique: ['comunicado*', 'nota (de imprensa|oficial|a imprensa)?'],
    statement: ['declaracao (escrita|conjunta|oficial)'],
    source: ['(fonte|fontes) ..2', 'porta - voz ..2'],
    'press-conference': ['(conferencia|coletiva) de imprensa', 'aos jornalistas'],
    post: ['(na|nas) (rede|redes) (social|sociais)', 'na sua conta ..2'],
    agency: ['agencia ..2'],
  }),
  issuedBy: ['de', 'do', 'da', 'emitido pelo', 'divulgado pelo', 'divulgada pelo', 'emitida pelo'],
  issuers: ['ministerio', 'presidencia', 'chancelaria', 'embaixada', 'governo', 'secretaria', 'itamaraty', 'gabinete'],
  reports: [
    'segundo',
    'informou',
    'informaram',
    'indicou',
    'disse',
    'disseram',
    'acrescentou',
    'referiu',
    'anunciou',
    'afirmou',
  ],
  speaks: [
    '(disse|afirmou|indicou|acrescentou|destacou|sublinhou|garantiu|explicou|recordou|declarou|considerou|agradeceu|reiterou)',
  ],
  turns: ['por sua vez', 'por seu lado', 'do seu lado', 'ja'],
  offices: [
    'ministro',
    'ministra',
    'presidente',
    'chanceler',
    'governante',
    'embaixador',
    'rei',
    'porta - voz',
    'chefe',
  ],
  joins: ['de', 'do', 'da', 'dos', 'das', 'o', 'a', 'e'],
  prepositions: ['em', 'no', 'na', 'a', 'ao', 'de', 'do', 'da', 'com', 'por', 'o', 'esta'],
  verbFirst: false,
  that: ['que'],
};
