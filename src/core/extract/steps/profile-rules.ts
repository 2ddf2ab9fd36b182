import { nodesWithin, parseBlockSelector } from '../block-selector.ts';
import type { Draft, LabelDecision, LabelStep } from '../draft.ts';

/** What the outlet's profile says about its own pages wins over every general rule. */
export const profileStep: LabelStep = {
  name: 'profile',
  format: 'both',
  run(draft: Draft): readonly LabelDecision[] {
    const found: LabelDecision[] = [];
    const rules = (draft.profile?.blockRules ?? []).map((rule, i) => ({
      ...rule,
      pattern: rule.matches === undefined ? undefined : safePattern(rule.matches),
      inside: rule.within === undefined ? undefined : insideOf(draft, rule.within),
      reason: `profile-rule-${i + 1}`,
    }));
    if (rules.length === 0) return found;
    for (const [block, raw] of draft.raw.blocks.entries()) {
      const head = raw.text.slice(0, 2000);
      const rule = rules.find(
        ({ startsWith, matches, within, pattern, inside }) =>
          (startsWith !== undefined || matches !== undefined || within !== undefined) &&
          (startsWith === undefined || head.startsWith(startsWith)) &&
          (matches === undefined || pattern?.test(head) === true) &&
          (within === undefined || inside?.[raw.node] === true),
      );
      if (rule) found.push({ block, label: rule.label, probability: 0.99, reason: rule.reason });
    }
    return found;
  },
};

/** Words of a paragraph that is body for standing where the profile says the body is. */
const proseWords = 8;

/** Where the profile says that the body is: nothing outside is, and the prose inside is unless something else is known of it. */
export const profileBodyStep: LabelStep = {
  name: 'profile-body',
  format: 'html',
  run(draft: Draft): readonly LabelDecision[] {
    const found: LabelDecision[] = [];
    const selectors = draft.profile?.bodyWithin ?? [];
    if (selectors.length === 0) return found;
    const inside = insideOf(draft, selectors.join(', '));
    if (!inside || !draft.raw.blocks.some(({ node }) => inside[node] === true)) return found;
    for (const [block, raw] of draft.raw.blocks.entries()) {
      const standing = draft.decisions[block];
      const words = draft.features[block]?.words ?? 0;
      if (standing?.label === 'body' && inside[raw.node] !== true && !standing.reason.startsWith('json-'))
        found.push({ block, label: 'other', probability: 0.99, reason: 'profile-body-outside' });
      else if (
        inside[raw.node] === true &&
        words >= proseWords &&
        (standing === undefined || standing.label === 'other' || standing.label === 'standfirst') &&
        (standing?.probability ?? 0) <= 0.9
      )
        found.push({ block, label: 'body', probability: 0.95, reason: 'profile-body', kind: raw.kind });
    }
    return found;
  },
};

function insideOf(draft: Draft, source: string): readonly boolean[] | undefined {
  const selector = parseBlockSelector(source);
  return selector && nodesWithin(draft.raw.nodes, selector);
}

/** A profile is data that an editor writes: a broken expression matches nothing. */
function safePattern(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'u');
  } catch {
    return undefined;
  }
}
