import { words } from '../entry.ts';
import type { NamePack } from '../language-pack.ts';

/** Portuguese words in, before and around names of people. */
export const portugueseNames: NamePack = {
  honorifics: [
    '(sr|sra|dr|dra|eng|prof) (.)?',
    '(senhor|senhora|doutor|doutora|dom|dona)',
    '(sua|s) (excelencia|majestade|alteza)',
    '(general|almirante|coronel|brigadeiro|comandante)',
    '(tenente|major) - (general|coronel)',
    'general de (divisao|brigada|exercito)',
    '(xeque|xeique|principe|princesa)',
  ],
  articles: words('a o al'),
  particles: words('de da do das dos e bin ben al el ibn von van der ould uld'),
  stops: words(`
    centro instituto gabinete
    o a os as um uma este esta estes estas seu sua em por para com ao do da no na e mas segundo apos durante entre
    ambos ambas alem junto lhe se ha governo ministerio ministro ministra ministros presidente presidenta presidentes
    republica reino estado estados unidos rei rainha chefe conselho assembleia parlamento senado uniao europeia nacoes
    onu ue otan nato palacio casa cupula cimeira declaracao acordo grupo copa taca conferencia comite comissao
    organizacao agencia direcao africa europa america latina sul norte leste oeste interior administracao interna
    negocios estrangeiros relacoes exteriores defesa justica segunda terca quarta quinta sexta feira sabado domingo
    janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro reuniao encontro visita
    cooperacao comunicado nota twitter facebook foto video majestade alteza excelencia chanceler secretario secretaria
    embaixador geral hoje ontem tambem ja sessao mista depois antes
  `),
  ends: [],
};
