import { entries, words } from '../entry.ts';
import type { TriggerPack } from '../language-pack.ts';

const meeting = 'meeting' as const;

/** Portuguese words that tell of a meeting, by family and tense. */
export const portugueseTriggers: TriggerPack = {
  triggers: [
    ...entries({ family: 'talk', type: meeting, tense: 'past' } as const, [
      '(delegacao|parte) ..4 (liderada|chefiada|presidida|dirigida|representada) ..2 (por|pelo|pela) ..25 (delegacao|parte) ..8 (por|pelo|pela)',
    ]),
    ...entries({ family: 'talk', type: meeting, tense: 'past' } as const, [
      '(reuniu|reuniram|reuniu - se|reuniram - se|encontrou - se|encontraram - se|avistou - se)',
      '(se|ja se) (reuniu|reuniram|encontrou|encontraram)',
      '(manteve|mantiveram|teve|tiveram|realizou|realizaram) ..4 (reuniao|encontro|conversacoes|conversas|consultas|audiencia)',
      '(conversou|conversaram|dialogou|dialogaram|discutiu|discutiram|abordou|abordaram|analisaram) (com)?',
    ]),
    ...entries({ family: 'talk', type: meeting, tense: 'present' } as const, [
      '(reune - se|reunem - se|se reune|se reunem|encontra - se|conversa|conversam|discutem|debatem)',
    ]),
    ...entries({ family: 'talk', type: meeting, tense: 'future' } as const, [
      '(reunir - se - a|reunir - se - ao|se reunira|se reunirao|reunira|reunirao)',
      '(tera|terao|mantera|manterao) ..4 (reuniao|encontro|conversacoes|conversas)',
      '(vai|vao) (reunir|reunir - se|encontrar|encontrar - se)',
    ]),
    ...entries({ family: 'talk', type: meeting, tense: 'infinitive' } as const, ['(reunir - se|encontrar - se)']),
    ...entries({ family: 'talk', type: meeting, tense: 'pluperfect' } as const, [
      '(tinha|tinham|havia|haviam) - ?se? (reunido|encontrado)',
      'se (tinha|tinham|havia|haviam) (reunido|encontrado)',
    ]),
    ...entries({ family: 'receive', type: meeting, tense: 'past' } as const, ['(recebeu|receberam|acolheu)']),
    ...entries({ family: 'receive', type: meeting, tense: 'present' } as const, ['(recebe|recebem)']),
    ...entries({ family: 'receive', type: meeting, tense: 'future' } as const, ['(recebera|receberao|vai receber)']),
    ...entries({ family: 'received-by', type: meeting, tense: 'past' } as const, [
      '(foi|foram) (recebido|recebida|recebidos) (..4)? (por|pelo|pela)',
    ]),
    ...entries({ family: 'noun', type: meeting, tense: 'noun' } as const, [
      '(reuniao|encontro|conversacoes|audiencia|cimeira|cupula) ..4 (com|entre)',
      '(reuniao|encontro|conversacoes|audiencia)',
    ]),
    ...entries({ family: 'call', type: 'call', tense: 'past' } as const, [
      '(falou|falaram|conversou|conversaram) (..4)? (por telefone|ao telefone|telefonicamente)',
      '(manteve|mantiveram|teve|tiveram) ..3 (conversa|chamada|ligacao) telefonica',
      '(telefonou|ligou) (a|ao|para)',
    ]),
    ...entries({ family: 'call-from', type: 'call', tense: 'past' } as const, [
      'recebeu ..2 (chamada|ligacao|telefonema) (telefonica)? (de|do|da)?',
    ]),
    ...entries({ family: 'call', type: 'call', tense: 'noun' } as const, ['(conversa|chamada|ligacao) telefonica']),
    ...entries({ family: 'video', type: 'video', tense: 'past' } as const, [
      '(reuniu - se|reuniram - se|reuniram) (..4)? por videoconferencia',
    ]),
    ...entries({ family: 'visit', type: 'visit', tense: 'past' } as const, [
      '(visitou|visitaram)',
      '(iniciou|inicia|comecou|concluiu|terminou|realizou|efetuou) ..5 (visita|viagem)',
      'esta em visita',
    ]),
    ...entries({ family: 'arrive', type: 'visit', tense: 'past' } as const, ['(chegou|chegaram|chega) (a|ao|ate)?']),
    ...entries({ family: 'visit', type: 'visit', tense: 'future' } as const, [
      '(visitara|visitarao|vai visitar|viajara|deslocar - se - a)',
      '(fara|efetuara|realizara|iniciara) ..5 (visita|viagem)',
    ]),
    ...entries({ family: 'visit', type: 'visit', tense: 'noun' } as const, ['(visita|viagem|deslocacao)']),
    ...entries({ family: 'session', type: 'joint_session', tense: 'past' } as const, [
      '(copresidiu|copresidiram|presidiram) ..8 (comissao|sessao|reuniao|cimeira)',
    ]),
    ...entries({ family: 'session', type: 'joint_session', tense: 'noun' } as const, [
      'comissao (mista|bilateral|binacional)',
    ]),
    ...entries({ family: 'sign', type: 'signing', tense: 'past' } as const, [
      '(assinou|assinaram|rubricaram|celebraram)',
      '(foi|foram) (assinado|assinada|assinados|assinadas)',
    ]),
    ...entries({ family: 'sign', type: 'signing', tense: 'present' } as const, ['(assinam)', 'assina (um|uma|com)']),
    ...entries({ family: 'agree', type: meeting, tense: 'past' } as const, [
      '(acordaram|concordaram|decidiram|combinaram)',
    ]),
  ],
  withWords: ['com', 'e', 'a', 'ao', 'junto com'],
  byWords: ['por', 'pelo', 'pela'],
  betweenWords: ['entre'],
  presence: ['na presenca (de|do|da)', 'acompanhad* (de|do|da|por|pelo|pela)', 'em que participaram'],
  auspices: ['sob (a mediacao|os auspicios) (de|do|da)', 'com a mediacao (de|do|da)'],
  threeSided: ['trilateral', 'tripartite'],
  telephone: ['por telefone', 'telefonicamente'],
  mentionOnly: [
    '(mensagem|carta|saudacoes|convite|instrucoes|lideranca|eleicao|morte) (..2)? (de|do|da)',
    'a convite (de|do|da)',
    '(assessor|assessora|conselheiro|enviado) (..3)? (de|do|da)',
    '(administracao|governo|gabinete) (de|do|da)',
    'segundo',
    'em nome (de|do|da)',
  ],
  placeWords: ['em', 'no', 'na', 'a', 'ao'],
  sidelines: ['a margem (de|do|da)', 'por ocasiao (de|do|da)', 'no ambito (de|do|da)'],
  bothCountries: ['(os|ambos os) dois (paises|estados|povos|governos)', 'ambos os paises', 'as duas nacoes'],
  delegations: words('delegacao comitiva'),
  sideNouns: words('delegacao parte'),
  leads: ['(liderada|chefiada|presidida|encabecada|dirigida|representada) (por|pelo|pela)'],
  series: [
    '(em separado|separadamente)',
    'sucessivamente',
    'respetivamente',
    'respectivamente',
    '(varios|varias|alguns) (dos seus)? (homologos|ministros|lideres|governantes|dirigentes)',
    '(reunioes|encontros|conversacoes) (bilaterais|separadas|separados)',
    'serie de (reunioes|encontros)',
  ],
  blocs: words('arabes africanos europeus asiaticos latino-americanos estrangeiros'),
  sports: words(`
    jogo jogos futebol râguebi basquetebol ténis treinador campeonato taça copa estádio golos gols jogador jogadores adeptos
  `),
  beforeNouns: [],
  namedAfter: words('aeroporto estádio avenida rua universidade hospital fundação ponte'),
  theirs: words('seu sua seus suas'),
  pluralPronouns: words('eles elas'),
  pronouns: ['ele', 'ela', 'eles', 'que'],
  demonstratives: ['este', 'esta', 'o', 'a', 'esse', 'essa'],
  institutions: ['(ministerio|presidencia|governo|delegacao|itamaraty|chancelaria) (..4)?'],
  reports: ['(disse|informou|anunciou|indicou|afirmou|declarou|referiu)'],
  between: words('e a de depois'),
  townWords: words('em'),
  townNouns: words('capital cidade vila localidade'),
  houses: words('palacio hotel aeroporto castelo'),
  media: words('agencia jornal diario canal radio'),
  concluded: words('assinado assinada assinados assinadas celebrado celebrada'),
  papers: words('acordo acordos convenio memorando protocolo tratado pacto declaracao'),
  matters: words(`
    ocupacao guerra guerras crise conflito conflitos situacao tensoes questao agressao invasao ofensiva paz transicao ataques
    ataque refens refugiados apoio ajuda captura eleicoes golpe
  `),
  airports: ['aeroporto', 'base aerea', 'a chegada'],
};
