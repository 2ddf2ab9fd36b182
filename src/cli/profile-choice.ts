import { existsSync, unwatchFile, watchFile } from 'node:fs';
import { languageIdentifier } from '../collect/language-identifier.ts';
import { readProfiles } from '../collect/read-profiles.ts';
import { compareReadings } from '../core/extract/explain.ts';
import { extractArticle } from '../core/extract/extract-article.ts';
import type { OutletProfile } from '../core/extract/outlet-profile.ts';
import { builtinProfiles, findProfile, hostOf } from '../core/extract/profiles/find-profile.ts';
import type { Article } from '../core/model/article.ts';
import type { Page } from '../core/model/page.ts';
import { RapporteurError } from '../errors.ts';
import type { Explained } from './views/explained.ts';

/** What `--profile` names: a file, which can be watched, or a profile that ships. */
export interface ProfileChoice {
  readonly profiles: readonly OutletProfile[];
  readonly file?: string;
}

/** @throws RapporteurError `usage` when it is neither a file nor the name or host of a profile that ships */
export function chooseProfiles(given: string): ProfileChoice {
  const wanted = given.toLowerCase();
  const builtin = builtinProfiles.filter(({ name, hosts }) => name.toLowerCase() === wanted || hosts.includes(wanted));
  if (builtin.length > 0 && !existsSync(given)) return { profiles: builtin };
  if (!existsSync(given) && !/[./\\]/.test(given)) {
    const names = builtinProfiles.map(({ name }) => name).join(', ');
    throw new RapporteurError('usage', `--profile takes a JSON file or one of the profiles that ship (${names}).`);
  }
  return { profiles: readProfiles(given), file: given };
}

/** One profile is for every page given, whatever its host: an editor tries it on a saved page. Of several the host decides. */
function profileFor(page: Page, { profiles }: ProfileChoice, found: Article): OutletProfile | undefined {
  return profiles.length === 1 ? profiles[0] : findProfile(page.url ?? found.canonicalUrl, profiles);
}

export interface ReadWithProfile {
  readonly article: Article;
  readonly profile?: OutletProfile;
  readonly comparison?: Explained['comparison'];
}

/**
 * Reads a page, by a chosen profile if there is one, and then also says what that changed.
 * @param known profiles that are at hand where none was chosen
 */
export async function readWithProfile(
  page: Page,
  choice: ProfileChoice | undefined,
  known: readonly OutletProfile[] = builtinProfiles,
): Promise<ReadWithProfile> {
  const read = { languageIdentifier: await languageIdentifier() };
  if (choice === undefined) {
    const article = extractArticle(page, { ...read, profiles: known });
    const profile = findProfile(article.url, known);
    return { article, ...(profile === undefined ? {} : { profile }) };
  }
  const without = extractArticle(page, { ...read, profiles: [] });
  const profile = profileFor(page, choice, without);
  const article = profile === undefined ? without : extractArticle(page, { ...read, profile });
  return {
    article,
    ...(profile === undefined ? {} : { profile }),
    comparison: { profile, changes: compareReadings(without, article) },
  };
}

/** A remark when the one profile was made for other hosts than the page's. */
export function foreignHost(page: Page, profile: OutletProfile | undefined): string | undefined {
  const host = hostOf(page.url);
  if (profile === undefined || host === undefined || findProfile(page.url, [profile]) !== undefined) return undefined;
  return `The profile "${profile.name}" is for ${profile.hosts.join(', ')}, the page is from ${host}.`;
}

/** Waits until a file is another than it was; `false` when stopped. Editors replace files, so its state is asked for, not its events. */
export function fileChanged(path: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (changed: boolean) => {
      unwatchFile(path, onChange);
      signal.removeEventListener('abort', onAbort);
      resolve(changed);
    };
    const onChange = (now: { mtimeMs: number; size: number }, before: { mtimeMs: number; size: number }) => {
      // An editor that replaces the file removes it for a moment.
      if (now.mtimeMs !== 0 && (now.mtimeMs !== before.mtimeMs || now.size !== before.size)) settle(true);
    };
    const onAbort = () => settle(false);
    if (signal.aborted) return resolve(false);
    signal.addEventListener('abort', onAbort);
    watchFile(path, { interval: 250 }, onChange);
  });
}
