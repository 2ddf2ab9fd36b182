import { type CoverageDay, type OutletCoverage, readCoverage } from '../../jobs/coverage-board.ts';
import { renderCoverage } from '../../schemas/coverage.ts';
import type { Store } from '../../store/store.ts';
import { openTranslator } from '../../web/i18n.ts';
import { alertReason, alertTitle, coverageInput, coverageReason } from '../../web/wording/coverage.ts';
import { type CommandContext, exitCodes } from '../command.ts';
import { printable } from '../terminal.ts';

/** `outlets coverage`: the board in the terminal. With `--fail-on-silent` an alert is a failure, for a cron job. */
export async function tellCoverage(context: CommandContext, store: Store): Promise<number> {
  const { json, terminal, flags, now } = context;
  const tr = openTranslator('en');
  const board = await readCoverage(store, now());
  const code = flags['fail-on-silent'] === true && board.alerts.length > 0 ? exitCodes.someFailed : exitCodes.ok;
  if (json) {
    await terminal.out(`${JSON.stringify(renderCoverage(coverageInput(board, tr)))}\n`);
    return code;
  }
  for (const covered of board.outlets) {
    await terminal.out(
      `${printable(covered.outlet.name)}: ${tr.t(`coverage.state.${covered.state}`)}\n` +
        `  ${printable(coverageReason(covered, tr))}\n`,
    );
    if (covered.state !== 'not-followed') await terminal.out(`  ${trendLine(covered.days)} ${lastArticle(covered)}\n`);
  }
  const byId = new Map(board.outlets.map((covered) => [covered.outlet.id, covered]));
  for (const alert of board.alerts) {
    const covered = byId.get(alert.outlet.id);
    if (covered === undefined) continue;
    terminal.note(printable(`${alertTitle(alert, tr)}, since ${alert.since}. ${alertReason(alert, covered, tr)}`));
    terminal.note('\n');
  }
  return code;
}

function lastArticle({ lastDay, days, languages }: OutletCoverage): string {
  const last = lastDay === undefined ? 'no article yet' : `last article ${lastDay}`;
  const spoken = languages.length > 1 ? `, ${languages.map(({ language }) => language).join(' ')}` : '';
  return `${last}, ${days.length} days to ${days.at(-1)?.day ?? ''}${spoken}`;
}

const levels = '▁▂▃▄▅▆▇█';

/** One sign a day; a dot for a day on which nothing came. */
export function trendLine(days: readonly Pick<CoverageDay, 'received'>[]): string {
  const most = Math.max(1, ...days.map(({ received }) => received));
  return days
    .map(({ received }) =>
      received === 0 ? '·' : (levels[Math.ceil((received / most) * levels.length) - 1] ?? levels[0]),
    )
    .join('');
}
