import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Meeting } from '../../core/model/record.ts';
import type { Translator } from '../i18n.ts';
import { mostMeetings } from '../read-meetings.ts';

/** Says of a picture on a long page that it is of the newest meetings alone. */
export function OnlyNewest({ meetings, tr }: { meetings: readonly Meeting[]; tr: Translator }): JSX.Element | null {
  if (meetings.length < mostMeetings) return null;
  return <p class="meta">{tr.t('timeline.cut', { count: meetings.length })}</p>;
}
