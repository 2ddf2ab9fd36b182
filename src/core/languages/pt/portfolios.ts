import { type Entry, entries } from '../entry.ts';

/** What Portuguese offices are about. */
export const portuguesePortfolios: readonly Entry<string>[] = [
  ...entries('interior', [
    'interior',
    'administracao interna',
    'seguranca (publica|interna)?',
    'justica e seguranca publica',
  ]),
  ...entries('foreign_affairs', [
    'negocios estrangeiros',
    '(relacoes|assuntos) (exteriores|externos|internacionais)',
    'diplomacia',
    'cooperacao',
    'comunidades',
  ]),
  ...entries('defence', ['defesa (nacional)?', 'forcas armadas']),
  ...entries('justice', ['justica', 'direitos humanos']),
  ...entries('finance', ['financas', 'fazenda', 'economia', 'planejamento', 'planeamento']),
  ...entries('trade', ['comercio (exterior)?', 'industria', 'desenvolvimento']),
  ...entries('energy', ['energia', 'minas', 'petroleos', 'recursos minerais', 'gas']),
  ...entries('agriculture', ['agricultura', 'pescas', 'pesca', 'pecuaria']),
  ...entries('transport', ['transportes', 'infraestruturas', 'portos', 'obras publicas']),
  ...entries('health', ['saude']),
  ...entries('education', ['educacao', 'ensino superior', 'ciencia', 'tecnologia']),
  ...entries('culture', ['cultura', 'turismo', 'desporto', 'esporte', 'juventude']),
  ...entries('environment', ['ambiente', 'meio ambiente', 'clima']),
];
