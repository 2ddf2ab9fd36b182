import { setPriority } from 'node:os';
import { platform } from 'node:process';

const backgroundPriority = 10;

/** Lets this thread run when no other of the process wants to. Only Linux gives each thread a priority of its own. */
export function giveWayToOthers(): void {
  if (platform !== 'linux') return;
  try {
    setPriority(0, backgroundPriority);
  } catch {
    // A system that does not allow it runs them all alike.
  }
}
