import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Basis, FieldState, Standing as StandingOf } from '../../core/model/record.ts';
import type { Translator } from '../i18n.ts';
import { certaintyWords } from '../wording/certainty.ts';

/** A dot that is as full as the fact is certain, and the same in words. */
export function Certainty(props: { state: FieldState; basis?: Basis | undefined; tr: Translator }): JSX.Element {
  const { level, text } = certaintyWords(props.state, props.basis, props.tr);
  return <span class={`certainty is-${level}`}>{text}</span>;
}

/** The same beside one entry of a list; nothing for an archive of an older form. */
export function Standing(props: { standing: StandingOf | undefined; tr: Translator }): JSX.Element | null {
  const { standing, tr } = props;
  return standing === undefined ? null : <Certainty state={standing} basis={standing.basis} tr={tr} />;
}
