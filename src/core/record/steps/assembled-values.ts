import type { PersonName, ReportedMeeting, Side } from '../../model/record.ts';
import type { MeetingDraft } from './merge-candidates.ts';
import type { Candidate } from './triggers.ts';

/** A visitor is not at home: places in the visitor's country are not the place of a visit. */
export function homesOfVisitor(draft: MeetingDraft, candidate: Candidate): string[] {
  const visitor = draft.type === 'visit' ? candidate.visitor?.country : undefined;
  return visitor === undefined ? [] : [visitor];
}

/** The main meeting of a page, or the only one that is not recalled, wherever it is told. */
export function leads(draft: MeetingDraft, drafts: readonly MeetingDraft[]): boolean {
  if (draft.prominence !== 'secondary') return draft.prominence === 'main';
  return drafts.every((other) => other === draft || other.prominence === 'background');
}

export function groupTopics(
  found: readonly (readonly [ReportedMeeting['topics'][number]['topic'], string])[],
): ReportedMeeting['topics'] {
  const byTopic = new Map<ReportedMeeting['topics'][number]['topic'], string[]>();
  for (const [topic, mention] of found) {
    const list = byTopic.get(topic) ?? [];
    if (!list.includes(mention)) list.push(mention);
    byTopic.set(topic, list);
  }
  return [...byTopic].map(([topic, mentions]) => ({ topic, mentions }));
}

export function scriptOf(text: string): PersonName['script'] {
  if (/\p{Script=Arabic}/u.test(text)) return 'arabic';
  return /\p{Script=Latin}/u.test(text) ? 'latin' : 'other';
}

export function principalRoles(sides: readonly Side[]): string[] {
  return sides.flatMap((side) =>
    side.participants.filter((person) => person.capacity === 'principal').map((person) => person.roleCode),
  );
}
