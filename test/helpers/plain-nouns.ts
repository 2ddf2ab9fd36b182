import type { BackupOut } from '../../src/schemas/backup.ts';
import type { SourceInput } from '../../src/schemas/collecting.ts';

/** One of each noun that is made of plain values. */
export const account = {
  id: 'u1',
  name: 'Ada Lumen',
  username: 'ada.lumen',
  email: 'ada@mail.example',
  role: 'reader',
  confirmed: true,
  blocked: false,
  createdAt: '2024-02-01T10:00:00.000Z',
} as const;

export const source: SourceInput = {
  id: 'source-1',
  outletId: 'o1',
  address: 'https://coast.example/feed',
  kind: 'feed',
  folder: ['Coast'],
  state: 'blocked',
  reason: 'outlet-blocks',
  detail: 'HTTP 403',
  allowPrivate: false,
  pauseMs: 500,
  intervalSeconds: 1_800,
  nextPoll: '2024-02-01T10:00:00.000Z',
  failures: 3,
};
export const outlet = {
  id: 'o1',
  slug: 'o',
  name: 'O',
  hosts: [],
  languages: ['en'],
  publish: 'excerpt',
  origin: 'import',
} as const;
export const backupManifest: BackupOut = {
  schema: 'rapporteur.backup/1',
  madeAt: '2024-02-01T10:00:00Z',
  version: '1.0.0',
  dialect: 'sqlite',
  schemaNumber: 10,
  counts: { pages: 1, articles: 1, meetings: 0, people: 0, outlets: 1, decisions: 0 },
  files: [{ name: 'rapporteur.db', size: 3, sha256: 'ab' }],
};

export const webhook = {
  id: 'w1',
  url: 'https://desk.example/hook',
  countries: ['ES', 'MA'],
  state: 'active',
  failures: 0,
  nextAt: '2024-02-01T10:00:00Z',
  lastAnswer: 'HTTP 200',
} as const;
