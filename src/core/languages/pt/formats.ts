import { formatTerms, ordinalTerms } from '../format-terms.ts';
import type { FormatLexicon } from '../record-lexicons.ts';

export const formats: FormatLexicon = {
  formats: formatTerms({
    'one-on-one': ['a sos', '(reuniao|encontro) privad*', 'frente a frente'],
    enlarged: ['(reuniao|encontro|sessao) (alargad*|ampliad*)'],
    videoconference: ['videoconferencia', '(reuniao|encontro) virtual'],
    phone: ['(conversa|chamada|ligacao) telefonica', 'por telefone', 'ao telefone'],
    'working-meeting': ['(reuniao|sessao|encontro) de trabalho'],
    'working-dinner': ['jantar (de trabalho|oficial)?'],
    'working-lunch': ['almoco (de trabalho)?'],
    'delegation-level': ['entre as (duas)? delegacoes', 'a frente de uma delegacao'],
    'signing-ceremony': ['cerimonia de assinatura'],
    trilateral: ['trilateral'],
    'closed-doors': ['a porta fechada', 'a portas fechadas'],
    'press-conference': ['conferencia de imprensa conjunta'],
    audience: ['em audiencia'],
  }),
  sidelines: ['a margem (de|do|da)'],
  bodies: ['grupo*', 'comissao', 'comite*', 'conselho', 'mecanismo*', 'cimeira', 'reuniao'],
  standing: ['mist*', 'permanente*', 'bilatera*', 'intergovernamental*', 'conjunt*', 'binaciona*', 'alto'],
  definite: ['a', 'o', 'esta', 'sua'],
  bodyJoins: ['de', 'do', 'da', 'e', '-'],
  ordinals: ordinalTerms([
    'primeir*|1 a',
    'segund*|2 a',
    'terceir*|3 a',
    'quart*|4 a',
    'quint*|5 a',
    'sext*|6 a',
    'setim*|7 a',
    'oitav*|8 a',
    'non*|9 a',
    'decim*|10 a',
  ]),
  counted: ['reuniao', 'reunioes', 'encontro*', 'visita*', 'sessao', 'sessoes', 'cimeira*', 'vez'],
  since: ['desde', 'em menos de', 'em', 'este ano', 'este mes'],
};
