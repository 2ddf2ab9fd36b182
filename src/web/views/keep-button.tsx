import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Translator } from '../i18n.ts';

/** "Keep for offline": shown by the script where the browser can. */
export function KeepButton({ path, tr }: { path: string; tr: Translator }): JSX.Element {
  return (
    <button
      class="keep"
      type="button"
      hidden
      data-keep={path}
      data-free={tr.t('kept.keep')}
      data-kept={tr.t('kept.kept')}
    >
      {tr.t('kept.keep')}
    </button>
  );
}
