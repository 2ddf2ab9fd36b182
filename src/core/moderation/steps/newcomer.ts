import type { ModerationPhase } from '../moderate.ts';

const dayOfHours = 24;
/** So many more of theirs were rejected than shown. */
const oftenRejected = 3;

/** Who has just come, or whose comments moderators mostly rejected. */
export const newcomer: ModerationPhase = {
  name: 'author',
  judge: ({ author: { hours, shown, rejected } }) => {
    if (rejected >= shown + oftenRejected) return [{ action: 'hold', reason: 'often-rejected' }];
    return shown === 0 && hours < dayOfHours ? [{ action: 'hold', reason: 'new-account' }] : [];
  },
};
