import type { Basis, FieldState } from '../../core/model/record.ts';
import type { MessageKey, Translator } from '../i18n.ts';

/** How full the dot beside a fact is; the words say the same. */
export type CertaintyLevel = 'sure' | 'some' | 'weak' | 'conflict' | 'editor';

/** Below it a text hints at a fact more than it states it. */
const WEAK = 0.6;

/** Bases that are said in the text; everything else is a conclusion and is named as such. */
const stated: ReadonlySet<Basis> = new Set<Basis>(['explicit', 'apposition', 'editor']);

export interface CertaintyWords {
  readonly level: CertaintyLevel;
  readonly text: string;
}

/** "Stated by 2 independent sources", "hinted at by one source", "inferred from the weekday", "sources differ". */
export function certaintyWords(
  state: Pick<FieldState, 'state' | 'independentSources' | 'certainty'>,
  basis: Basis | undefined,
  tr: Translator,
): CertaintyWords {
  if (state.state === 'editor') return { level: 'editor', text: tr.t('certainty.editor') };
  if (state.state === 'conflict') return { level: 'conflict', text: tr.t('certainty.conflict') };
  const count = Math.max(1, state.independentSources);
  const inferred = basis !== undefined && !stated.has(basis);
  const text = inferred
    ? tr.t('certainty.inferred', { basis: tr.t(`basis.${basis}` as MessageKey), count })
    : tr.t(state.certainty < WEAK ? 'certainty.hinted' : 'certainty.stated', { count });
  return { level: levelOf(state.certainty, count, inferred), text };
}

// A second independent source, or a statement the coder is sure of, fills the dot; a mere conclusion never does.
function levelOf(certainty: number, sources: number, inferred: boolean): CertaintyLevel {
  if (certainty < WEAK) return 'weak';
  if (inferred) return sources > 1 ? 'sure' : 'some';
  return sources > 1 || certainty >= 0.85 ? 'sure' : 'some';
}
