import { userInfo } from 'node:os';
import { RapporteurError } from '../../errors.ts';
import { previewDecision } from '../../jobs/fuse.ts';
import { processPending } from '../../jobs/process.ts';
import { renderDecision } from '../../schemas/decision.ts';
import { renderReaderReport } from '../../schemas/reader-report.ts';
import type { Store } from '../../store/store.ts';
import { openArchive } from '../archive.ts';
import { type Command, type CommandContext, exitCodes } from '../command.ts';
import { correctableFields } from '../correction.ts';
import { describeAction, describeDecision, describeReport } from '../edit/describe-decision.ts';
import type { EditKind } from '../edit/edit-kind.ts';
import { findMeeting, meetingEdits, mergeBack } from '../edit/meeting-edits.ts';
import { personEdits } from '../edit/person-edits.ts';

const undo: EditKind = {
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
};

export const editCommand: Command = {
  name: 'edit',
  usage: '[meeting] KIND … | person KIND … | undo DECISION | list | reports | close REPORT',
  summary: 'Correct the record: each decision keeps who, why, when, and how to take it back.',
  details: [
    `Kinds of edit: ${[...Object.values(meetingEdits), ...Object.values(personEdits), undo]
      .map(({ usage }) => usage)
      .join(' · ')} · list [MEETING|PERSON] · reports [all] · close REPORT. "edit meeting merge" is "edit merge".`,
    `Fields that can be corrected: ${Object.entries(correctableFields)
      .map(([field, takes]) => `${field} (${takes})`)
      .join('; ')}.`,
    'A meeting or a person is named by id or by the last part of the address on the site. The texts themselves are never changed, the machine never overwrites a decision, and every decision can be undone.',
    'What the register concludes (whose minister a name is, who held an office on the day) is marked as such beside the reports; "reject" takes it out of a meeting.',
    'A person who is withdrawn has no page and is named nowhere: not on the site, in feeds, exports or search. In the record the office stands for the name. What readers report is listed by "reports" and closed with --reason as the answer.',
  ],
  options: [
    { name: 'reason', takes: 'TEXT', sentence: 'Why; required for every decision. The site shows it.' },
    { name: 'by', takes: 'NAME', sentence: 'Who replies, for "reply".' },
  ],
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
    {
      line: 'rapporteur edit person withdraw PERSON --reason "asked for it"',
      sentence: 'The office stands for the name, everywhere.',
    },
    { line: 'rapporteur edit undo DECISION --reason "mistake"', sentence: 'Takes a decision back.' },
    { line: 'rapporteur edit list', sentence: 'All decisions, and those that no longer apply.' },
    { line: 'rapporteur edit reports', sentence: 'What readers say is wrong.' },
  ],
  async run(context) {
    const [first = '', ...others] = context.args;
    if (first === 'list' || first === 'log') return listDecisions(context, others);
    if (first === 'reports') return listReports(context, others);
    const [kindName = '', ...args] = first === 'meeting' || first === 'person' ? others : [first, ...others];
    if (first === 'close') return closeReport(context, args);
    const kinds = first === 'person' ? personEdits : meetingEdits;
    const kind = kindName === 'undo' ? undo : Object.hasOwn(kinds, kindName) ? kinds[kindName] : undefined;
    if (kind === undefined) {
      throw new RapporteurError('usage', `There is no edit "${first === kindName ? first : `${first} ${kindName}`}".`);
    }
    if (args.length < kind.min || args.length > kind.max)
      throw new RapporteurError('usage', `Write: edit ${kind.usage}.`);
    return decide(context, kind, args, reasonOf(context));
  },
};

async function decide(
  { flags, settings, terminal, json, now }: CommandContext,
  kind: EditKind,
  args: readonly string[],
  reason: string,
): Promise<number> {
  const archive = await openArchive(settings, { writes: true });
  try {
    const { store } = archive;
    const by = typeof flags['by'] === 'string' ? flags['by'] : undefined;
    const { action, inverse } = await kind.make(store, args, { reason, by });
    const at = now().toISOString();
    const { fusion, problem } = await previewDecision(store, action, at);
    if (problem !== undefined) throw new RapporteurError('decision-not-applicable', problem);
    const decision = await store.decisions.add({
      action,
      inverse: action.kind === 'split' ? mergeBack(action, fusion.meetings) : inverse,
      actor: settings.actor ?? userInfo().username,
      reason,
      at,
    });
    const { change } = await processPending(store, {
      alwaysFuse: true,
      decisionId: decision.id,
      profiles: archive.profiles,
    });
    if (json) await terminal.out(`${JSON.stringify(renderDecision(decision))}\n`);
    else {
      await terminal.out(
        `decision ${decision.id}; meetings: ${change.added} added, ${change.changed} changed, ${change.removed} removed\n` +
          `taken back by: edit undo ${decision.id} (${describeAction(decision.inverse)})\n`,
      );
    }
    return exitCodes.ok;
  } finally {
    await archive.close();
  }
}

function reasonOf({ flags }: CommandContext): string {
  const reason = flags['reason'];
  if (typeof reason !== 'string' || reason.trim() === '') {
    throw new RapporteurError('usage', 'A decision needs --reason TEXT.');
  }
  return reason.trim();
}

async function listDecisions({ settings, terminal, json }: CommandContext, args: readonly string[]): Promise<number> {
  const archive = await openArchive(settings, { writes: false, editor: true });
  try {
    const decisions = await archive.store.decisions.list(await subjectOf(archive.store, args[0]));
    for (const decision of decisions) {
      await terminal.out(json ? `${JSON.stringify(renderDecision(decision))}\n` : describeDecision(decision));
    }
    if (!json && decisions.length === 0) terminal.note('No decision has been made.\n');
    return exitCodes.ok;
  } finally {
    await archive.close();
  }
}

async function subjectOf(store: Store, id: string | undefined): Promise<{ meetingId?: string; personId?: string }> {
  if (id === undefined) return {};
  const person = await store.record.getPerson(id);
  if (person !== undefined) return { personId: person.id };
  // Of a person who was withdrawn only the id is left.
  if ((await store.decisions.list({ personId: id })).length > 0) return { personId: id };
  return { meetingId: (await findMeeting(store, id)).id };
}

async function listReports({ settings, terminal, json }: CommandContext, args: readonly string[]): Promise<number> {
  const [which] = args;
  if (args.length > 1 || (which !== undefined && which !== 'all')) {
    throw new RapporteurError('usage', 'Write: edit reports [all].');
  }
  const archive = await openArchive(settings, { writes: false, editor: true });
  try {
    const reports = await archive.store.reports.list({ openOnly: which === undefined });
    for (const report of reports) {
      await terminal.out(json ? `${JSON.stringify(renderReaderReport(report))}\n` : describeReport(report));
    }
    if (!json && reports.length === 0) terminal.note('No report is open.\n');
    return exitCodes.ok;
  } finally {
    await archive.close();
  }
}

async function closeReport(context: CommandContext, [id, ...more]: readonly string[]): Promise<number> {
  if (id === undefined || more.length > 0) throw new RapporteurError('usage', 'Write: edit close REPORT.');
  const { settings, terminal, now } = context;
  const answer = reasonOf(context);
  const archive = await openArchive(settings, { writes: true });
  try {
    await archive.store.reports.close(id, {
      at: now().toISOString(),
      by: settings.actor ?? userInfo().username,
      answer,
    });
    terminal.note(`report ${id} closed\n`);
    return exitCodes.ok;
  } finally {
    await archive.close();
  }
}
