import type { TopicLexicon } from '../record-lexicons.ts';
import { topicTerms } from '../topic-terms.ts';
import { wordList } from '../word-list.ts';

export const topics: TopicLexicon = {
  terms: topicTerms({
    counterterrorism: [
      `terrorism, terrorist*, counterterror*, antiterror*, extremis*, jihad*, foreign fighters, deradicali*, counter - terror*, militant* ..1 infiltrat*, infiltration of ..1 militants`,
      `radicali*, militants, insurgen*, isil, isis, islamic state, al qaeda, terror`,
    ],
    migration: [
      `
        migrat*, migrant*, immigra*, readmission*, unaccompanied minors, repatriat*, undocumented,
        consular ..1 (passes|permits|laissez), people smuggl*, asylum seekers
      `,
      `deportation*, refugee*, asylum, visas, returns`,
    ],
    organised_crime: [
      `
        (organised|organized) crime*, (transnational|cross ..1 border|transboundary) ..2 crime*,
        international crime, crime networks, criminal (networks|groups|gangs), money laundering, cybercrime*, criminal (organisations|organizations|syndicates), financial (crime|crimes|fraud),
        mafia*
      `,
      `crime, crimes, gangs, criminal*`,
    ],
    trafficking: [
      `traffick*, smuggl*, narcotic*, drug trade, drugs, illicit drugs, drug ..1 traffic*, contraband, anti - (narcotics|drug*), counter - narcotics`,
      `drug, cannabis, cocaine, smugglers`,
    ],
    border: [`border, borders, frontier*, border ..1 (control*|security|management|crossing*), coast guard*`, ``],
    civil_protection: [
      `
        civil (protection|defence|defense), disaster*, wildfire*, forest fires, fighting of fires, firefight*,
        emergency (response|management), rescue operations, search and rescue, disaster relief
      `,
      `earthquake*, flood, floods, flooding, fires, hurricane*, cyclone*, drought*`,
    ],
    defence: [
      `
        defence, defense, military, armed forces, ceasefire, cease ..1 fire, joint exercises, naval,
        arms (deal|sales|purchases), deterren*, special forces, security partnership, missile*, drones, peacekeeping, navy, navies, air force*
      `,
      `
        army, weapons, troops, arms, warships, war, armed group*, security guarantees, guarantees of security,
        hostilities, rebel*
      `,
    ],
    trade: [
      `
        trade, economic, economy, economies, invest*, tourism, fisher*, commerce, commercial,
        business ..1 (ties|forum|cooperation), free trade, agricultur*, infrastructure, connectivity,
        market access, fertili*, logistic*, blue economy, aquaculture, supply chain*, double taxation
      `,
      `
        industr*, transport*, businesses, business, customs, financ*, ports, tariff*, exports, imports,
        private sector, railway*, aviation
      `,
    ],
    energy: [
      `energy, gas, oil, pipeline*, electricity, hydrogen, renewable*, petroleum, uranium, lng, petrochemical*`,
      `mining, nuclear ..1 (power|energy|cooperation), minerals, solar`,
    ],
    culture: [
      `
        culture, cultural, education*, scholarship*, universit*, heritage, religious affairs, people to people,
        academic, film*, archaeolog*, cinema, student exchange*
      `,
      `students, youth, sport, sports, language, museum*, scientific research, training, media`,
    ],
    diplomacy: [
      `
        regional (issues|situation|developments|security), international issues, peace process, political process, state of the region, events in, multilateral, political consultations, normali*, integration, united nations, developments in, peace and stability, conflict*, mediation, lasting (peace|answer|solution), bring peace, two state solution, restored relations, ceasefire, cease - fire, truce, peace talks, peace
      `,
      `
        regional, dialogue, stability, tensions, tension, gaza, palestin*, ukrain*, libya, sahel, sahara, syria, yemen, iran, middle east, unity, international bodies, nuclear deal, crisis, joint action
      `,
    ],
    ties: [
      `
        bilateral (relations|ties|issues), (relations|ties) between, ties, bilateral ..2 relations, diplomatic (relations|ties|exchanges), strategic partnership
      `,
      `relations, cooperation between, partnership, friendship, bilateral (cooperation|collaboration|matters), summit`,
    ],
    other: [
      `
        environment*, climate, health, healthcare, medical, pandemic*, covid, hospital*, human rights, water, judicial, extradition, justice, digital*,
        artificial intelligence, cybersecurity, cyber security, humanitarian, food security,
        space ..1 (cooperation|programme|program), cop ..1 27, cop27, cop28, cop29, cop30, amazon
      `,
      `vaccine*, technolog*, science, scientific, innovation, labour, labor, employment, social (affairs|security), housing, space`,
    ],
    security: [
      `
        security cooperation, security ties, cooperation ..3 security, security coordination,
        intelligence ..1 (sharing|exchange|cooperation), exchange ..2 information, exchanging information
      `,
      `security, intelligence, police`,
    ],
  }),
  names: wordList(`
    ,
    (defence|defense|trade|commerce|economy|finance|energy|oil|petroleum|culture|transport*|industry|education|tourism|agriculture|health|environment|investment|justice|sports|immigration|security|migration|water) (minister*|secretary|secretaries|ministry|ministries|chief*|adviser|advisor|official*|department),
    security council, european union, united nations ..2, world health organi*, world trade organi*,
    economic community, economic forum, chamber ..1 commerce, security (forces|services|guards),
    national security, homeland security, diplomatic sources, top diplomat, diplomatic sup*,
    gulf cooperation council ..1, organi* of islamic cooperation, shanghai cooperation organi*,
    organi* for security, military attache, world cup, olympic*, cold war, civil war,
    (defence|defense) of ..2 (democracy|rights|interests|sovereignty|freedom*|multilateralism|values), andean community,
    environment of, press corps, across ..1 borders, cross - border,
    political ..1 economic and security, oil rich, defence exhibition, defense exhibition, security and ..2 exhibition
  `),
  officeHeads: wordList(`
    minister*, ministry, ministries, secretary, secretaries, undersecretary, under - secretary, portfolio,
    department, commissioner
  `),
  genitives: ['of', 'for', 'in'],
  officeJoins: ['the', 'and', 'state', 'charge', '&', 'to'],
  portfolios: wordList(`
    interior, foreign, affairs, external, internal, home, security, defence, defense, national, trade, commerce,
    economy, economic, finance, energy, oil, petroleum, gas, mines, mining, mineral, resources, culture,
    fisheries, transport*, industry, industries, education, higher, tourism, agriculture, food, health,
    environment, climate, change, investment, justice, sports, sport, youth, immigration, migration, water,
    territory, science, technology, digital, labour, labor, housing, infrastructure, planning, development,
    religious, cooperation, african, expatriates, community, communities, maritime, rural, forests, information,
    media, public, works, international
  `),
  discussion: wordList(`
    fight against, combating, combatting, asked, proposed, suggested, called for, urged, pressed for, cooperation, cooperate, discuss*,
    talked ..2 (about|of|over), spoke ..1 (of|about|too),
    talks ..2 (on|about|over|covered|focused|centred|centered), review*, exchanged views, touched (on|upon),
    addressed, considered, dealt with, went (over|through), gone through, focus* on, focus* ..3 on, agenda,
    agree*, covered, on the table, raised, explor*, stress*, underlin*, underscor*, emphasi*, cooperation in,
    cooperation on, ways to, ways of, to cover, files are, list of, listed its subjects, top of the list,
    subject of, subjects, are the subject, includ*, program, topics, in the (areas|area|fields|field) of,
    mou ..4 (on|for), memorandum ..6 (on|for), boost*, strengthen*, enhanc*, deepen*
  `),
  background: wordList(`
    guard ..2 honor, guard of honour, honors were, honours were, anthem*, it is recalled, recall that,
    had earlier, last year, years ago, in the past, rivals, accus*, critics, have died, analysts, is home to,
    was founded, had been
  `),
  praise: wordList(`
    hailed, prais*, commend*, thanked, expressed ..2 gratitude, expressed ..2 appreciation, applauded,
    congratulat*, outlined, paid tribute
  `),
};
