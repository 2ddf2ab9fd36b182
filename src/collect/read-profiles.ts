import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OutletProfile } from '../core/extract/outlet-profile.ts';
import { builtinProfiles } from '../core/extract/profiles/find-profile.ts';
import { RapporteurError } from '../errors.ts';
import { parseProfiles } from '../schemas/profile.ts';

/** Profiles that a data folder adds to those that ship. */
export const profilesFile = 'profiles.json';

/** The profiles of a file. @throws RapporteurError `file-not-found`, `file-unreadable`, `profile-invalid` */
export function readProfiles(path: string): readonly OutletProfile[] {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new RapporteurError(missing ? 'file-not-found' : 'file-unreadable', `Profile: ${path}.`, { cause });
  }
  return parseProfiles(text, path);
}

/** Profiles by which the pages of an archive are read: those of its folder first, then those that ship. */
export function readProfilesOf(dataFolder: string): readonly OutletProfile[] {
  try {
    return [...readProfiles(join(dataFolder, profilesFile)), ...builtinProfiles];
  } catch (error) {
    if (error instanceof RapporteurError && error.code === 'file-not-found') return builtinProfiles;
    throw error;
  }
}
