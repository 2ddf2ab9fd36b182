import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GoldPage, Prediction, PressPage } from './types.ts';

/** Reads `DIR/pages/*.json`, in the order of their names. Only what the system may see is kept. */
export function readPressPages(folder: string): PressPage[] {
  return readdirSync(join(folder, 'pages'))
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const page: unknown = JSON.parse(readFileSync(join(folder, 'pages', name), 'utf8'));
      const { id, url, text } = page as { id?: unknown; url?: unknown; text?: unknown };
      return {
        id: typeof id === 'string' || typeof id === 'number' ? String(id) : name.replace(/\.json$/, ''),
        ...(typeof url === 'string' ? { url } : {}),
        text: typeof text === 'string' ? text : '',
      };
    });
}

/** The annotated answers, or undefined where the folder has none. */
export function readGold(folder: string): GoldPage[] | undefined {
  return readdirSync(folder).includes('gold.jsonl') ? readJsonLines<GoldPage>(join(folder, 'gold.jsonl')) : undefined;
}

export function readPredictions(file: string): Map<string, Prediction> {
  return new Map(readJsonLines<Prediction>(file).map((line) => [String(line.id), line]));
}

function readJsonLines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);
}
