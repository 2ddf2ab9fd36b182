import type { Hono } from 'hono';
import { type InterfaceLanguage, interfaceLanguages } from '../../src/web/i18n.ts';
import type { WebEnvironment } from '../../src/web/room.ts';
import { answerTo } from './answer-question.ts';

export interface Shown {
  readonly status: number;
  readonly location: string | null;
  readonly headers: Headers;
  readonly text: string;
}

/** A browser without script: keeps cookies, and sends a form with the hidden fields of the page that it is on. */
export interface Visitor {
  readonly cookies: Map<string, string>;
  get(path: string): Promise<Shown>;
  /** Opens the page, then sends its form to `action` (the same address when it is not said). */
  send(path: string, fields: Readonly<Record<string, string>>, change?: SendOptions): Promise<Shown>;
}

export interface SendOptions {
  readonly action?: string;
  /** Sent too; an empty one is left out. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A file that is chosen in the field `file`. */
  readonly file?: { readonly name: string; readonly text: string };
}

const host = 'site.example';

export function openVisitor(
  app: Hono<WebEnvironment>,
  language: InterfaceLanguage = 'en',
  always: Readonly<Record<string, string>> = {},
): Visitor {
  const cookies = new Map<string, string>();
  const request = async (path: string, init: RequestInit = {}): Promise<Shown> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await app.request(path, {
      ...init,
      headers: {
        host,
        'accept-language': language,
        ...(cookie === '' ? {} : { cookie }),
        ...always,
        ...(init.headers as Record<string, string> | undefined),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return {
      status: response.status,
      location: response.headers.get('location'),
      headers: response.headers,
      text: await response.text(),
    };
  };
  return {
    cookies,
    get: (path) => request(path),
    async send(path, fields, { action, headers, file } = {}) {
      const page = (await request(path)).text;
      const hidden = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
        ([, name = '', value = '']): [string, string] => [name, value],
      );
      const sent = { ...Object.fromEntries(hidden), ...questionIn(page), ...fields };
      return request(action ?? path, {
        method: 'POST',
        body: file === undefined ? new URLSearchParams(sent).toString() : withFile(sent, file),
        headers: Object.fromEntries(
          Object.entries({
            'content-type': file === undefined ? 'application/x-www-form-urlencoded' : '',
            origin: `http://${host}`,
            'sec-fetch-site': 'same-origin',
            ...headers,
          }).filter(([, value]) => value !== ''),
        ),
      });
    },
  };
}

function withFile(fields: Readonly<Record<string, string>>, file: NonNullable<SendOptions['file']>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set('file', new Blob([file.text]), file.name);
  return form;
}

/** The answer that a person would write. */
function questionIn(page: string): Record<string, string> {
  const language = interfaceLanguages.find((one) => page.includes(`<html lang="${one}"`));
  const text = /<label for="account-answer">([^<]+)</.exec(page)?.[1];
  return text === undefined || language === undefined ? {} : { answer: answerTo(text, language) };
}

export const person = {
  name: 'Ada Lumen',
  username: 'ada.lumen',
  email: 'ada@mail.example',
  email2: 'ada@mail.example',
  password: 'copper lantern by the quay',
  password2: 'copper lantern by the quay',
} as const;
