import { accessTokenContract } from './store-contract/access-tokens.ts';
import { accountContract } from './store-contract/accounts.ts';
import { articleContract } from './store-contract/articles.ts';
import { collectContract } from './store-contract/collect.ts';
import { decisionContract } from './store-contract/decisions.ts';
import { editingContract } from './store-contract/editing.ts';
import type { Runner, StoreHome } from './store-contract/harness.ts';
import { hostContract } from './store-contract/hosts.ts';
import { importContract } from './store-contract/imports.ts';
import { keepingContract } from './store-contract/keeping.ts';
import { noveltyContract } from './store-contract/novelty.ts';
import { pageContract } from './store-contract/pages.ts';
import { recordContract } from './store-contract/record.ts';
import { searchContract } from './store-contract/search.ts';
import { searchQueriesContract } from './store-contract/search-queries.ts';
import { webhookContract } from './store-contract/webhooks.ts';

export type { Runner, StoreHome } from './store-contract/harness.ts';

/**
 * What every store must do, whatever database is behind it. Call it in a test file with the runner's `describe` and
 * `test` and a function that makes an empty archive.
 */
export function storeContract(runner: Runner, name: string, createHome: () => Promise<StoreHome>): void {
  const parts = {
    pages: pageContract,
    articles: articleContract,
    record: recordContract,
    decisions: decisionContract,
    hosts: hostContract,
    editing: editingContract,
    search: searchContract,
    'search queries': searchQueriesContract,
    collect: collectContract,
    imports: importContract,
    keeping: keepingContract,
    novelty: noveltyContract,
    accounts: accountContract,
    'access tokens': accessTokenContract,
    webhooks: webhookContract,
  };
  for (const [part, cases] of Object.entries(parts)) {
    runner.describe(`store contract, ${name}: ${part}`, () => {
      for (const { title, run } of cases) {
        runner.test(title, async () => {
          const home = await createHome();
          try {
            const store = await home.open();
            try {
              await run(store, home);
            } finally {
              await store.close();
            }
          } finally {
            await home.dispose();
          }
        });
      }
    });
  }
}
