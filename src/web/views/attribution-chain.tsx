import type { JSX } from 'hono/jsx/jsx-runtime';
import type { ChainLink, FusedChainLink } from '../../core/model/attribution-chain.ts';
import type { Meeting } from '../../core/model/record.ts';
import type { MessageKey, Translator } from '../i18n.ts';
import type { QuotationsOf } from '../published-article.ts';
import { clipText } from '../shown-text.ts';
import { Quotations } from './quotations.tsx';

/** Ways of a text that are shown at once; the rest is one click away. */
const shownChains = 6;

/** One hand of a chain in words: "agency, MAP", and on what ground where no page says so. */
export function ChainLinkText({ link, tr }: { link: ChainLink; tr: Translator }): JSX.Element {
  const { kind, name, basis, reason } = link;
  const paper = kind === 'communique' ? tr.maybe(`attribution.${reason}`) : undefined;
  return (
    <>
      {paper ?? tr.t(`chain.${kind}` as MessageKey)}
      {name !== undefined && (
        <>
          {tr.t('list.comma')}
          <bdi>{clipText(name, 120)}</bdi>
        </>
      )}
      {basis === 'inferred' && (
        <span class="meta"> {tr.maybe(`chain.inferred-${reason}`) ?? tr.t('chain.inferred-page')}</span>
      )}
    </>
  );
}

/** Through whose hands the reports of a meeting went, each way once, with the words that say so. */
export function AttributionChains(props: {
  meeting: Meeting;
  sources: { readonly quotationsOf: QuotationsOf; readonly tr: Translator };
}): JSX.Element | null {
  const { meeting, sources } = props;
  const { tr } = sources;
  const chains = distinctChains(meeting);
  if (chains.length === 0) return null;
  const rest = chains.slice(shownChains);
  return (
    <section class="chains" aria-labelledby="chains-title">
      <h2 id="chains-title">{tr.t('chain.title')}</h2>
      {chains.slice(0, shownChains).map((chain) => (
        <Chain chain={chain} sources={sources} />
      ))}
      {rest.length > 0 && (
        <details>
          <summary>{tr.t('chain.more', { count: rest.length })}</summary>
          {rest.map((chain) => (
            <Chain chain={chain} sources={sources} />
          ))}
        </details>
      )}
    </section>
  );
}

function Chain(props: {
  chain: readonly FusedChainLink[];
  sources: { readonly quotationsOf: QuotationsOf; readonly tr: Translator };
}): JSX.Element {
  const { quotationsOf, tr } = props.sources;
  return (
    <div class="value">
      <ol class="chain">
        {props.chain.map((link) => (
          <li>
            <ChainLinkText link={link} tr={tr} />
          </li>
        ))}
      </ol>
      <Quotations quotations={quotationsOf(props.chain.flatMap(({ evidence }) => evidence))} tr={tr} />
    </div>
  );
}

/** The longest ways first: one hand alone tells least. */
function distinctChains({ reports }: Meeting): (readonly FusedChainLink[])[] {
  const byText = new Map<string, FusedChainLink[]>();
  for (const { chain = [] } of reports) {
    if (chain.length === 0) continue;
    const key = JSON.stringify(chain.map(({ kind, name, basis }) => [kind, name, basis]));
    const known = byText.get(key);
    if (known === undefined) byText.set(key, [...chain]);
    else
      byText.set(
        key,
        known.map((link, index) => ({ ...link, evidence: [...link.evidence, ...(chain[index]?.evidence ?? [])] })),
      );
  }
  return [...byText.values()].sort((a, b) => b.length - a.length);
}
