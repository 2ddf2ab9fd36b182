import type { Decision, DecisionAction, ReaderReport } from '../../store/editing.ts';
import { printable } from '../terminal.ts';

export function describeDecision(decision: Decision): string {
  const state = [
    decision.undoneBy === undefined ? undefined : `undone by ${decision.undoneBy}`,
    decision.problem === undefined ? undefined : `no longer applies: ${decision.problem}`,
  ].filter((part) => part !== undefined);
  const lines = [
    `${decision.id}  ${decision.at}  ${decision.actor}  ${describeAction(decision.action)}`,
    `    ${decision.reason}${state.length === 0 ? '' : ` [${state.join('; ')}]`}`,
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

export function describeAction(action: DecisionAction): string {
  switch (action.kind) {
    case 'correct':
      return `correct ${action.meetingId} ${action.field} = ${JSON.stringify(action.value)}`;
    case 'restore':
      return `restore ${action.meetingId} ${action.field}`;
    case 'merge':
      return `merge ${action.meetingId} into ${action.intoId}`;
    case 'split':
      return `split ${action.reports.length} reports out of ${action.meetingId}`;
    case 'not-same':
      return `not-same ${action.meetingId} and ${action.otherId}`;
    case 'reject':
      return `reject the ${action.field} of ${action.who} (${action.country}) in ${action.meetingId}`;
    case 'dispute':
      return `dispute ${action.meetingId} ${action.field}`;
    case 'reply':
      return `reply ${action.meetingId} by ${action.by}`;
    case 'person-merge':
      return `person merge ${action.personId} into ${action.intoId}`;
    case 'person-split':
      return `person split ${action.spellings.length} spellings out of ${action.personId}`;
    case 'person-alias':
      return `person alias ${action.personId} = ${action.name}`;
    case 'person-withdraw':
      return `person withdraw ${action.personId}`;
    case 'person-restore':
      return `person restore ${action.personId}`;
    case 'person-dispute':
      return `person dispute ${action.personId} ${action.field}`;
    case 'person-reply':
      return `person reply ${action.personId} by ${action.by}`;
    case 'undo':
      return `undo ${action.decisionId}`;
  }
}

export function describeReport(report: ReaderReport): string {
  const lines = [
    `${report.id}  ${report.at}  ${report.subject} ${report.subjectId}  ${report.language}${report.contact === undefined ? '' : `  ${report.contact}`}`,
    ...report.message.split('\n').map((line) => `    ${line}`),
    ...(report.closed === undefined
      ? []
      : [`    [closed ${report.closed.at} by ${report.closed.by}: ${report.closed.answer}]`]),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}
