import { listOf, type PressWords } from './press-words.ts';

export const spanish: PressWords = {
  language: 'es',
  firstNames: listOf(
    'Amparo Benito Celia Damián Elvira Fermín Gema Higinio Irene Julián Lidia Matías Nuria Óscar Pilar Ramiro Sonia Tomás Vera Zoilo',
  ),
  nameStarts: listOf('Al Bar Can Del Esc Fon Gar Her Lar Mon Nav Or Per Quin Ros San Tor Val Vil Zam'),
  nameEnds: listOf(
    'arca beda calde dosa enza fuentes gález huela illo jares lengo medo nares orga pardo quero rosa sueta tero zueco',
  ),
  cities: listOf(
    'Arroyal,Benahíjar,Campoverde,Dosríos,Encinares,Fuentebuena,Guadalrey,Hontanar,Iruela,Lomablanca,Montesol,Navarrubia',
    ',',
  ),
  topics: listOf(
    'la lucha contra el contrabando,la formación de agentes de policía,el control de las flotas pesqueras,el suministro de agua potable,la renovación del material de los hospitales,la enseñanza de idiomas,la apertura de un enlace ferroviario,la protección de los humedales,el intercambio de datos aduaneros,el rescate de migrantes en el mar,el precio del trigo,la reparación de la carretera costera,el reconocimiento de permisos de conducir,la seguridad de los puentes,el comercio de fosfatos,la vacunación del ganado',
    ',',
  ),
  bodies: listOf(
    'la junta del puerto,el sindicato de agricultores,el tribunal regional,el banco nacional,el consejo de estudiantes,el regulador de la energía,el tribunal de cuentas,la autoridad portuaria',
    ',',
  ),
  weekdays: listOf('lunes martes miércoles jueves viernes sábado domingo'),
  months: listOf('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
  date: '{day} de {month}',
  headlines: [
    '{person} habla sobre {topic}',
    'Nuevos pasos en {city} sobre {topic}',
    '{city}: {topic} vuelve a la mesa',
    'Lo que {person} quiere para {city}',
  ],
  news: [
    'El pleno de {city} aprobó el {weekday}, por {n} votos contra {m}, un plan que antepone {topic} a cualquier otra tarea del año.',
    '{person}, que preside {body}, dijo que el dinero se gastará en {topic} y en nada más.',
    'Unos {n} vecinos de {city} habían firmado una petición contra el plan desde principios de {month}.',
    'Según las cifras que difundió {body}, el gasto en {topic} creció un {m} % en dos años.',
    'La oposición, encabezada por {person}, tachó la votación de precipitada y pidió una investigación de {body}.',
    'Las obras empezarán en {month} entre {city} y {city2} y durarán {m} meses.',
    '«No podemos esperar otro invierno», dijo {person} a los periodistas ante el ayuntamiento de {city}.',
    'Los ingenieros avisaron el año pasado de que {m} de los {n} lugares cercanos a {city2} ya no eran seguros.',
    'Un primer intento de resolver {topic} fracasó cuando {body} retiró su apoyo.',
    '{person} dimitió de {body} en {month} tras una disputa por el coste, calculado en {n} millones.',
    'Los comerciantes del mercado de {city2} temen quedarse sin clientes durante {m} semanas.',
    'El Gobierno nacional asumirá el {m} % del coste y el resto corresponde a {city}.',
    'Se espera una decisión de {body} sobre el recurso antes de que acabe {month}.',
    'En la vecina {city2}, un proyecto parecido creó {n} empleos, casi todos para jóvenes.',
    'Maestros y padres recorrieron {city} el {weekday} con pancartas que decían «no sin nosotros».',
    '{body} había publicado un informe de {n} páginas sobre {topic} que poca gente leyó.',
    'Las fuertes lluvias retrasaron la inspección, que {person} quiere ahora dirigir en persona.',
    'La última revisión es de hace {m} años y la escribió una empresa de {city2}.',
    'Dos conductores resultaron heridos leves en {city2} al volcar un camión cargado con {n} cajas.',
    'Para {person} el asunto está cerrado: {topic} se ha prometido demasiadas veces para aplazarlo otra vez.',
    'Las aseguradoras se negaron a pagar {m} de las casas dañadas a orillas del río.',
    'Visitantes de {country} han pedido a {body} que comparta lo aprendido sobre {topic}.',
    'El alcalde de {city2} no acudió a la ceremonia y envió en su lugar a {person}.',
    'Nadie en {body} sabía decir el {weekday} dónde habían ido a parar los {n} miles que faltan.',
  ],
  things: listOf(
    'el viejo faro,el muelle norte,un capitán jubilado,el transbordador nocturno,las salinas,una bomba averiada,la orquesta escolar,la nueva panadería,la regla del río,un cargamento perdido,el archivo municipal,el mercado de invierno,la fábrica de vidrio,una grúa oxidada,el médico del pueblo,los guardas del huerto,los conductores de autobús,una niebla espesa,el puente de piedra,los vigilantes del museo,los inspectores de hacienda,una crecida repentina,el coro,la feria de ganado,la estación meteorológica,una barcaza de madera,las enfermeras de noche,la cantera,el fondo de pensiones,el dueño del cine',
    ',',
  ),
  actions: listOf(
    'había sustituido,hacía esperar,pagaba por,sorprendió,dominará pronto,ya no espera,fotografió,había precedido,acusaba,servía para,salvó,podría arruinar,medía,acogía,había vendido,rechazó,tomaba prestado,recuerda todavía,reparó,abandonaba',
    ',',
  ),
  ties: listOf(
    'mientras,porque,mucho antes de que,aunque,al tiempo que,como,desde que,allí donde,después de que,cuando',
    ',',
  ),
  communiques: [
    [
      'El ministro del Interior, {host}, recibió el {weekday} {date} en la sede del ministerio a su homólogo {demonym}, {guest}, que realiza una visita de trabajo al frente de una numerosa delegación.',
      'Los dos ministros celebraron la excelente calidad de las relaciones entre ambos países y reafirmaron su voluntad común de reforzar la coordinación de sus servicios en todos los ámbitos.',
      'Las conversaciones trataron en particular sobre {topic} y sobre {topic2}.',
      'Acordaron intensificar el intercambio de información y convocar la comisión mixta antes de que termine el año, en el espíritu de confianza que siempre ha marcado su cooperación.',
      'Asistieron al encuentro altos cargos de los dos ministerios y los embajadores de ambos países.',
    ],
    [
      'El ministro de Asuntos Exteriores, {host}, se reunió el {weekday} {date} en {city} con el ministro {demonym} de Asuntos Exteriores, {guest}.',
      'Según un comunicado del ministerio, la reunión permitió hacer balance de las relaciones bilaterales y examinar los medios de darles un nuevo impulso.',
      'Ambas partes intercambiaron también puntos de vista sobre asuntos regionales e internacionales de interés común y comprobaron la cercanía de sus posiciones.',
      'Se prestó especial atención a {topic}, sobre lo que se firmará un memorando en la próxima sesión.',
      '{guest} agradeció a las autoridades la acogida dispensada a la delegación e invitó al ministro a visitar su país.',
    ],
  ],
  ledes: [
    '{guest}, de {country}, pasó el {weekday} por la capital para hablar con {host}.',
    'Visita de {guest}: {host} y el responsable {demonym} trataron {topic}.',
  ],
  fillers: listOf('también además entonces todavía ampliamente ahora incluso luego'),
};
