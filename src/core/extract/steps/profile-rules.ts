import type { Draft, LabelDecision, LabelStep } from '../draft.ts';

/** What the outlet's profile says about its own pages wins over every general rule. */
export const profileStep: LabelStep = {
  name: 'profile',
  format: 'both',
  *run(draft: Draft): Iterable<LabelDecision> {
    const rules = (draft.profile?.blockRules ?? []).map((rule) => ({
      ...rule,
      pattern: rule.matches === undefined ? undefined : safePattern(rule.matches),
    }));
    if (rules.length === 0) return;
    for (const [block, raw] of draft.raw.blocks.entries()) {
      const head = raw.text.slice(0, 2000);
      const rule = rules.find(
        ({ startsWith, pattern }) =>
          (startsWith !== undefined && head.startsWith(startsWith)) || pattern?.test(head) === true,
      );
      if (rule) yield { block, label: rule.label, probability: 0.99, reason: 'profile-rule' };
    }
  },
};

/** A profile is data that an editor writes: a broken expression matches nothing. */
function safePattern(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'u');
  } catch {
    return undefined;
  }
}
