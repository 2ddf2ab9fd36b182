import type { Meeting } from '../../core/model/record.ts';
import { foldName } from '../../core/text/normalise.ts';
import { RapporteurError } from '../../errors.ts';
import type { DecisionAction } from '../../store/editing.ts';
import type { Store } from '../../store/store.ts';
import { correctableFields, fieldOf, parseCorrection, presentValue } from '../correction.ts';
import { type EditKind, repliedBy, undoItself } from './edit-kind.ts';

export const meetingEdits: Readonly<Record<string, EditKind>> = {
  correct: {
    usage: 'correct MEETING FIELD VALUE',
    min: 3,
    max: 3,
    async make(store, [id = '', named = '', typed = '']) {
      const meeting = await findMeeting(store, id);
      const value = parseCorrection(named, typed);
      const field = fieldOf(meeting, named, value);
      const was = presentValue(meeting, field);
      return {
        action: { kind: 'correct', meetingId: meeting.id, field, value, was },
        inverse: ofAList.test(field)
          ? undoItself
          : { kind: 'correct', meetingId: meeting.id, field, value: was, was: value },
      };
    },
  },
  restore: {
    usage: 'restore MEETING FIELD',
    min: 2,
    max: 2,
    async make(store, [id = '', named = '']) {
      const meeting = await findMeeting(store, id);
      const field = editedField(meeting, named);
      if (meeting.fields[field]?.state !== 'editor') {
        const corrected = Object.keys(meeting.fields).filter((key) => meeting.fields[key]?.state === 'editor');
        const known = corrected.length === 0 ? '' : ` Corrected: ${corrected.join(', ')}.`;
        throw new RapporteurError('invalid-parameter', `No editor corrected ${field} of this meeting.${known}`);
      }
      const value = presentValue(meeting, field);
      return {
        action: { kind: 'restore', meetingId: meeting.id, field },
        inverse: ofAList.test(field) ? undoItself : { kind: 'correct', meetingId: meeting.id, field, value },
      };
    },
  },
  merge: {
    usage: 'merge MEETING INTO',
    min: 2,
    max: 2,
    async make(store, [first = '', second = '']) {
      const [meeting, into] = [await findMeeting(store, first), await findMeeting(store, second)];
      if (meeting.id === into.id) throw new RapporteurError('invalid-parameter', 'Both are the same meeting.');
      return {
        action: { kind: 'merge', meetingId: meeting.id, intoId: into.id },
        inverse: { kind: 'split', meetingId: into.id, reports: meeting.reports },
      };
    },
  },
  split: {
    usage: 'split MEETING ARTICLE[:REPORT]…',
    min: 2,
    max: 1000,
    async make(store, [id = '', ...named]) {
      const meeting = await findMeeting(store, id);
      const reports = named.flatMap((name) => {
        const [articleId = '', report] = name.split(':');
        const found = meeting.reports.filter(
          (candidate) =>
            candidate.articleId === articleId && (report === undefined || candidate.report === Number(report)),
        );
        if (found.length === 0) throw new RapporteurError('not-found', `"${name}" is not a report of this meeting.`);
        return found;
      });
      if (reports.length === meeting.reports.length) {
        throw new RapporteurError('invalid-parameter', 'These are all its reports: nothing would be left.');
      }
      return {
        action: { kind: 'split', meetingId: meeting.id, reports },
        // Named once the split has been tried: the new meeting has no id before.
        inverse: { kind: 'merge', meetingId: '', intoId: meeting.id },
      };
    },
  },
  'not-same': {
    usage: 'not-same MEETING OTHER',
    min: 2,
    max: 2,
    async make(store, [first = '', second = '']) {
      const [meeting, other] = [await findMeeting(store, first), await findMeeting(store, second)];
      if (meeting.id === other.id)
        throw new RapporteurError('invalid-parameter', 'Both are the same meeting; use split.');
      return {
        action: { kind: 'not-same', meetingId: meeting.id, otherId: other.id },
        inverse: { kind: 'merge', meetingId: other.id, intoId: meeting.id },
      };
    },
  },
  reject: {
    usage: 'reject MEETING NAME|ROLE',
    min: 2,
    max: 2,
    async make(store, [id = '', named = '']) {
      const meeting = await findMeeting(store, id);
      const concluded = meeting.sides.flatMap(({ country, participants }) =>
        participants.flatMap(({ name, roleCode, inferred = [] }) =>
          inferred.map(({ field, value }) => ({ field, value, country, name: name?.full, roleCode })),
        ),
      );
      const wanted = foldName(named);
      const [found, second] = concluded.filter(
        ({ name, roleCode, value }) =>
          roleCode === named || [name, value].some((one) => foldName(one ?? '') === wanted),
      );
      if (found === undefined) {
        const known = concluded.map(
          ({ field, value, country, name, roleCode }) => `${field} of ${name ?? roleCode} (${country}): ${value}`,
        );
        const told = known.length === 0 ? '' : ` It concluded: ${known.join('; ')}.`;
        throw new RapporteurError(
          'not-found',
          `The register concluded nothing about "${named}" in this meeting.${told}`,
        );
      }
      if (second !== undefined) {
        throw new RapporteurError('invalid-parameter', `"${named}" is more than one conclusion: give the name.`);
      }
      const { field, country, name, roleCode } = found;
      const who = field === 'holder' ? roleCode : (name ?? roleCode);
      return {
        action: { kind: 'reject', meetingId: meeting.id, field, country, who, reports: meeting.reports },
        inverse: undoItself,
      };
    },
  },
  dispute: {
    usage: 'dispute MEETING FIELD',
    min: 2,
    max: 2,
    async make(store, [id = '', field = ''], { reason }) {
      const meeting = await findMeeting(store, id);
      if (!(field in meeting.fields) && !(field in correctableFields) && field !== 'outcomes') {
        throw new RapporteurError('invalid-parameter', `The meeting has no field ${field}.`);
      }
      return { action: { kind: 'dispute', meetingId: meeting.id, field, note: reason }, inverse: undoItself };
    },
  },
  reply: {
    usage: 'reply MEETING TEXT --by NAME',
    min: 2,
    max: 2,
    async make(store, [id = '', text = ''], words) {
      const meeting = await findMeeting(store, id);
      if (text.trim() === '') throw new RapporteurError('invalid-parameter', 'The reply is empty.');
      return {
        action: { kind: 'reply', meetingId: meeting.id, by: repliedBy(words), text: text.trim() },
        inverse: undoItself,
      };
    },
  },
};

/** What takes a split back: the meeting that it made goes into the one it came from. */
export function mergeBack(
  action: Extract<DecisionAction, { kind: 'split' }>,
  meetings: readonly Meeting[],
): DecisionAction {
  const [first] = action.reports;
  const made = meetings.find((meeting) =>
    meeting.reports.some((report) => report.articleId === first?.articleId && report.report === first.report),
  );
  return { kind: 'merge', meetingId: made?.id ?? action.meetingId, intoId: action.meetingId };
}

/** What was corrected is no more under its old words: the field that an editor named is looked for first. */
function editedField(meeting: Meeting, named: string): string {
  if (named in meeting.fields) return named;
  const [kind = ''] = named.split(':');
  const [only, second] = Object.keys(meeting.fields).filter(
    (field) =>
      field.startsWith(`${kind}:`) && meeting.fields[field]?.state === 'editor' && foldName(field) === foldName(named),
  );
  return only !== undefined && second === undefined ? only : fieldOf(meeting, named, undefined);
}

/** Fields of which a meeting has several: their correction is only taken back by undoing it. */
const ofAList = /^(?:participant|role|outcome|statement):/;

export async function findMeeting(store: Store, id: string): Promise<Meeting> {
  const found = await store.record.getMeeting(id);
  if (found === undefined) throw new RapporteurError('not-found', `There is no meeting "${id}".`);
  if (!('movedTo' in found)) return found;
  const moved = await store.record.getMeeting(found.movedTo);
  if (moved === undefined || 'movedTo' in moved) throw new RapporteurError('not-found', `There is no meeting "${id}".`);
  return moved;
}
