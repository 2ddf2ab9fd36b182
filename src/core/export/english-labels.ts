import type { MeetingStatus, MeetingType, OutcomeKind, Topic } from '../model/record.ts';

// Exports go to programs and archives of all languages: what they say in their own words is in English, what the press
// said stays in its language.

export const typeNames: Readonly<Record<MeetingType, string>> = {
  meeting: 'Talks',
  call: 'Telephone call',
  video: 'Talks by video',
  visit: 'Visit',
  joint_session: 'Joint session',
  signing: 'Signing',
  statement: 'Statement',
  ambassador_call: 'Reception of the ambassador',
  organisation_meeting: 'Talks with an organisation',
};

export const statusNames: Readonly<Record<MeetingStatus, string>> = {
  planned: 'Planned',
  held: 'Held',
  postponed: 'Postponed',
  cancelled: 'Cancelled',
  denied: 'Denied',
  disputed: 'Disputed',
};

export const topicNames: Readonly<Record<Topic, string>> = {
  counterterrorism: 'Counterterrorism',
  migration: 'Migration',
  organised_crime: 'Organised crime',
  trafficking: 'Trafficking',
  border: 'Borders',
  civil_protection: 'Civil protection',
  defence: 'Defence',
  trade: 'Trade',
  energy: 'Energy',
  culture: 'Culture',
  diplomacy: 'Diplomacy',
  other: 'Other topics',
};

export const outcomeNames: Readonly<Record<OutcomeKind, string>> = {
  agreed: 'Agreed',
  signed: 'Signed',
  created: 'Created',
  relaunched: 'Relaunched',
  invited: 'Invitation',
  announced: 'Announced',
  roadmap: 'Roadmap',
};
