import { agreedVerbs, instruments, numbers, type OutcomeVerbTable, outcomeVerbs } from '../outcome-terms.ts';
import type { OutcomeLexicon } from '../record-lexicons.ts';
import { wordList } from '../word-list.ts';

const AGREED: readonly string[] = wordList(`
    (it was|was|were) settled (that|on), gave ..2 word (that|to), it was ..1 decided that, hammered out,
    clinched, thrashed out, gave ..2 (green light|go - ahead) to, mapped out, worked out, fixed on,
    (saw|see) eye to eye on, found common ground on, will now jointly, laid the (groundwork|foundations) for,
    (an|the) (agreement|understanding|accord|deal) ..2 (was|has been|had been) ..1 reached, signed off on,
    opted to, set themselves, settled on, came to terms, struck ..2 (deal|agreement|bargain), shook hands on,
    (concur|concurred|concurring) (on|that|to|in), are agreed (on|that), of one mind (on|that),
    by mutual agreement, (decide|decides) (to|on), accepted to, jointly (decided|approved|launched),
    agreed (to|on|that|upon|for), agreed _ (to|on|that|upon), agreed in (principle|_) (to|on|that),
    agreed (also|further|mutually|jointly|today|yesterday|both|together) (to|on|that|upon), (agree|agrees) (to|on), have agreed, reached ..2 agreement,
    reached ..2 (consensus|understanding) on, reached a deal, decided (to|that|on),
    (decision|decisions) ..3 (made|taken) to, it was agreed, came to an agreement, have ..1 consented to,
    drew up, drawn up, approved the
  `);

const table: OutcomeVerbTable = {
  agreed: { commitment: AGREED },
  promised: [
    '(committed|committing) (themselves|to)',
    'commit to',
    '(pledged|pledge|vowed|vow|promised|promise) ..1 (to|for|closer|continued|joint)',
    'resolved to',
    'undertook to',
    'undertake to',
  ],
  agreedSelf: [
    'an (agreement|accord|understanding) to',
    '(committed|commitment|committing|stand by|stood by|back|backed|backs|came out for|called for|call for|endorsed|urged|reaffirmed) ..8 (ceasefire|cease - fire|truce)',
  ],
  agreedWish: [
    '(wish|wished|want|wanted|deem|deemed|judge|judged|find|found) ..10 (talks|discussions|conversation|conversations|dialogue|negotiations) ..5 (go on|continue|continued)',
    '(wish|wished|want|wanted|deem|deemed|judge|judged|find|found) ..8 (continue|continuing|pursue|pursuing) ..3 (talks|discussions|conversation|conversations|dialogue|negotiations)',
  ],
  agreedBefore: [
    '(was|were|has been|have been) ..1 (agreed|decided) ..1 (on|upon)',
    '(was|were|has been|have been) ..1 decided',
    'agreed',
    'decided',
    'as (agreed|decided) by',
    'as (they|the two|both) ..2 (agreed|decided)',
  ],
  signedAfter: wordList(`
    announced having (signed|inked|concluded|initialled|initialed), out of ..4 came, penned, came away with, produced, yielded, ratified, exchanged, closed with,
    concluded with the signing, wrapped up with, (affixed|set) ..3 (signature|signatures|names) to, sealed, seal,
    formalised, formalized, resulted in the signing, culminated in the signing, signed, sign, signs,
    co ..1 signed, inked, ink, initialled, initialed, concluded, signing (of|a|an|the), signature of,
    put ..2 (names|signature|signatures) to, exchanged ..3 (agreements|mous|memoranda|instruments),
    witness* the signing of
  `),
  signedBefore: wordList(`
    put pen to, (among|one of) ..3 (signed|inked), carries ..2 signature*, bears ..2 signature*,
    (bear|carry) ..2 signature*, came out of, emerged from, (was|were) ..2 (sealed|exchanged|penned),
    have now been signed, signed (it|them|this), (signed|initialled|inked) by (the|both|their|his),
    put ..1 their names, (was|were|been) ..2 (signed|inked|initialled|initialed|concluded),
    put ..2 (names|signature|signatures)
  `),
  createdAfter: wordList(`
    (will|would) (set up|establish|create|form|launch) (a|an|two|three|joint),
    and (to)? (establish|create|set up|launch|form) (a|an|the|two|joint|new), gave birth to,
    (founded|opened|started|unveiled|instituted) (a|an|two|three), put in place, announced, announce, to set up,
    (established|created|launched|formed|inaugurated) (a|an|the|two|three|new), set up, establishment of,
    creation of, setting up, launch of, formation of, (launch|establish|create|form) (a|an|new)
  `),
  createdBefore: [
    '(was|were|been) ..2 (established|created|launched|set up|formed)',
    '(will|to) be ..1 (established|created|set up|formed)',
  ],
  relaunchedAfter: wordList(`
    resumption of, restart*, (resumes|resume), relaunched, reactivated, revived,
    resumed ..2 (cooperation|dialogue|work), relaunch, revive, reactivate
  `),
  relaunchedBefore: ['(was|were|been) ..1 (relaunched|reactivated|revived|resumed)'],
  invitedAfter: [
    'accepted ..3 invitation',
    'renewed ..3 invitation',
    'invited',
    'extended ..3 invitation',
    'conveyed ..3 invitation',
    'invites',
    'handed ..4 invitation',
  ],
  announcedAfter: wordList(`
    disclosed that, made (known|public) that, revealed that,
    said ..3 (will|would) (open|host|provide|reopen|lift|grant|fund), (offered|offers) to,
    (undertook|undertakes) to, informed ..6 (decision|intention) to,
    declared ..3 (will|would) (host|open|provide|reopen|lift), announced, announces, announce, promised to,
    pledged ..2 (million|billion), unveiled
  `),
  announcedSelf: [
    'next ..5 (will be held|will take place|is to be held|to be held|will convene)',
    '(will|are to) meet again',
  ],
  roadmapAfter: ['(adopted|agreed|endorsed|approved|finalised|finalized|unveiled) ..3 (road map|roadmap)'],
};

export const outcomes: OutcomeLexicon = {
  verbs: [
    ...outcomeVerbs(table),
    ...agreedVerbs('intent', [
      'expressed ..2 (joint|common) (intention|commitment)',
      'adopted',
      'endorsed',
      'confirmed ..2 agreement',
      'stand by',
    ]),
  ],
  instruments: instruments({
    mou: ['memorand* of understanding', 'memorand*', 'mou', 'mous'],
    declaration_of_intent: ['declaration* of intent*', 'joint declaration* of intent*', 'statement* of intent'],
    joint_declaration: ['joint declaration*', 'joint statement*', 'declaration*'],
    letter_of_intent: ['letter* of intent*'],
    framework_agreement: ['framework agreement*'],
    protocol: ['protocol', 'protocols'],
    convention: ['convention', 'conventions'],
    minutes: ['minutes of', 'minutes', 'agreed minutes'],
    roadmap: ['road map*', 'roadmap*'],
    programme: ['(executive|cooperation|work) (programme*|program|programs)'],
    action_plan: ['action plan*', 'plan* of action'],
    joint_communique: [
      'joint communique*',
      'final communique*',
      'joint press (release|statement)',
      'joint text',
      'communique',
    ],
    treaty: ['treaty', 'treaties'],
    contract: ['contract', 'contracts'],
    agreement: wordList(`
    agreement, agreements, accord, accords, deal, deals, pact, pacts, legal instruments, instruments,
    arrangement*
  `),
    text: ['document', 'documents', 'text', 'texts'],
  }),
  creation: [
    '(establish*|creat*|set up|setting up|launch*|form|forming|formation of|establishment of|creation of) ..5 (group|groups|commission*|committee*|mechanism*|council*|team*|cell|centre*|center*|platform*|fund|network*|task ..1 force*|hotline|dialogue)',
    '(group|commission|committee|mechanism|council|team|centre|center|task force) ..2 (will|to) be ..1 (established|created|set up|formed)',
  ],
  relaunch: ['relaunch*', 'reactivat*', 'reviv*', 'resum*', 'restart*'],
  visit: ['visit*', 'to come to', 'to travel to'],
  bodies: wordList(`
    group, groups, commission*, committee*, mechanism*, council*, team, teams, cell, centre*, center*, platform*,
    fund, network*, task ..1 force*, hotline, dialogue, forum, partnership
  `),
  shared: wordList(`
    cooperation, dialogue, relations, ties, talks, contacts, negotiations, flights, links, consultations,
    partnership, exchanges, readmissions
  `),
  conjunctions: wordList(`
    and, or, as well as, the, to, is, are, was, were, has, have, of, for, with, in, on, at, by, from, that,
    which, who, a, an, between, after, whose, where, when
  `),
  setbacks: wordList(`
    postponement, cancellation, withdrawal, resignation, postponed, postpone, delay, put off, call off, cancel,
    (suspend|drop|shelve) ..2 (visit|trip|meeting|talks)
  `),
  wholesale: ['all', 'every', 'full'],
  days: ['(on|late|early)? (monday|tuesday|wednesday|thursday|friday|saturday|sunday)', '(today|yesterday|here)'],
  months: wordList(`
    january, february, march, april, may, june, july, august, september, october, november, december, jan, feb,
    mar, apr, jun, jul, aug, sept, sep, oct, nov, dec
  `),
  that: ['that'],
  modals: [
    'had to',
    'have to',
    'will',
    'would',
    'shall',
    'should',
    'must',
    'is to',
    'are to',
    'going to',
    'may',
    'can',
    'soon',
  ],
  futureEndings: [],
  pairs: wordList(`
    the two, both, they, sides, ministers, leaders, presidents, parties, countries, governments, neighbours,
    neighbors, host and guest, officials, heads of state
  `),
  negationBefore: wordList(`
    not, didn't, hasn't, haven't, never, no, none, without, failed, neither, nor, refus*, declin*, don't,
    doesn't, cannot
  `),
  negationAfter: ['none', 'no', 'neither', 'nothing'],
  planned: wordList(`
    will, would, shall, is to, are to, due to, set to, scheduled, expected, plan* to, intend*, hope*, may, might,
    could, should, if, ahead of, invited to, call* for, urg*, working on, negotiat*, wish*, want*, ready to,
    readiness
  `),
  background: [
    'it is recalled',
    'last (year|month|week|january|february|march|april|may|june|july|august|september|october|november|december)',
    'earlier this year',
    'years ago',
    'back in',
    'previously',
    'since',
  ],
  pluperfect: ['had', 'having'],
  link: [
    '(on|late|early)? (monday|tuesday|wednesday|thursday|friday|saturday|sunday)',
    'to',
    'on',
    'that',
    'upon',
    'also',
    ',',
    ':',
    'the need to',
    'of',
    'during',
    'in principle',
    'in',
  ],
  stop: wordList(`
    according to, (the|a) (statement|communique|release|ministry) ..2 (said|added|noted|read),
    (he|she|they|it) (said|added|noted|stressed), the ..4 (said|added|noted|reported), said, adding that,
    noting that, stressing, while (stressing|expressing|hailing|he|she|the), during (the|their|his|her|a),
    on the sidelines, at the end of, following (the|their|his|her|talks),
    (in|at) (a|the|their|his|her|this|that) ..1 (meeting|talks|call|summit), (after|following) ..2 (talks|meeting|visit|call), while (two|three), so as to,
    and (stressed|hailed|expressed|praised|discussed|reviewed|underlined), as well as the
  `),
  notOutcomes: wordList(`
    (at|on|upon) the invitation, to (sign|ink|launch|establish|create|form|relaunch|revive|reactivate|announce),
    (which|that|who|as|it|what) ..1 (was|were|has been|have been) ..1 (agreed|decided) ..1 (on|upon), (which|that|who|as|what) ..1 (was|were|has been|have been) ..1 decided, agreed for the (first|second|third|last),
    a sign of, sign of, signs of, sign language, agreed with, will (sign|ink|announce), agree that, agreed to disagree, as announced, (arrangements|terms|measures|steps|points|decisions) agreed (upon|on|in|by),
    (agree|agrees|agreed|concur|concurred) ..3 importance, (agree|agreed) that there (is|are|was),
    for (a|the) (resumption|establishment|creation|setting up|launch|formation),
    (pledged|pledge|vowed|vow|promised|promise|committed|commit|undertook) ..1 to ..1 (strengthen|deepen|boost|enhance|consolidate|cement|further|improve) ..4 (ties|relations|relationship|friendship|bonds)
  `),
  additions: ['as well as', 'along with', 'in addition to', 'together with'],
  futurePrefixes: [],
  numbers: numbers({
    a: 1,
    an: 1,
    one: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    eleven: 11,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    fifteen: 15,
    sixteen: 16,
    twenty: 20,
    several: 2,
  }),
};
