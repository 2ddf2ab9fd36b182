import { entries } from '../entry.ts';
import type { StatusPack } from '../language-pack.ts';

/** Portuguese words that change the status of a meeting told in the same clause. */
export const portugueseStatus: StatusPack = {
  cues: [
    ...entries('planned', [
      '(deve|devem|devera|deverao|devia)',
      '(esta|estava|estao) (previsto|prevista|previstos|marcado|marcada|agendado|agendada)',
      '(preve|preveem|planeia|pretende)',
      '(proximo|proxima|brevemente|em breve)',
      'amanha',
      'convidou',
      'poderia',
    ]),
    ...entries('planned', ['(anunciou|anunciaram) (..6)? realizacao (de|da|do)']),
    ...entries('postponed', ['(adiou|adiado|adiada|adiamento|adia|adiam|suspensa|remarcada)']),
    ...entries('cancelled', ['(cancelou|cancelado|cancelada|cancela|cancelamento|anulou|anulada)', 'nao se realizara']),
    ...entries('denied', ['(desmentiu|desmente|negou|nega)']),
    ...entries('background', [
      '(varias|diversas) vezes',
      '(passado|passada|ultimo|ultima) (mes|ano|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro)',
      'recorde - se',
      'recorda - se',
      'ha (um|dois|tres|dez|anos|meses)',
      'na sequencia (de|do|da)',
      '(mes|ano|janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro) (passado|passada)',
    ]),
    ...entries('recalled', ['(ocorre|ocorreu|acontece|aconteceu|surge|surgiu) (..4)? (depois|apos)']),
    ...entries('condition', ['se', 'caso', 'desde que']),
  ],
  negations: ['nao', 'nunca', 'sem', 'nem'],
};
