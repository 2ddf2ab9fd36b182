import { entries } from '../entry.ts';
import type { StatusPack } from '../language-pack.ts';

/** Spanish words that change the status of a meeting told in the same clause. */
export const spanishStatus: StatusPack = {
  cues: [
    ...entries('cancelled', ['no (tendra|tendran) lugar', 'no se (celebrara|realizara|llevara a cabo)']),
    ...entries('planned', [
      '(tiene|tienen) previsto',
      '(esta|estaba|estan) (previsto|prevista|previstos|programado|programada)',
      '(preve|preven|planea|planean)',
      '(proximo|proxima|proximos)',
      '(proximamente)',
      'queda por fijar',
      '(programa|agenda) ..2 (incluye|contempla)',
      'manana',
      'factible',
      '(durara|duraran|se extendera|se prolongara)',
      '(tenia|tenian) (previsto|prevista|programado|programada)',
      '(tendra|tendran) lugar',
      '(invito|invitado) a',
      'desea',
      'quiere',
      'a partir del',
      'aspira a',
      'pronto',
      'podria',
      'podrian',
    ]),
    ...entries('planned', ['(anuncio|anunciaron|anuncia) (..6)? (celebracion|realizacion) (de|del)']),
    ...entries('postponed', [
      '(aplazo|aplazado|aplazada|aplazan|aplazamiento|postergado|postergada|postergo|pospuesto|pospuesta|pospuso|pospone|aplaza|reprogramada|en suspenso)',
    ]),
    ...entries('cancelled', [
      '(cancelo|cancelado|cancelada|cancela|cancelan|cancelacion|suspendido|suspendida|suspendio|anulado|anulada)',
      'se iba a',
      'no se (reunio|reunira|celebro)',
    ]),
    ...entries('denied', ['(desmintio|desmiente|desmienten|nego|niega)', 'no hay planes']),
    ...entries('background', [
      '(varias|muchas) veces',
      'en varias ocasiones',
      '(pasado|pasada) (mes|ano|julio|enero|febrero|marzo|abril|mayo|junio|agosto|septiembre|octubre|noviembre|diciembre)',
      'cabe recordar',
      'hay que recordar',
      'recordemos',
      'hace (una|dos|tres|un|diez|anos|meses)',
      'la ultima (reunion|vez)',
      'el anterior',
      '(ultimo|ultima) (encuentro|viaje|visita|gira)',
      'en (enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre) de',
      'desde (2*|1*|julio|enero)',
      'coronada',
      'que corono',
      'el lunes anterior',
      'anteriormente',
    ]),
    ...entries('recalled', [
      '(se produce|se produjo|ocurre|ocurrio|llega|tiene lugar|tuvo lugar) (..4)? (despues|tras|luego)',
    ]),
    ...entries('condition', ['si']),
  ],
  negations: ['no', 'nunca', 'sin', 'ningun', 'ninguna', 'ni'],
};
