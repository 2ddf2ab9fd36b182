import { cp, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const files = /^rapporteur\.db(?:-wal|-shm)?$/;

/**
 * What a killed process left, looked at in a copy: opening the archive itself would mend it before the program does.
 * @returns what is wrong with it; nothing in most cases
 */
export async function examineArchive(data: string, copy: string): Promise<readonly string[]> {
  await mkdir(copy, { recursive: true });
  const names = (await readdir(data)).filter((name) => files.test(name));
  for (const name of names) await cp(join(data, name), join(copy, name));
  if (!names.includes('rapporteur.db')) return [];
  const database = new Database(join(copy, 'rapporteur.db'));
  try {
    const wrong: string[] = [];
    const integrity = database.pragma('integrity_check', { simple: true });
    if (integrity !== 'ok') wrong.push(`integrity_check: ${String(integrity)}`);
    const foreign = database.pragma('foreign_key_check') as unknown[];
    if (foreign.length > 0) wrong.push(`foreign_key_check: ${JSON.stringify(foreign.slice(0, 3))}`);
    const known = database.prepare("select 1 from sqlite_master where name = 'search_index'").get();
    if (known === undefined) return wrong;
    try {
      database.prepare("insert into search_index (search_index) values ('integrity-check')").run();
    } catch (error) {
      wrong.push(`search_index: ${String(error)}`);
    }
    const twice = database.prepare('select url from articles where url is not null group by url having count(*) > 1');
    for (const { url } of twice.all() as { url: string }[]) wrong.push(`twice: ${url}`);
    return wrong;
  } finally {
    database.close();
  }
}
