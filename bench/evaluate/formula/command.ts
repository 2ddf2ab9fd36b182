import type { Streams } from '../press/command.ts';
export function evaluateFormula(_args: readonly string[], _streams: Streams): number {
  return 0;
}
