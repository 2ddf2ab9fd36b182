import type { JSX } from 'hono/jsx/jsx-runtime';
import type { MeetingStatus, MeetingType } from '../../core/model/record.ts';

// Shape tells the type, filling the status: both can be read without colour.
const shapes: Readonly<Record<MeetingType, string>> = {
  meeting: 'M0-6.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13Z',
  visit: 'M0-7.2 7.2 5.6H-7.2Z',
  signing: 'M0-7.6 7.6 0 0 7.6-7.6 0Z',
  joint_session: 'M-6-6H6V6H-6Z',
  call: 'M0 7.2-7.2-5.6H7.2Z',
  video: 'M-7.2-5 2-5V-1.5L7.2-5V5L2 1.5V5H-7.2Z',
  statement: 'M-7-3.4H7V3.4H-7Z',
  ambassador_call: 'M0-7.2 6.9-2.2 4.2 5.8H-4.2L-6.9-2.2Z',
  organisation_meeting: 'M-3.7-6.4H3.7L7.4 0 3.7 6.4H-3.7L-7.4 0Z',
};

/** One sign of about 14 units around the origin of its group. */
export function Mark(props: { type: MeetingType; status: MeetingStatus; agreed?: boolean }): JSX.Element {
  const { type, status } = props;
  return (
    <g class={`mark is-${status}`}>
      <path class="body" d={shapes[type]} />
      {status === 'disputed' && <path class="half" d="M0-3.4A3.4 3.4 0 0 1 0 3.4Z" />}
      {(status === 'cancelled' || status === 'denied') && <path class="cross" d="M-4-4 4 4M4-4-4 4" />}
      {props.agreed === true && <path class="agreed" d="M-7 11.5H7" />}
    </g>
  );
}
