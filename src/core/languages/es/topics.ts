import type { TopicLexicon } from '../record-lexicons.ts';
import { topicTerms } from '../topic-terms.ts';
import { wordList } from '../word-list.ts';

export const topics: TopicLexicon = {
  terms: topicTerms({
    counterterrorism: [
      `terroris*, antiterroris*, contraterroris*, yihad*, combatientes extranjeros, extremis*, financiacion del terrorismo`,
      `radicaliz*, insurgen*, estado islamico`,
    ],
    migration: [
      `
        migra*, migrator*, inmigra*, readmision*, menores ..1 no acompanados, repatria*, indocumentad*,
        solicitantes de asilo, retorno de
      `,
      `deportacion*, refugiad*, asilo, visados, visas, expulsion*, retornos, emigra*`,
    ],
    organised_crime: [
      `
        (crimen|delincuencia|criminalidad) ..1 organizad*,
        (crimen|crimenes|delincuencia) ..1 (transnacional*|transfronteriz*), redes criminales, blanqueo,
        lavado de (dinero|activos), ciberdelincuencia, cibercrimen, bandas criminales, pandillas, mafias, organizaciones criminales, delitos ..1 (transnacionales|financieros)
      `,
      `delincuencia, criminalidad, crimen`,
    ],
    trafficking: [
      `
        narcotrafic*, trafico de, trafico ilicito, trata de, trata, estupefacientes, drogas, contrabando,
        guerra contra ..2 (drogas|narcotrafico), traficantes
      `,
      `droga, hachis, cocaina, fentanilo, trafico`,
    ],
    border: [`frontera*, fronteriz*, aduana ..2, guardacostas`, ``],
    civil_protection: [
      `proteccion civil, desastres, catastrofes, busqueda y rescate, salvamento, incendios, emergencias, gestion ..1 riesgos`,
      `terremoto*, inundacion*, bomberos, huracan*, sequia*, sismo*`,
    ],
    defence: [
      `
        defensa, militar*, armamento*, alto el fuego, cese ..2 (fuego|hostilidades), fuerzas armadas,
        ejercicios conjuntos, ejercicios militares, maniobras militares, industria militar, drones, misil*, fuerza aerea, mantenimiento de la paz
      `,
      `ejercito*, armas, naval*, tropas, guerra, grupos armados, buques`,
    ],
    trade: [
      `
        comerci*, econom*, invers*, invert*, turism*, turistic*, pesca, pesquer*, libre comercio, agricol*,
        agricultura, agroalimentari*, agropecuari*, infraestructura*, empresari*, aranceles, arancelari*,
        conectividad, aduana*, logistic*, acuicol*, acuicult*, cadenas de suministro
      `,
      `
        industria*, transporte*, empresas, financ*, puertos, exportacion*, importacion*, sector privado,
        ferrocarril*, ganader*
      `,
    ],
    energy: [
      `energ*, gas, gasoducto*, petrol*, electric*, hidrogeno, renovable*, hidrocarburos, uranio, petroquimic*`,
      `mineria, litio, nuclear civil`,
    ],
    culture: [
      `
        cultur*, educa*, universi*, patrimonio, becas, academic*, asuntos religiosos, imanes, idioma,
        lengua espanola
      `,
      `estudiantes, juventud, deporte*, deportiv*, investigacion cientifica, formacion`,
    ],
    diplomacy: [
      `
        temas ..3 internacional*, situacion regional, temas regionales, proceso de paz, proceso politico, naciones unidas, multilateral*, consultas politicas, mecanismo de consultas, normaliz*, conflicto*, hoja de ruta, plan ..1 autonomia, autonomia propuesta, arreglo, crisis ..2 con, dialogo politico, reunion de alto nivel, enfriar las tensiones, alto el fuego, cese ..2 (fuego|hostilidades), tregua, integracion regional
      `,
      `
        dialogo, paz, sahara, sahel, gaza, palestin*, ucrani*, libia, oriente medio, oriente proximo, siria, tensiones, crisis, onu, igual a igual, reconciliacion, acercamiento, integracion
      `,
    ],
    ties: [
      `
        relaciones bilaterales, relacion bilateral, agenda bilateral, asuntos bilaterales, relaciones entre, relaciones diplomaticas, vinculos bilaterales, lazos bilaterales, diplomatic*, asociacion estrategica
      `,
      `relaciones, asociacion, amistad, lazos, vinculos, cumbre, (cooperacion|colaboracion) bilateral`,
    ],
    other: [
      `
        medio ambiente, medioambient*, clima, climatic*, salud, sanidad, sanitari*, derechos humanos, agua,
        justicia, judicial*, extradicion*, digital*, inteligencia artificial, ciberseguridad, humanitari*,
        amazoni*, amazonas, selva amazonica, seguridad alimentaria, ciencia ..2 tecnologia, aeroespacial*, cooperacion espacial, medic*, hospital*, pandemia*, cop27, cop28, cop29,
        cop30
      `,
      `vacunas, tecnolog*, innovacion, laboral*, empleo, vivienda, espacial*, trabajo decente`,
    ],
    security: [
      `cooperacion ..3 seguridad, materia de seguridad, servicios de inteligencia, intercambio de informacion`,
      `seguridad, inteligencia, policial*`,
    ],
  }),
  names: wordList(`
    consejo de seguridad, consejo ..2 defensa, organizacion de las naciones unidas,
    conferencia de las naciones unidas, union europea, comunidad economica, foro economico, camara* de comercio,
    fuerzas de seguridad, servicios de seguridad, jefe de la diplomacia, jefa de la diplomacia,
    fuentes diplomaticas, relaciones exteriores, relaciones internacionales, relaciones publicas,
    guardia ..1 militar, agregado militar, copa ..2 mundo, juegos olimpicos, guerra fria, guerra civil,
    acuerdo de asociacion, crisis ..1 de gobierno,
    defensa de ..1 (democracia|derechos|intereses|soberania|libertad*|multilateralismo|valores)
  `),
  officeHeads: wordList(`
    ministr*, ministerio*, viceministr*, secretari*, subsecretari*, cartera, titular*, consejer*, departamento
  `),
  genitives: ['de', 'del', 'para'],
  officeJoins: ['la', 'el', 'los', 'las', 'y', 'e'],
  portfolios: wordList(`
    interior, asuntos, exteriores, relaciones, gobernacion, gobierno, estado, union, europea, cooperacion,
    defensa, nacional, comercio, economia, hacienda, finanzas, energia, minas, cultura, culto, pesca,
    transporte*, industria, educacion, turismo, agricultura, ganaderia, alimentacion, salud, sanidad, ambiente,
    medio, inversion*, justicia, deporte*, migracion*, migratorios, inmigracion, seguridad, publica, social,
    inclusion, movilidad, sostenible, agenda, urbana, transicion, ecologica, reto, demografico, desarrollo,
    rural, trabajo, universidades, ciencia, tecnologia, innovacion, internacional*, commonwealth, juventud,
    vivienda, infraestructura*, petroleo, agua, digital
  `),
  discussion: wordList(`
    pidi*, propus*, sugiri*, solicit*, plante*, cooperacion, abord*, analiz*, trat*  ..2, se trato, trataron,
    repas*, convers*, dialog*, habl* ..3 (de|sobre), discut*, examin*, intercambi*, pas* revista, evalu*, acord*,
    convini*, pactar*, coincid*, centr* en, centro en, verso sobre, versaron sobre, agenda, orden del dia, temas,
    asuntos, ejes, en materia de, en los ambitos, en ambitos, en las areas, en areas, cooperacion en,
    cooperar en, colaborando, colaboracion, fortalec*, reforz*, impuls*, ampliar, formas de, subray*, destac*,
    resolvieron, reunion
  `),
  background: wordList(`
    honores, himnos, guardia de honor, cabe recordar, recordemos, recuerda que, habia*, habian, hace ..2 anos,
    desde 19*, desde 20*, en virtud de, acusa*, reprocha*, denuncia*, se supone, estudia desde
  `),
  praise: ['elogi*', 'agradec*', 'felicit*', 'celebro', 'alab*', 'record*', 'rindi* homenaje'],
};
