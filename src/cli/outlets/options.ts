import { RapporteurError } from '../../errors.ts';
import type { CommandContext } from '../command.ts';

/** `--pause SECONDS`; none at all only for a source on one's own network. */
export function pauseOf({ flags }: CommandContext): { readonly pauseMs?: number } {
  const given = flags['pause'];
  if (typeof given !== 'string') return {};
  const seconds = Number(given);
  if (!Number.isFinite(seconds) || seconds < 0 || seconds > 3_600)
    throw new RapporteurError('usage', `--pause takes seconds from 0 to 3600, not "${given}".`);
  if (seconds === 0 && flags['allow-private'] !== true)
    throw new RapporteurError('usage', '--pause 0 needs --allow-private: sites of others are visited with pauses.');
  return { pauseMs: Math.round(seconds * 1_000) };
}

/** `--keep-bodies DAYS|forever`; nothing when it was not given. */
export function keepDaysOf({ flags }: CommandContext): { readonly days: number | undefined } | undefined {
  const given = flags['keep-bodies'];
  if (typeof given !== 'string') return undefined;
  if (given === 'forever') return { days: undefined };
  const days = Number(given);
  if (!Number.isInteger(days) || days < 1 || days > 36_500)
    throw new RapporteurError('usage', `--keep-bodies takes days from 1 to 36500 or "forever", not "${given}".`);
  return { days };
}
