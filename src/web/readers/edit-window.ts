import type { Comment } from '../../store/readers/commenting.ts';

/** Long enough to mend a slip, too short to change what others have answered. */
export const editMinutes = 15;

export function editableSince(now: Date): string {
  return new Date(now.getTime() - editMinutes * 60_000).toISOString();
}

export function canEdit({ at, state }: Pick<Comment, 'at' | 'state'>, now: Date): boolean {
  return (state === 'shown' || state === 'held') && at >= editableSince(now);
}
