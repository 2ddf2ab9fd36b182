import { userInfo } from 'node:os';
import type { Meeting } from '../../core/model/record.ts';
import { RapporteurError } from '../../errors.ts';
import { previewDecision } from '../../jobs/fuse.ts';
import { processPending } from '../../jobs/process.ts';
import { renderDecision } from '../../schemas/decision.ts';
import type { Decision, DecisionAction, Store } from '../../store/store.ts';
import { openArchive } from '../archive.ts';
import { type Command, type CommandContext, exitCodes } from '../command.ts';
import { correctableFields, parseCorrection, presentValue } from '../correction.ts';
import { printable } from '../terminal.ts';

interface Change {
  readonly action: DecisionAction;
  readonly inverse: DecisionAction;
}

/** Each kind of edit: what it takes, and how it becomes a decision with its inverse. */
const kinds: Readonly<
  Record<
    string,
    {
      readonly usage: string;
      readonly min: number;
      readonly max: number;
      make(store: Store, args: readonly string[]): Promise<Change>;
    }
  >
> = {
  correct: {
    usage: 'correct MEETING FIELD VALUE',
    min: 3,
    max: 3,
    async make(store, [id = '', field = '', typed = '']) {
      const meeting = await findMeeting(store, id);
      const value = parseCorrection(field, typed);
      const was = presentValue(meeting, field);
      return {
        action: { kind: 'correct', meetingId: meeting.id, field, value, was },
        inverse: { kind: 'correct', meetingId: meeting.id, field, value: was, was: value },
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
  undo: {
    usage: 'undo DECISION',
    min: 1,
    max: 1,
    async make(store, [id = '']) {
      const decision = (await store.decisions.list()).find((candidate) => candidate.id === id);
      if (decision === undefined) throw new RapporteurError('not-found', `There is no decision "${id}".`);
      if (decision.undoneBy !== undefined) {
        throw new RapporteurError('decision-not-applicable', `It was already undone by ${decision.undoneBy}.`);
      }
      return { action: { kind: 'undo', decisionId: id }, inverse: decision.action };
    },
  },
};

export const editCommand: Command = {
  name: 'edit',
  usage: 'correct|merge|split|not-same|undo|list …',
  summary: 'Correct the record: each decision keeps who, why, when, and how to take it back.',
  details: [
    `Kinds of edit: ${Object.values(kinds)
      .map(({ usage }) => usage)
      .join(' · ')} · list [MEETING].`,
    `Fields that can be corrected: ${Object.entries(correctableFields)
      .map(([field, takes]) => `${field} (${takes})`)
      .join('; ')}.`,
    'A meeting is named by its id or by the last part of its address on the site. The texts themselves are never changed, the machine never overwrites a decision, and every decision can be undone.',
  ],
  options: [{ name: 'reason', takes: 'TEXT', sentence: 'Why; required for every decision.' }],
  settings: ['data', 'actor'],
  arguments: { min: 1, max: Number.MAX_SAFE_INTEGER },
  examples: [
    {
      line: 'rapporteur edit correct MEETING when 2024-01-19 --reason "the ministry says Friday"',
      sentence: 'Another day.',
    },
    {
      line: 'rapporteur edit merge MEETING OTHER --reason "same visit"',
      sentence: 'The reports of the first join the second.',
    },
    { line: 'rapporteur edit undo DECISION --reason "mistake"', sentence: 'Takes a decision back.' },
    { line: 'rapporteur edit list', sentence: 'All decisions, and those that no longer apply.' },
  ],
  async run(context) {
    const [kindName = '', ...args] = context.args;
    if (kindName === 'list') return listDecisions(context, args);
    const kind = kinds[kindName];
    if (kind === undefined) throw new RapporteurError('usage', `There is no edit "${kindName}".`);
    if (args.length < kind.min || args.length > kind.max)
      throw new RapporteurError('usage', `Write: edit ${kind.usage}.`);
    const reason = context.flags['reason'];
    if (typeof reason !== 'string' || reason.trim() === '') {
      throw new RapporteurError('usage', 'A decision needs --reason TEXT.');
    }
    const { settings, terminal, json, now } = context;
    const archive = await openArchive(settings, { writes: true });
    try {
      const { store } = archive;
      const { action, inverse } = await kind.make(store, args);
      const at = now().toISOString();
      const { fusion, problem } = await previewDecision(store, action, at);
      if (problem !== undefined) throw new RapporteurError('decision-not-applicable', problem);
      const decision = await store.decisions.add({
        action,
        inverse: action.kind === 'split' ? mergeBack(action, fusion.meetings) : inverse,
        actor: settings.actor ?? userInfo().username,
        reason: reason.trim(),
        at,
      });
      const { change } = await processPending(store, { alwaysFuse: true, profiles: archive.profiles });
      if (json) await terminal.out(`${JSON.stringify(renderDecision(decision))}\n`);
      else {
        await terminal.out(
          `decision ${decision.id}; meetings: ${change.added} added, ${change.changed} changed, ${change.removed} removed\n`,
        );
      }
      return exitCodes.ok;
    } finally {
      await archive.close();
    }
  },
};

/** What takes a split back: the meeting that it made goes into the one it came from. */
function mergeBack(action: Extract<DecisionAction, { kind: 'split' }>, meetings: readonly Meeting[]): DecisionAction {
  const [first] = action.reports;
  const made = meetings.find((meeting) =>
    meeting.reports.some((report) => report.articleId === first?.articleId && report.report === first.report),
  );
  return { kind: 'merge', meetingId: made?.id ?? action.meetingId, intoId: action.meetingId };
}

async function findMeeting(store: Store, id: string): Promise<Meeting> {
  const found = await store.record.getMeeting(id);
  if (found === undefined) throw new RapporteurError('not-found', `There is no meeting "${id}".`);
  if (!('movedTo' in found)) return found;
  const moved = await store.record.getMeeting(found.movedTo);
  if (moved === undefined || 'movedTo' in moved) throw new RapporteurError('not-found', `There is no meeting "${id}".`);
  return moved;
}

async function listDecisions({ settings, terminal, json }: CommandContext, args: readonly string[]): Promise<number> {
  const archive = await openArchive(settings, { writes: false });
  try {
    const [id] = args;
    const meetingId = id === undefined ? undefined : (await findMeeting(archive.store, id)).id;
    const decisions = await archive.store.decisions.list(meetingId === undefined ? {} : { meetingId });
    for (const decision of decisions) {
      await terminal.out(json ? `${JSON.stringify(renderDecision(decision))}\n` : describeDecision(decision));
    }
    if (!json && decisions.length === 0) terminal.note('No decision has been made.\n');
    return exitCodes.ok;
  } finally {
    await archive.close();
  }
}

function describeDecision(decision: Decision): string {
  const { action } = decision;
  const what = {
    correct: () =>
      action.kind === 'correct' ? `${action.meetingId} ${action.field} = ${JSON.stringify(action.value)}` : '',
    merge: () => (action.kind === 'merge' ? `${action.meetingId} into ${action.intoId}` : ''),
    split: () => (action.kind === 'split' ? `${action.reports.length} reports out of ${action.meetingId}` : ''),
    'not-same': () => (action.kind === 'not-same' ? `${action.meetingId} and ${action.otherId}` : ''),
    undo: () => (action.kind === 'undo' ? action.decisionId : ''),
  }[action.kind]();
  const state = [
    decision.undoneBy === undefined ? undefined : `undone by ${decision.undoneBy}`,
    decision.problem === undefined ? undefined : `no longer applies: ${decision.problem}`,
  ].filter((part) => part !== undefined);
  const lines = [
    `${decision.id}  ${decision.at}  ${decision.actor}  ${action.kind} ${what}`,
    `    ${decision.reason}${state.length === 0 ? '' : ` [${state.join('; ')}]`}`,
  ];
  return `${lines.map(printable).join('\n')}\n`;
}
