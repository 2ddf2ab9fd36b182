import { instruments, numbers, type OutcomeVerbTable, outcomeVerbs } from '../outcome-terms.ts';
import type { OutcomeLexicon } from '../record-lexicons.ts';
import { wordList } from '../word-list.ts';

const table: OutcomeVerbTable = {
  agreed: {
    commitment: wordList(`
      (acordaram|acordam|concordaram|concordam|decidiram|combinaram|comprometeram - se|pactuaram),
      chegaram a (um)? acordo,
      (coincidiram|coincidem) em (convocar|criar|celebrar|realizar|estabelecer|impulsionar|assinar|abrir|reabrir|retomar|iniciar), (foi|ficou) acordad*
    `),
  },
  agreedSelf: [],
  agreedBefore: ['(segundo|conforme|como) (acordaram|combinaram)'],
  signedAfter: wordList(`
    anunci* ter (assinado|rubricado|celebrado), (assinaram|assinam|assinou|rubricaram|rubricou|celebraram|firmaram|firmou), assinatura (de|do|da|dos)
  `),
  signedBefore: ['(foi|foram) ..1 (assinad*|rubricad*|celebrad*)'],
  createdAfter: wordList(`(criaram|criam|criou|estabeleceram|instituiram|lancaram), criacao (de|do|da)`),
  createdBefore: ['(foi|foram) ..1 (criad*|estabelecid*|instituid*)'],
  relaunchedAfter: ['(relancaram|retomaram|reativaram)'],
  relaunchedBefore: ['(foi|foram) ..1 (relancad*|retomad*|reativad*)'],
  invitedAfter: ['(convidou|convida|dirigiu ..2 convite)'],
  announcedAfter: ['(anunciaram|anunciou|anuncia)'],
  announcedSelf: [],
  roadmapAfter: ['(adotaram|aprovaram|acordaram) ..2 roteiro'],
};

export const outcomes: OutcomeLexicon = {
  verbs: outcomeVerbs(table),
  instruments: instruments({
    mou: ['memorand* de entendimento', 'memorand*'],
    joint_declaration: ['declarac* conjunta*', 'declaracao', 'declaracoes'],
    declaration_of_intent: ['declarac* de intenc*'],
    letter_of_intent: ['carta* de intenc*'],
    framework_agreement: ['acordo* - quadro'],
    protocol: ['protocolo*'],
    convention: ['convencao', 'convencoes', 'convenio*'],
    minutes: ['ata', 'atas'],
    roadmap: ['roteiro*'],
    programme: ['programa* (de cooperacao|executivo*)'],
    action_plan: ['plano* de acao'],
    joint_communique: ['comunicado* (conjunto*|final)'],
    treaty: ['tratado*'],
    contract: ['contrato*'],
    agreement: ['acordo*', 'instrumento*'],
    text: ['documento*', 'texto*'],
  }),
  creation: [
    '(criar|estabelecer|instituir|criacao|lancar) ..3 (grupo*|comissao|comite*|mecanismo*|conselho*|centro*|fundo*|plataforma*)',
  ],
  relaunch: ['relancar', 'retomar', 'reativar', 'retoma'],
  visit: ['visita*', 'visitar', 'viagem'],
  bodies: wordList(`grupo*, comissao, comissoes, comite*, mecanismo*, conselho*, centro*, fundo*, plataforma*, linha*`),
  shared: wordList(`cooperacao, colaboracao, dialogo, relacoes, contactos, contatos, negociacoes, voos, ligacoes`),
  conjunctions: wordList(
    `e, bem como, o, a, os, as, de, do, da, ao, em, no, na, para, com, por, sobre, entre, que, um, uma`,
  ),
  setbacks: wordList(`adiamento, cancelamento, suspensao, adiar, cancelar, rutura`),
  wholesale: ['todos', 'todas', 'conjunto'],
  days: ['(segunda|terca|quarta|quinta|sexta) (- feira)?', '(sabado|domingo|hoje|ontem)'],
  months: wordList(
    `janeiro, fevereiro, marco, abril, maio, junho, julho, agosto, setembro, outubro, novembro, dezembro`,
  ),
  that: ['que'],
  modals: ['vai', 'vao', 'deve', 'devem', 'pode', 'podem'],
  futureEndings: ['rá', 'rão', 'remos', 'ria', 'riam'],
  pairs: wordList(`os ministros, os presidentes, os governos, os dois, ambos, as partes, eles`),
  negationBefore: wordList(`nao, nunca, nem, sem, nenhum*, tampouco, recus*`),
  negationAfter: ['nenhum*', 'nada'],
  planned: wordList(`sera, serao, prev*, espera*, devera*, podera*, planeia*, proxim*, pretend*, vai, vao, antes de`),
  background: ['recorde - se', '(ano|mes) passado', 'desde', 'ha ..2 anos'],
  pluperfect: ['tinha', 'tinham', 'havia', 'haviam', 'ter'],
  link: ['hoje', 'ontem', 'em', 'que', 'a', 'de', 'sobre', 'tambem', ',', ':', '(na|no|nesta) ..2 (feira|dia)'],
  stop: wordList(`
    segundo, de acordo com, (informou|indicou|disse|anunciou) ..1 (o|a|um|uma), alem de, durante (o|a), no ambito de, a margem,
    enquanto
  `),
  notOutcomes: [
    'a convite',
    '(para|de|a) assinar',
    'sem anuncio',
    '(comprometeram - se|comprometem - se) a (reforcar|aprofundar|estreitar|fortalecer) ..3 (lacos|relacoes|amizade)',
  ],
  additions: ['bem como', 'assim como', 'alem de', 'juntamente com'],
  futurePrefixes: [],
  numbers: numbers({
    um: 1,
    uma: 1,
    dois: 2,
    duas: 2,
    tres: 3,
    quatro: 4,
    cinco: 5,
    seis: 6,
    sete: 7,
    oito: 8,
    nove: 9,
    dez: 10,
    doze: 12,
  }),
};
