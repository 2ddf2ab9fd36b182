import { agreedVerbs, instruments, numbers, type OutcomeVerbTable, outcomeVerbs } from '../outcome-terms.ts';
import type { OutcomeLexicon } from '../record-lexicons.ts';
import { wordList } from '../word-list.ts';

const AGREED: readonly string[] = wordList(`
    dieron el visto bueno a, (quedo|quedaron) ..1 (convenid*|acordad*|pactad*),
    (lograron|logran|se logro|se lograron) ..1 acuerdo*, dieron luz verde, quedo acordado, se fijaron, fijaron,
    trazaron, dieron forma a, apalabraron, (llegaron|llegan) a un (acuerdo|entendimiento|pacto),
    (el|un) (acuerdo|pacto) ..2 (se alcanzo|fue alcanzado), se ponen de acuerdo, se avinieron,
    (sentaron|sientan) las bases, acuerdo entre, consensuaron, aprobaron la creacion, se propusieron,
    (derivo|derivaron|resulto|desemboco|se tradujo|culmino) en ..2 acuerdo*, quedaron en, y (acordado|convenido|decidido),
    (coincidieron|coinciden|coincidir) en (convocar|crear|celebrar|realizar|establecer|impulsar|constituir|firmar|suscribir|abrir|reabrir|reanudar|retomar|formar|conformar|elaborar|implementar|iniciar|trabajar), (aceptaron|aceptan), cerraron ..2 (acuerdo|trato),
    (apostaron|apuestan) por, se pronunciaron por, optaron por, concordaron, concertaron,
    (ratificaron|confirmaron) ..1 acuerdo, (acordaron|acuerdan|acordo|acordando|acordar),
    (han|ha) ..2 (acordado|convenido|pactado|decidido|resuelto), (convinieron|convienen), (pactaron|pactan),
    (decidieron|deciden|resolvieron), (se comprometieron|se comprometen|se han comprometido),
    llegaron a un acuerdo, (alcanzaron|alcanzan|han alcanzado) ..2 acuerdo*, se alcanzo ..2 acuerdo*, se acordo,
    fue acordado, se decidio, se ha acordado, prometieron, se pusieron de acuerdo, de comun acuerdo
  `);

const table: OutcomeVerbTable = {
  agreed: { commitment: AGREED },
  agreedSelf: [
    '(el|un) acuerdo (de|para) (reactivar|crear|establecer|abrir|reabrir|reanudar|retomar|dar|formar|conformar|impulsar|celebrar|realizar|convocar|constituir|instalar|iniciar|implementar|trabajar|fortalecer|reforzar|facilitar|intercambiar|coordinar)',
    '(reafirmaron|reiteraron|respaldaron|respaldan|piden|pidieron) ..8 alto el fuego',
  ],
  agreedWish: [
    '(desean|desearon|quieren|quisieron|consideran|consideraron|estiman|estimaron|ven) ..6 (continuar|proseguir|seguir|prolongar) ..3 (conversaciones|dialogo|dialogos|negociaciones|contactos)',
  ],
  agreedBefore: [
    '(fue|fueron|ha sido|han sido) ..1 (acordada|acordadas|acordados|decidida|decididas|decididos|pactada|pactadas|pactados|convenida|convenidas|convenidos)',
    '(segun|como) (acordaron|acuerdan|convinieron|pactaron|decidieron)',
    '(segun|como) (han|ha) (acordado|convenido)',
  ],
  signedAfter: wordList(`
    pusieron ..2 (nombre|firma|rubrica), (firmamos|suscribimos), (rubrico|rubrica) (un|una|dos|tres), anunci* haber (firmado|suscrito|rubricado|sellado), (salieron|salio),
    (se saldo|se salda|concluyo|concluye|termino|termina|acabo|cerro|cierran|cerraron) con la (firma|rubrica|suscripcion),
    (intercambiaron|canjearon), ratificaron, rubrica (de|del), pusieron ..2 rubrica,
    (estampan|estamparon|plasmaron) ..2 (firma|rubrica), y (firmado|suscrito),
    culmino con la (firma|suscripcion), concluyo con la (firma|suscripcion),
    (firmaron|firman|firmo|suscribieron|suscriben|suscribio|rubricaron|rubrican|sellaron|sellan),
    (han|ha) ..2 (firmado|suscrito|rubricado|sellado), firma (de|del), suscripcion (de|del),
    (estamparon|estampan|pusieron) ..2 firma*, procedieron a la firma,
    se (firmo|firmaron|suscribio|suscribieron|rubrico|rubricaron), se han (firmado|suscrito), con la firma
  `),
  signedBefore: [
    '(llevan|lleva) ..2 (firma|rubrica)',
    '(quedo|quedaron) ..1 (rubricad*|sellad*)',
    '(salieron|salio) de',
    '(firmad*|suscrit*|rubricad*) por (el|la|los|ambos|las|su)',
    '(fue|fueron|ha sido|han sido) ..1 (firmad*|suscrit*|rubricad*)',
    '(quedo|quedaron) (firmad*|suscrit*)',
  ],
  createdAfter: wordList(`
    (crearan|estableceran|constituiran|formaran|lanzaran|tendran|habra),
    y (crear|establecer|constituir|conformar|lanzar|poner en marcha|formar), (nace|nacio|naceran|nacera),
    (fundaron|formaron|conformaron|abrieron|abren|inauguraron), (pondran|ponen) en marcha, anunci*,
    (acordada|decidida) la creacion,
    (crearon|crean|creo|constituyeron|constituyen|establecieron|pusieron en marcha|lanzaron|lanzan|instalaron),
    (han|ha) ..1 (creado|constituido|establecido|puesto en marcha|lanzado), creacion (de|del), puesta en marcha,
    se (creo|crearon|creara|creo|establecio|constituyo|constituira), lanzamiento
  `),
  createdBefore: ['(fue|fueron|sera|seran) ..1 (cread*|constituid*|establecid*)'],
  relaunchedAfter: [
    '(volver|vuelven|volveran|volvieron|vuelvan) a',
    '(poner|ponen|pondran) (otra vez|de nuevo) en marcha',
    '(retoman|retomaron|reanudar|reactivar|retomar)',
    '(relanzaron|relanzan|reactivaron|reactivan|reanudaron|reanudan)',
    '(han|ha) ..1 (relanzado|reactivado|reanudado)',
    'reactivacion',
    'reanudacion',
  ],
  relaunchedBefore: ['(fue|fueron) ..1 (relanzad*|reactivad*|reanudad*)'],
  invitedAfter: [
    '(acepto|aceptaron) ..2 invitacion',
    '(reitero|hizo) ..2 invitacion',
    '(invito|invitaron|invita|ha invitado)',
    '(curso|extendio|entrego|traslado) ..2 invitacion',
  ],
  announcedAfter: [
    '(dio a conocer|dieron a conocer|desvelo)',
    'ofrecio',
    '(dispuso|decidio)',
    '(anuncio|anunciaron|anuncia|anuncian)',
    '(ha|han) ..1 anunciado',
  ],
  announcedSelf: [
    '(proxima|proximo) ..4 (se celebrara|tendra lugar|sera)',
    '(se celebrara|tendra lugar) ..4 (proxima|proximo)',
    '(se reuniran|volveran a reunirse|volveran a verse)',
  ],
  roadmapAfter: ['(adoptaron|aprobaron|acordaron|trazaron|definieron|adoptan) ..2 hoja de ruta'],
};

export const outcomes: OutcomeLexicon = {
  verbs: [
    ...outcomeVerbs(table),
    ...agreedVerbs('intent', [
      'coincidieron en la necesidad',
      '(aprobaron|aprueban|adoptaron|adoptan)',
      'manifestaron ..2 (voluntad|intencion) comun',
      'expresaron ..2 (voluntad|intencion) comun',
    ]),
  ],
  instruments: instruments({
    mou: ['memorand* de entendimiento', 'memorand*'],
    declaration_of_intent: ['declaracion* ..1 de (intencion|intenciones)'],
    joint_declaration: ['declaracion* (conjunta*|comun)', 'declaracion', 'declaraciones'],
    letter_of_intent: ['carta* de (intencion|intenciones)', 'carta* de entendimiento'],
    framework_agreement: ['acuerdo* marco'],
    protocol: ['protocolo*'],
    convention: ['convenio*', 'convencion', 'convenciones'],
    minutes: ['acta', 'actas'],
    roadmap: ['hoja* de ruta'],
    programme: ['programa* (ejecutivo*|de cooperacion|de trabajo)'],
    action_plan: ['plan* de accion'],
    joint_communique: ['comunicado* (conjunto*|final*)'],
    treaty: ['tratado', 'tratados'],
    contract: ['contrato', 'contratos'],
    agreement: ['acuerdo', 'acuerdos', 'pacto', 'pactos', 'instrumento* juridic*', 'instrumento*'],
    text: ['documento', 'documentos', 'texto', 'textos'],
  }),
  creation: [
    '(crear|establecer|constituir|creacion|establecimiento|conformacion|constitucion) ..3 gabinete*',
    '(crear|establecer|constituir|conformar|lanzar|poner en marcha|formar|instalar) ..3 (grupo*|comision*|comite*|mecanismo*|consejo*|equipo*|celula*|centro*|plataforma*|fondo*|red|mesa*)',
    '(creacion|puesta en marcha|establecimiento|constitucion|conformacion|lanzamiento) ..3 (grupo*|comision*|comite*|mecanismo*|consejo*|equipo*|celula*|centro*|plataforma*|fondo*|red|mesa*)',
  ],
  relaunch: [
    'relanzar',
    'reactivar',
    'reanudar',
    'reactivacion',
    'reanudacion',
    'retomar',
    'relanzamiento',
    'restablecer',
  ],
  visit: ['visita*', 'visitar', 'viajar', 'viaje'],
  bodies: wordList(`
    gabinete*, grupo*, comision*, comite*, mecanismo*, consejo, equipo*, celula*, centro*, plataforma*, fondo*,
    red, mesa, mesas, dialogo, foro, alianza
  `),
  shared: wordList(`
    cooperacion, colaboracion, dialogo, relaciones, contactos, negociaciones, vuelos, conexiones, consultas,
    asociacion, intercambios, cooperar, colaborar
  `),
  conjunctions: wordList(`
    y, e, asi como, la, el, los, las, a, de, fue, fueron, del, al, en, para, con, por, sobre, entre, que, un,
    una, quien, cuyo, tras
  `),
  setbacks: wordList(`
    aplazamiento, cancelacion, suspension, ruptura, retirada, dimision, aplazar, posponer, postergar, cancelar,
    retrasar
  `),
  wholesale: ['todos', 'todas', 'conjunto'],
  days: ['(el|este)? (lunes|martes|miercoles|jueves|viernes|sabado|domingo)', '(hoy|ayer)'],
  months: wordList(`
    enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, setiembre, octubre, noviembre,
    diciembre
  `),
  that: ['que'],
  modals: ['va', 'van', 'debe', 'deben', 'debia*', 'puede', 'pueden', 'proximamente', 'pronto'],
  futureEndings: ['rá', 'rán', 'remos', 'ría', 'rían'],
  pairs: wordList(`
    los ministros, las ministras, los presidentes, los cancilleres, los gobiernos, los mandatarios, los dos,
    ambos, ambas, las partes, ellos
  `),
  negationBefore: wordList(`
    no, nunca, ni, sin, ningun*, tampoco, rechaz*, neg*, jamas
  `),
  negationAfter: ['ningun*', 'nada'],
  planned: wordList(`
    sera, seran, prev*, espera*, debera*, podra*, podria*, planea*, proxim*, pretend*, buscan, busca, va a,
    van a, iba a, propus*, propone*, pidio, solicit*, si, negocia*, quier*, antes de, desea*
  `),
  background: [
    'recordemos',
    'cabe recordar',
    'pasado ..1 ano',
    '(ano|mes) pasado',
    'pasado (mes|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)',
    '(enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre) pasado',
    'desde',
    'hace ..2 anos',
    'fruto de',
  ],
  pluperfect: ['habia', 'habian', 'haber', 'habria', 'habrian'],
  link: [
    'hoy',
    'ayer',
    '(el|este|ayer|hoy) (pasado)? (lunes|martes|miercoles|jueves|viernes|sabado|domingo)',
    'en',
    'que',
    'a',
    'de',
    'sobre',
    'la necesidad',
    'tambien',
    ',',
    ':',
    'asimismo',
  ],
  stop: wordList(`
    segun,
    (informo|indico|senalo|preciso|anadio|destaco|apunto|explico|dijo|agrego|subrayo) ..1 (el|la|un|una|los|las|en),
    de acuerdo con, al tiempo que, ademas de, tras (reunirse|el|la|su|sus|un|una|unas), durante (el|la|su|un|una),
    en el marco de, al margen, mientras, con motivo,
    y (destacaron|subrayaron|elogiaron|reafirmaron|abordaron|repasaron), asi lo
  `),
  notOutcomes: [
    '(por|a) invitacion',
    'firma* electronica',
    '(de|para|a) (firmar|suscribir)',
    'sin anuncio',
    '(segun|como) (anuncio|anunciaron|ha anunciado|han anunciado)',
    '(acord*|conv*|coincid*) ..3 importancia',
    'para la (reanudacion|reactivacion|creacion|puesta en marcha)',
    'crean que',
    'se (comprometieron|comprometen|han comprometido) a (fortalecer|reforzar|profundizar|estrechar|consolidar) ..3 (lazos|relaciones|vinculos|amistad)',
  ],
  additions: ['asi como', 'ademas de', 'al igual que', 'junto con'],
  futurePrefixes: [],
  numbers: numbers({
    un: 1,
    una: 1,
    dos: 2,
    tres: 3,
    cuatro: 4,
    cinco: 5,
    seis: 6,
    siete: 7,
    ocho: 8,
    nueve: 9,
    diez: 10,
    once: 11,
    doce: 12,
    trece: 13,
    catorce: 14,
    quince: 15,
    dieciseis: 16,
    veinte: 20,
  }),
};
