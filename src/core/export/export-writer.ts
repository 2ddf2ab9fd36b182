import type { ExportedMeeting } from './exported-meeting.ts';

/**
 * An export under way: what stands before the meetings, text for each of them as it comes, what stands behind. Never
 * holds more than the day it is at, so that a record of any size fits.
 */
export interface ExportWriter {
  begin(): string;
  /** Text for one meeting; empty when the format cannot tell it (see `leftOut`) or waits for the rest of a day. */
  add(item: ExportedMeeting): string;
  end(): string;
  /** Meetings that the format has no way to tell. */
  leftOut(): number;
}

/** A format of lines, or of any pieces that stand one after the other. `undefined` leaves a meeting out. */
export function pieceWriter(render: (item: ExportedMeeting) => string | undefined, begin = '', end = ''): ExportWriter {
  let left = 0;
  return {
    begin: () => begin,
    add(item) {
      const text = render(item);
      if (text === undefined) left += 1;
      return text ?? '';
    },
    end: () => end,
    leftOut: () => left,
  };
}
