import { entries } from '../entry.ts';
import type { RolePack } from '../language-pack.ts';
import { roleHead as head } from '../role-head.ts';
import { portuguesePortfolios } from './portfolios.ts';

/** Portuguese role phrases: head nouns, portfolios and the words between them and a name. */
export const portugueseRoles: RolePack = {
  heads: [
    ...entries(head('minister', 'state', 'required'), ['(ministro|ministra) (de estado)?']),
    ...entries(head('minister', 'state', 'required', { strict: true }), ['(chefe|lider) da', 'titular', 'responsavel']),
    ...entries(head('minister', 'state', 'required', { plural: true }), ['(ministros|ministras)', 'titulares']),
    ...entries(head('minister', 'state', 'none', { fixedPortfolio: 'foreign_affairs', usual: 'BR' }), [
      'chanceler',
      '(ministro|ministra) das relacoes exteriores',
    ]),
    ...entries(head('minister', 'state', 'optional', { fixedPortfolio: 'foreign_affairs', usual: 'PT' }), [
      '(ministro|ministra) (de estado e)? dos negocios estrangeiros',
    ]),
    ...entries(head('minister', 'state', 'none', { fixedPortfolio: 'foreign_affairs', plural: true }), ['chanceleres']),
    ...entries(head('prime_minister', 'state'), [
      '(primeiro - ministro|primeira - ministra)',
      'chefe (do|de) governo',
      'chanceler (alemao|austriaco|federal)',
    ]),
    ...entries(head('prime_minister', 'state', 'none', { plural: true }), [
      '(primeiros|primeiras) - (ministros|ministras)',
    ]),
    ...entries(head('deputy_prime_minister', 'state'), ['(vice|vice -) (primeiro - ministro|primeira - ministra)']),
    ...entries(head('president', 'state'), ['(presidente|presidenta) (da republica)?', '(mandatario|mandataria)']),
    ...entries(head('head_of_state', 'state'), [
      'chefe (de|do) estado',
      '(chefe|lider) da (junta|transicao)',
      '(presidente|presidenta) (interino|interina|da transicao)',
    ]),
    ...entries(head('president', 'state', 'none', { plural: true }), [
      'presidentes',
      'mandatarios',
      'chefes de estado',
    ]),
    ...entries(head('speaker', 'state'), [
      '(presidente|presidenta) (da assembleia|do parlamento|do senado|da camara) (nacional|da republica|dos deputados)?',
    ]),
    ...entries(head('vice_president', 'state'), ['(vice - presidente|vice presidente|vice - presidenta)']),
    ...entries(head('king', 'state'), ['rei', 'monarca']),
    ...entries(head('queen', 'state'), ['rainha']),
    ...entries(head('emir', 'state'), ['emir']),
    ...entries(head('sultan', 'state'), ['sultao']),
    ...entries(head('crown_prince', 'state'), ['principe herdeiro']),
    ...entries(head('secretary_of_state', 'state', 'optional'), ['(secretario|secretaria) de estado']),
    ...entries(head('vice_minister', 'official', 'optional'), [
      '(vice - ministro|vice - ministra|subsecretario)',
      '(ministro|ministra) (assistente|adjunto|adjunta)',
      '(secretario|secretaria) permanente',
    ]),
    ...entries(head('chief_of_staff', 'official', 'optional'), [
      'chefe (do|de) estado - maior',
      'comandante (das forcas armadas|do exercito|da marinha)',
    ]),
    ...entries(head('ambassador', 'ambassador'), ['(embaixador|embaixadora)', 'encarregado de negocios']),
    ...entries(head('secretary_general', 'organisation'), [
      '(secretario - geral|secretaria - geral)',
      '(alto|alta) representante',
      '(enviado|enviada|representante) especial',
      '(comissario europeu|comissaria europeia)',
    ]),
    ...entries(head('official', 'official'), [
      '(diretor - geral|diretora - geral|diretor|diretora)',
      '(administrador|administradora|comissario|comissaria)',
      '(governador|governadora)',
      '(conselheiro|conselheira|assessor|assessora)',
    ]),
    ...entries(head('spokesperson', 'out'), ['porta - voz']),
    ...entries(head('other', 'out'), [
      '(tecnico|treinador|selecionador|jogador|capitao|prefeito|prefeita|autarca|deputado|deputada|senador|senadora)',
      'presidente (do clube|da federacao|da camara municipal|da empresa|do grupo)',
    ]),
  ],
  portfolios: portuguesePortfolios,
  linkers: [
    'da republica (de|da|do)',
    'do reino (de|da|do)',
    'de',
    'da',
    'do',
    'das',
    'dos',
    'para',
    'para as',
    'para os',
    'a',
    'o',
    'federal',
  ],
  joiners: ['e', ',', 'bem como'],
  determiners: ['o', 'a', 'os', 'as', 'um', 'uma', 'ao', 'do', 'da', 'seu', 'sua', 'novo', 'nova', 'atual'],
  qualifiers: [
    ...entries('acting' as const, ['(interino|interina)', 'em exercicio']),
    ...entries('skip' as const, ['(convidado|convidada|anfitriao|anfitria|visitante)']),
    ...entries('former' as const, ['(ex|ex -|antigo|antiga|entao)']),
    ...entries('elect' as const, ['(eleito|eleita|designado|designada)']),
  ],
  counterparts: [
    ...entries({}, ['(homologo|homologa|colega|contraparte)']),
    ...entries({ plural: true }, ['(homologos|homologas|colegas)']),
  ],
  anaphors: [
    ...entries({ refers: 'pair', head: 'minister' } as const, [
      '(os|ambos os|as) dois ministros',
      'ambos os ministros',
    ]),
    ...entries({ refers: 'pair', head: 'president' } as const, [
      'os dois (presidentes|chefes de estado|mandatarios)',
      'ambos os presidentes',
    ]),
    ...entries({ refers: 'pair' } as const, [
      '(os dois|as duas|ambos os|ambas as) (lideres|governantes|responsaveis|partes|delegacoes|dirigentes|lados)',
      'os dois',
      'ambos',
      'as partes',
    ]),
  ],
  accredited: ['junto', 'acreditado'],
  stateNouns: ['republica', 'reino', 'federacao'],
  relatives: ['que e', 'tambem'],
};
