import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Translator } from '../i18n.ts';

/** What somebody without an account is told. */
export function Invitation({ path, tr }: { path: string; tr: Translator }): JSX.Element {
  return (
    <p class="invitation">
      {tr.rich('readers.invitation', {
        login: <a href={`/account/login?next=${encodeURIComponent(path)}`}>{tr.t('readers.invitation.login')}</a>,
        register: <a href="/account/register">{tr.t('readers.invitation.register')}</a>,
      })}
    </p>
  );
}
