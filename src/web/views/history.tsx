import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ChangedField, Decision, RecordChange } from '../../store/editing.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import { clipText } from '../shown-text.ts';
import { dayText } from '../wording/days.ts';
import { factText } from '../wording/facts.ts';

interface Step {
  readonly at: string;
  readonly change?: RecordChange;
  readonly decision?: Decision;
}

/** What changed when, by the machine or by an editor, oldest first. */
export function History(props: {
  changes: readonly RecordChange[];
  decisions: readonly Decision[];
  tr: Translator;
}): JSX.Element | null {
  const { tr } = props;
  const steps = stepsOf(props.changes, props.decisions);
  if (steps.length === 0) return null;
  return (
    <section class="card" aria-labelledby="history-title">
      <h2 id="history-title">{tr.t('meeting.history')}</h2>
      <ol class="plain history">
        {steps.map(({ at, change, decision }) => (
          <li>
            <b>
              {decision === undefined
                ? tr.t(`history.${change?.kind ?? 'changed'}` as MessageKey)
                : tr.t(`decision.${decision.action.kind}` as MessageKey)}
            </b>{' '}
            <span class="meta num">
              {dayText(at.slice(0, 10), tr, 'short')} ·{' '}
              {decision === undefined ? tr.t('history.machine') : <bdi>{clipText(decision.actor, 60)}</bdi>}
            </span>
            {decision !== undefined && <p dir="auto">{clipText(decision.reason, 300)}</p>}
            {change !== undefined && change.fields.length > 0 && (
              <ul class="plain changed">
                {change.fields.map((field) => (
                  <li>
                    <FieldChange change={field} tr={tr} />
                  </li>
                ))}
              </ul>
            )}
            {decision?.undoneBy !== undefined && <p class="meta">{tr.t('decision.undone')}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function FieldChange({ change, tr }: { change: ChangedField; tr: Translator }): JSX.Element {
  const [before, after] = [factText(change.field, change.before, tr), factText(change.field, change.after, tr)];
  return (
    <>
      {tr.maybe(`field.${change.field}`) ?? change.field}
      {tr.t('list.colon')}
      <del>
        <bdi>{before}</bdi>
      </del>{' '}
      <ins>
        <bdi>{after}</bdi>
      </ins>
    </>
  );
}

function stepsOf(changes: readonly RecordChange[], decisions: readonly Decision[]): Step[] {
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const told = new Set(changes.flatMap(({ decisionId }) => decisionId ?? []));
  const steps: Step[] = [
    ...changes.map((change): Step => {
      const decision = change.decisionId === undefined ? undefined : byId.get(change.decisionId);
      return { at: change.at, change, ...(decision === undefined ? {} : { decision }) };
    }),
    ...decisions.filter(({ id }) => !told.has(id)).map((decision): Step => ({ at: decision.at, decision })),
  ];
  return steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
