import type { TopicLexicon } from '../record-lexicons.ts';
import { topicTerms } from '../topic-terms.ts';
import { wordList } from '../word-list.ts';

export const topics: TopicLexicon = {
  terms: topicTerms({
    counterterrorism: [`terroris*, antiterroris*, contraterroris*, extremis*`, `radicaliz*, insurgen*`],
    migration: [`migra*, imigra*, migrantes, refugiados, asilo, vistos`, `mobilidade, regresso*`],
    organised_crime: [
      `crime organizado, criminalidade organizada, crime transnacional, lavagem ..2 dinheiro`,
      `criminalidade, crime`,
    ],
    trafficking: [`narcotrafico, trafico de, trafico ilicito, contrabando, estupefacientes`, `droga*, trafico`],
    border: [`fronteira*, fronteiric*, guarda costeira`, ``],
    civil_protection: [
      `protecao civil, defesa civil, catastrofes, desastres, incendios, emergencias`,
      `inundac*, terramoto*, seca*`,
    ],
    defence: [
      `defesa, militar*, forcas armadas, armamento*, cessar - fogo, marinha, forca aerea`,
      `exercito*, armas, tropas, guerra`,
    ],
    trade: [
      `comerci*, econom*, investim*, turism*, pesca*, agricol*, agricultura, infraestrutura*, empresari*, tarifas, portos`,
      `industria*, transporte*, empresas, financ*, exportac*, importac*`,
    ],
    energy: [`energ*, gas, petrol*, eletric*, hidrogenio, renovave*`, `mineracao, litio`],
    culture: [
      `cultur*, educa*, universi*, bolsas, lingua portuguesa, academic*`,
      `estudantes, juventude, desporto*, esporte*, formacao`,
    ],
    diplomacy: [
      `relacoes bilaterais, relacao bilateral, agenda bilateral, relacoes diplomaticas, relacoes entre, multilateral*, diplomatic*, processo de paz, situacao regional, temas regionais, parceria estrategica, lacos bilaterais`,
      `relacoes, dialogo, paz, ucrani*, gaza, parceria, amizade, lacos, cimeira, cupula, crise`,
    ],
    other: [
      `meio ambiente, clima*, saude, direitos humanos, agua, justica, judicia*, digital*, espacial*, humanitari*`,
      `tecnolog*, inovacao, emprego`,
    ],
    security: [
      `cooperacao ..3 seguranca, materia de seguranca, troca de informacoes, servicos de inteligencia`,
      `seguranca, polici*`,
    ],
  }),
  names: wordList(`
    conselho de seguranca, nacoes unidas, uniao europeia, forcas de seguranca, relacoes exteriores, negocios estrangeiros,
    copa do mundo, jogos olimpicos, camara de comercio
  `),
  officeHeads: wordList(`ministr*, ministerio*, secretari*, titular*, departamento`),
  genitives: ['de', 'do', 'da', 'dos', 'das', 'para'],
  officeJoins: ['o', 'a', 'os', 'as', 'e'],
  portfolios: wordList(`
    interior, administracao, interna, negocios, estrangeiros, relacoes, exteriores, assuntos, defesa, nacional, comercio,
    economia, financas, fazenda, energia, minas, cultura, pesca*, transporte*, industria, educacao, turismo, agricultura,
    saude, ambiente, justica, seguranca, publica, desporto, esporte, migracoes, cooperacao, comunidades
  `),
  discussion: wordList(`
    abord*, analis*, discut*, debat*, convers*, falar* ..3 (de|sobre), trat* de, examin*, reforc*, fortalec*, ampli*,
    agenda, temas, em materia de, nos dominios, nas areas, cooperacao em, acord*, concord*, reuniao
  `),
  background: wordList(`recorde - se, recorda*, ha ..2 anos, desde 19*, desde 20*, hinos, honras militares`),
  praise: ['elogi*', 'agradec*', 'felicit*', 'saud*'],
};
