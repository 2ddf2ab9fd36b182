import { RapporteurError } from './errors.ts';

/** One setting: everything that help, documentation and the reader of the environment need to know about it. */
export interface SettingEntry {
  readonly name: keyof Settings;
  /** Environment variable. */
  readonly env: string;
  /** Option of the command line, without dashes, when there is one. */
  readonly flag?: string;
  /** What the option takes, for help: `DIR`, `N`. Absent for a switch. */
  readonly takes?: string;
  readonly type: 'text' | 'path' | 'address' | 'number' | 'list' | 'switch' | 'choice';
  /** Of a choice. */
  readonly choices?: readonly string[];
  readonly default: string | number | boolean | readonly string[] | undefined;
  /** Never printed or logged. */
  readonly secret: boolean;
  readonly min?: number;
  readonly max?: number;
  /** Stands in `--help` and in the reference: one or two short sentences. */
  readonly sentence: string;
}

export interface Settings {
  readonly data: string;
  readonly databaseUrl: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly trustedProxy: readonly string[];
  readonly publicUrl: string | undefined;
  readonly maxPageMegabytes: number;
  readonly contact: string | undefined;
  readonly collect: boolean;
  readonly mapBoundaries: boolean;
  readonly siteImages: boolean;
  readonly apiRate: number;
  readonly tokenRate: number;
  readonly apiOrigins: readonly string[];
  readonly tdmReservation: boolean;
  readonly signUp: string;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  readonly actor: string | undefined;
  readonly debug: boolean;
}

/** Every setting of the product, in the order of the reference. A command-line option wins over the environment. */
export const settingsTable: readonly SettingEntry[] = [
  {
    name: 'data',
    env: 'RAPPORTEUR_DATA',
    flag: 'data',
    takes: 'DIR',
    type: 'path',
    default: './data',
    secret: false,
    sentence: 'Folder that holds everything: the SQLite archive and the secrets. Made when it is missing.',
  },
  {
    name: 'databaseUrl',
    env: 'RAPPORTEUR_DATABASE_URL',
    type: 'text',
    default: undefined,
    secret: true,
    sentence:
      'Address of a PostgreSQL database (15 or newer). When set, the archive is kept there instead of in SQLite.',
  },
  {
    name: 'host',
    env: 'RAPPORTEUR_HOST',
    flag: 'host',
    takes: 'HOST',
    type: 'text',
    default: '127.0.0.1',
    secret: false,
    sentence: 'Address that the site listens on. Pages that you imported are shown in full only on a loopback address.',
  },
  {
    name: 'port',
    env: 'RAPPORTEUR_PORT',
    flag: 'port',
    takes: 'N',
    type: 'number',
    default: 4180,
    secret: false,
    min: 0,
    max: 65_535,
    sentence: 'Port that the site listens on; 0 takes a free one.',
  },
  {
    name: 'trustedProxy',
    env: 'RAPPORTEUR_TRUSTED_PROXY',
    flag: 'trusted-proxy',
    takes: 'ADDRESS,…',
    type: 'list',
    default: [],
    secret: false,
    sentence: 'Addresses of proxies whose forwarded headers are believed. Without one, such headers are ignored.',
  },
  {
    name: 'publicUrl',
    env: 'RAPPORTEUR_PUBLIC_URL',
    flag: 'public-url',
    takes: 'URL',
    type: 'address',
    default: undefined,
    secret: false,
    sentence:
      'Address under which others reach the site, for canonical links. When set, hubs that feeds offer (WebSub) are asked to tell of news there.',
  },
  {
    name: 'maxPageMegabytes',
    env: 'RAPPORTEUR_MAX_PAGE_MB',
    flag: 'max-page-mb',
    takes: 'N',
    type: 'number',
    default: 20,
    secret: false,
    min: 1,
    max: 500,
    sentence: 'Largest page that is read, in megabytes. Larger ones are reported by name and left alone.',
  },
  {
    name: 'contact',
    env: 'RAPPORTEUR_CONTACT',
    flag: 'contact',
    takes: 'TEXT',
    type: 'text',
    default: undefined,
    secret: false,
    sentence: 'Address (web or mail) that outlets find in their logs when the collector visits them.',
  },
  {
    name: 'collect',
    env: 'RAPPORTEUR_COLLECT',
    type: 'switch',
    default: true,
    secret: false,
    sentence: 'Set to 0 to keep the running site from collecting by itself, like "serve --no-collect".',
  },
  {
    name: 'mapBoundaries',
    env: 'RAPPORTEUR_MAP_BOUNDARIES',
    type: 'switch',
    default: false,
    secret: false,
    sentence:
      'Set to 1 to draw boundaries of countries on maps, as Natural Earth has them. Without it maps show land alone.',
  },
  {
    name: 'siteImages',
    env: 'RAPPORTEUR_SITE_IMAGES',
    type: 'switch',
    default: false,
    secret: false,
    sentence:
      'Set to 1 to show pictures of articles: the site fetches them from their outlets when a page that names them is read, and keeps up to 500 MB in the data folder. Not for outlets with the publish setting "facts". Without it the site fetches nothing.',
  },
  {
    name: 'apiRate',
    env: 'RAPPORTEUR_API_RATE',
    type: 'number',
    default: 600,
    secret: false,
    max: 1_000_000,
    sentence:
      'How many requests a minute one address may send to /api/v1; 0 sets no limit. A site that only this machine reaches has none.',
  },
  {
    name: 'tokenRate',
    env: 'RAPPORTEUR_TOKEN_RATE',
    type: 'number',
    default: 6000,
    secret: false,
    min: 1,
    max: 1_000_000,
    sentence: 'How many requests a minute one token ("rapporteur tokens") may send to /api/v1 and /mcp.',
  },
  {
    name: 'apiOrigins',
    env: 'RAPPORTEUR_API_ORIGINS',
    type: 'list',
    default: [],
    secret: false,
    sentence:
      'Web sites whose pages may read /api/v1 in a browser (CORS), e.g. https://desk.example; * for all. Others are kept out by the browser.',
  },
  {
    name: 'tdmReservation',
    env: 'RAPPORTEUR_TDM_RESERVATION',
    type: 'switch',
    default: false,
    secret: false,
    sentence:
      'Set to 1 to reserve text and data mining rights on all that the site answers ("tdm-reservation: 1", TDMRep).',
  },
  {
    name: 'signUp',
    env: 'RAPPORTEUR_SIGN_UP',
    flag: 'sign-up',
    takes: 'WHO',
    type: 'choice',
    choices: ['open', 'invitation', 'closed'],
    default: 'open',
    secret: false,
    sentence: 'Who may make an account on the site: open, invitation ("users invite" gives links) or closed.',
  },
  {
    name: 'smtpUrl',
    env: 'RAPPORTEUR_SMTP_URL',
    type: 'text',
    default: undefined,
    secret: true,
    sentence:
      'Mail server (smtps://user:password@host) for confirming addresses and forgotten passwords. Without it accounts wait for a moderator.',
  },
  {
    name: 'mailFrom',
    env: 'RAPPORTEUR_MAIL_FROM',
    type: 'text',
    default: undefined,
    secret: false,
    sentence: 'Sender of these letters.',
  },
  {
    name: 'actor',
    env: 'RAPPORTEUR_ACTOR',
    flag: 'actor',
    takes: 'NAME',
    type: 'text',
    default: undefined,
    secret: false,
    sentence: 'Who makes an editing decision; kept with it. Default: the name of the user on this system.',
  },
  {
    name: 'debug',
    env: 'RAPPORTEUR_DEBUG',
    type: 'switch',
    default: false,
    secret: false,
    sentence: 'Set to 1 to see where in the program an error happened.',
  },
];

function parseSetting(entry: SettingEntry, raw: string, source: string): unknown {
  const wrong = (what: string) =>
    new RapporteurError('usage', `${source} must be ${what}.`, { context: { public: { name: source } } });
  switch (entry.type) {
    case 'number': {
      const value = Number(raw);
      const { min = 0, max = Number.MAX_SAFE_INTEGER } = entry;
      if (raw.trim() === '' || !Number.isInteger(value) || value < min || value > max) {
        throw wrong(`a whole number from ${min} to ${max}`);
      }
      return value;
    }
    case 'address':
      if (!URL.canParse(raw) || !/^https?:$/.test(new URL(raw).protocol))
        throw wrong('an address like https://press.example');
      return raw.replace(/\/+$/, '');
    case 'switch':
      return raw !== '' && raw !== '0' && raw.toLowerCase() !== 'false';
    case 'list':
      return raw
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== '');
    case 'choice':
      if (entry.choices?.includes(raw) !== true) throw wrong(`one of ${entry.choices?.join(', ')}`);
      return raw;
    default:
      if (raw.trim() === '') throw wrong('something: it is empty');
      return raw;
  }
}

/**
 * Reads the settings: a flag wins over the environment, the environment over the default. An empty variable counts as unset.
 * @throws RapporteurError `usage` naming the flag or variable whose value does not fit.
 */
export function resolveSettings(
  env: Readonly<Record<string, string | undefined>>,
  flags: Readonly<Record<string, unknown>> = {},
): Settings {
  const settings: Record<string, unknown> = {};
  for (const entry of settingsTable) {
    const flag = entry.flag === undefined ? undefined : flags[entry.flag];
    const variable = env[entry.env];
    if (typeof flag === 'string') settings[entry.name] = parseSetting(entry, flag, `--${entry.flag}`);
    else if (variable !== undefined && variable !== '') settings[entry.name] = parseSetting(entry, variable, entry.env);
    else settings[entry.name] = entry.default;
  }
  return settings as unknown as Settings;
}
