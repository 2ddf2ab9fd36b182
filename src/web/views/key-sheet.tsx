import type { JSX } from 'hono/jsx/jsx-runtime';
import type { MessageKey, Translator } from '../i18n.ts';

const keys: readonly { readonly keys: readonly string[]; readonly text: MessageKey }[] = [
  { keys: ['j'], text: 'keys.next' },
  { keys: ['k'], text: 'keys.previous' },
  { keys: ['/'], text: 'search.label' },
  { keys: ['g', 'f'], text: 'nav.front' },
  { keys: ['g', 'd'], text: 'nav.dossiers' },
  { keys: ['g', 'r'], text: 'nav.record' },
  { keys: ['g', 't'], text: 'nav.topics' },
  { keys: ['g', 'm'], text: 'mechanisms.title' },
  { keys: ['g', 'p'], text: 'nav.people' },
  { keys: ['g', 'o'], text: 'nav.outlets' },
  { keys: ['g', 's'], text: 'search.button' },
  { keys: ['g', 'l'], text: 'kept.title' },
  { keys: ['?'], text: 'keys.title' },
];

/** The keys of the site, in a sheet that the script opens. Closed by its form, which needs no script. */
export function KeySheet({ tr }: { tr: Translator }): JSX.Element {
  return (
    <dialog id="keys" class="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">{tr.t('keys.title')}</h2>
      <dl>
        {keys.map((line) => (
          <div>
            <dt dir="ltr">
              {line.keys.map((key, index) => (
                <>
                  {index > 0 && ' '}
                  <kbd>{key}</kbd>
                </>
              ))}
            </dt>
            <dd>{tr.t(line.text)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <label>
          <input type="checkbox" id="keys-on" /> {tr.t('keys.on')}
        </label>
        <button type="submit">{tr.t('keys.close')}</button>
      </form>
    </dialog>
  );
}
