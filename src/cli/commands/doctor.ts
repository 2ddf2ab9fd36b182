import { existsSync, statSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { extractorVersion } from '../../core/extract/extract-article.ts';
import { coderVersion } from '../../core/record/code-record.ts';
import { isFusionDue } from '../../jobs/fusion-due.ts';
import { processedVersionsSetting, processPending } from '../../jobs/process.ts';
import { errorSentence } from '../../messages/errors.ts';
import { type DoctorCheck, renderDoctorReport } from '../../schemas/doctor-report.ts';
import type { StoreFinding } from '../../store/finding.ts';
import { openSqliteStore } from '../../store/open-store.ts';
import type { Store } from '../../store/store.ts';
import { type Archive, openArchive } from '../archive.ts';
import { type Command, exitCodes } from '../command.ts';
import { asRapporteurError } from '../report-error.ts';
import { type Paint, printable } from '../terminal.ts';
import { productVersion } from '../version.ts';

export const doctorCommand: Command = {
  name: 'doctor',
  usage: '',
  summary: 'Check the installation and the archive, and say what to do.',
  details: [
    'Looks at Node, SQLite or PostgreSQL, the data folder, the space on its disk, and the archive: pages without an article, articles without a record, search out of step. Nothing is changed without --mend.',
  ],
  options: [
    { name: 'mend', sentence: 'Finish half-finished work, mend what can be mended, and say what was done.' },
    { name: 'fix', sentence: 'The same as --mend.' },
    { name: 'deep', sentence: 'Compare all kept bytes with their hashes too; reads the whole archive.' },
  ],
  settings: ['data'],
  arguments: { min: 0, max: 0 },
  examples: [
    { line: 'rapporteur doctor', sentence: 'One line a check; exit code 1 when one found an error.' },
    { line: 'rapporteur doctor --mend', sentence: 'Finish what an interrupted import left.' },
  ],
  async run({ flags, settings, terminal, json, signal }) {
    const mend = flags['mend'] === true || flags['fix'] === true;
    const checks: DoctorCheck[] = [
      checkNode(),
      ...(settings.databaseUrl === undefined ? [await checkSqlite()] : []),
      ...(await checkFolder(settings.data)),
    ];
    const usable = checks.every((check) => check.status !== 'error');
    if (usable && (settings.databaseUrl !== undefined || existsSync(join(resolve(settings.data), 'rapporteur.db')))) {
      try {
        const archive = await openArchive(settings, { writes: mend });
        try {
          if (mend) checks.push(...(await repair(archive.store, signal, archive.profiles)));
          checks.push(...(await checkStore(archive.store)));
          if (flags['deep'] === true) checks.push(await checkBytes(archive.store));
        } finally {
          await archive.close();
        }
      } catch (thrown) {
        const error = asRapporteurError(thrown);
        checks.push({
          code: 'archive',
          status: 'error',
          message: 'The archive cannot be opened.',
          todo: errorSentence(error.code),
        });
      }
    } else if (usable) {
      checks.push({
        code: 'archive',
        status: 'warning',
        message: 'There is no archive here yet.',
        todo: 'rapporteur import PATH… or rapporteur serve makes one.',
      });
    }
    const report = renderDoctorReport(productVersion, checks);
    await terminal.out(
      json ? `${JSON.stringify(report)}\n` : checks.map((check) => renderCheck(check, terminal.paint)).join(''),
    );
    return report.ok ? exitCodes.ok : exitCodes.someFailed;
  },
};

function renderCheck(check: DoctorCheck, paint: Paint): string {
  const word = { ok: paint.green('ok     '), warning: paint.yellow('warning'), error: paint.red('error  ') }[
    check.status
  ];
  const sample =
    check.sample === undefined || check.sample.length === 0 ? '' : ` (${check.sample.slice(0, 3).join(', ')})`;
  const todo = check.todo === undefined ? '' : `\n         ${printable(check.todo)}`;
  return `${word}  ${printable(check.message + sample)}${todo}\n`;
}

function checkNode(): DoctorCheck {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = major > 20 || (major === 20 && minor >= 19);
  return fits
    ? { code: 'node', status: 'ok', message: `Node ${process.versions.node}` }
    : {
        code: 'node',
        status: 'error',
        message: `Node ${process.versions.node} is too old.`,
        todo: 'Install Node 20.19 or newer.',
      };
}

async function checkSqlite(): Promise<DoctorCheck> {
  try {
    const store = await openSqliteStore(':memory:');
    await store.close();
    return { code: 'sqlite', status: 'ok', message: 'SQLite works' };
  } catch (thrown) {
    const { code } = asRapporteurError(thrown);
    return { code: 'sqlite', status: 'error', message: 'SQLite does not work.', todo: errorSentence(code) };
  }
}

const mebibyte = 1024 * 1024;

async function checkFolder(path: string): Promise<DoctorCheck[]> {
  const folder = resolve(path);
  if (!existsSync(folder)) return [];
  if (!statSync(folder).isDirectory()) {
    return [
      {
        code: 'data-folder',
        status: 'error',
        message: `${path} is not a folder.`,
        todo: 'Choose another with --data.',
      },
    ];
  }
  const checks: DoctorCheck[] = [];
  const { uid, mode } = statSync(folder);
  const open = (mode & 0o077) !== 0 && uid === process.getuid?.();
  checks.push(
    open
      ? {
          code: 'data-folder',
          status: 'warning',
          message: `Other users of this machine can look into ${path}.`,
          todo: `chmod 700 ${path}`,
        }
      : { code: 'data-folder', status: 'ok', message: `Data folder ${path}` },
  );
  const { bavail, bsize } = await statfs(folder);
  const free = Math.floor((bavail * bsize) / mebibyte);
  const status = free < 50 ? 'error' : free < 500 ? 'warning' : 'ok';
  checks.push({
    code: 'disk-space',
    status,
    message: `${free} MB free on its disk`,
    ...(status === 'ok' ? {} : { todo: 'Free some space before the next import.' }),
  });
  return checks;
}

const finish = 'rapporteur doctor --mend finishes it.';
const findings: Readonly<Record<StoreFinding['code'], { readonly message: string; readonly todo: string }>> = {
  'page-not-extracted': { message: 'pages were stored but not read yet', todo: finish },
  'article-not-coded': { message: 'articles have no record yet', todo: finish },
  'search-missing': { message: 'articles are missing from search', todo: finish },
  'search-stale': { message: 'articles were indexed by an older version', todo: finish },
  'search-facets': { message: 'articles stand under wrong facets in search', todo: finish },
  'meeting-without-report': { message: 'meetings have no report behind them', todo: 'rapporteur rebuild --from group' },
  'bytes-without-page': { message: 'pages have bytes that belong to no page', todo: finish },
  'search-extra': { message: 'entries of search belong to no article', todo: finish },
  'item-lost': { message: 'addresses count as stored and are not: they will be fetched again', todo: finish },
  'item-stuck': { message: 'addresses wait for a time that is too far off', todo: finish },
  'source-stuck': { message: 'sources wait for a visit that is too far off', todo: finish },
  'schema-behind': { message: 'migrations are waiting', todo: 'Opening the archive with any command applies them.' },
};

async function checkStore(store: Store): Promise<DoctorCheck[]> {
  const counts = await store.counts();
  const checks: DoctorCheck[] = [
    {
      code: 'archive',
      status: 'ok',
      message: `Archive (${store.dialect}): ${counts.pages} pages, ${counts.articles} articles, ${counts.meetings} meetings, ${counts.decisions} decisions`,
    },
  ];
  for (const { code, count, sample } of await store.check()) {
    checks.push({
      code,
      status: 'error',
      message: `${count} ${findings[code].message}`,
      todo: findings[code].todo,
      count,
      sample,
    });
  }
  if (await isFusionDue(store)) {
    checks.push({
      code: 'fusion-due',
      status: 'error',
      message: 'An import was interrupted before its end.',
      todo: finish,
    });
  }
  const versions = await store.getSetting(processedVersionsSetting);
  if (versions !== undefined && versions !== `${extractorVersion} ${coderVersion}`) {
    checks.push({
      code: 'older-engine',
      status: 'warning',
      message: 'The record was made by another version of the engine.',
      todo: 'rapporteur rebuild',
    });
  }
  const problems = (await store.decisions.list({ activeOnly: true })).filter(
    (decision) => decision.problem !== undefined,
  );
  if (problems.length > 0) {
    checks.push({
      code: 'decision-not-applicable',
      status: 'warning',
      message: `${problems.length} editing decisions no longer apply`,
      todo: 'rapporteur edit list shows them; undo them or decide anew.',
      count: problems.length,
      sample: problems.slice(0, 3).map((decision) => decision.id),
    });
  }
  return checks;
}

async function checkBytes(store: Store): Promise<DoctorCheck> {
  const damaged = await store.snapshot.damagedBytes();
  if (damaged.length === 0) return { code: 'bytes', status: 'ok', message: 'All kept bytes are what they were' };
  return {
    code: 'bytes-damaged',
    status: 'error',
    message: `${damaged.length} pages have bytes that are no longer what they were`,
    todo: 'Nothing can mend them: restore a backup. Their articles and facts are still there.',
    count: damaged.length,
    sample: damaged.slice(0, 5),
  };
}

async function repair(store: Store, signal: AbortSignal, profiles: Archive['profiles']): Promise<DoctorCheck[]> {
  const found = await store.check();
  const isSearch = ({ code }: StoreFinding) => code.startsWith('search-');
  await store.keeping.mend();
  if (found.some(isSearch) || (await store.search.stale())) await store.search.reindex();
  await processPending(store, { signal, profiles, alwaysFuse: found.some((finding) => !isSearch(finding)) });
  const left = new Map((await store.check()).map(({ code, count }) => [code, count]));
  return found.flatMap(({ code, count, sample }): DoctorCheck[] => {
    const mended = count - (left.get(code) ?? 0);
    const message = `mended: ${mended} ${findings[code].message}`;
    return mended <= 0 ? [] : [{ code: `mended-${code}`, status: 'ok', message, count: mended, sample }];
  });
}
