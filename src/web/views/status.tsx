import type { JSX } from 'hono/jsx/jsx-runtime';
import type { MeetingStatus, MeetingType } from '../../core/model/record.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import { Mark } from '../pictures/mark.tsx';

/** Status with the same sign that stands in the timelines. */
export function StatusTag(props: { status: MeetingStatus; type: MeetingType; tr: Translator }): JSX.Element {
  return (
    <span class={`status is-${props.status}`}>
      <svg class="sign" width="14" height="14" viewBox="-9 -9 18 18" aria-hidden="true" focusable="false">
        <Mark type={props.type} status={props.status} />
      </svg>
      {props.tr.t(`status.${props.status}` as MessageKey)}
    </span>
  );
}
