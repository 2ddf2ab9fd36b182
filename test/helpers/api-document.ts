import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ApiDocument } from '../../src/web/api/document.ts';

export interface ApiChecker {
  /** What is wrong with an answer by the document; nothing when all is well. */
  wrongWith(path: string, response: Response, body: unknown): string | undefined;
  /** The same where no member may be missing. */
  wrongWithWhole(path: string, body: unknown): string | undefined;
  /** What is wrong with one line of JSON lines. */
  wrongWithLine(path: string, line: unknown): string | undefined;
}

/** Checks answers by the OpenAPI document alone, as a stranger's client would. */
export function openApiChecker(document: ApiDocument): ApiChecker {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  // The types of the package name the module, its value is the function.
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addSchema({ $id: 'api', ...document } as object);
  const pointer = (parts: readonly string[]) =>
    parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
  const check = (parts: readonly string[], value: unknown) => {
    const ref = `api#/${pointer(parts)}`;
    const validate = ajv.getSchema(ref) ?? ajv.compile({ $ref: ref });
    return validate(value) === true ? undefined : `${ref}: ${ajv.errorsText(validate.errors)}`;
  };
  const json = (path: string, ...rest: string[]) => [
    'paths',
    path,
    'get',
    'responses',
    '200',
    'content',
    'application/json',
    'schema',
    ...rest,
  ];
  return {
    wrongWith(path, response, body) {
      const documented = document.paths[path]?.get.responses[String(response.status)];
      if (documented === undefined) return `${path} says nothing of status ${response.status}`;
      const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? '';
      const content = documented.content ?? {};
      if (Object.keys(content).length === 0) return undefined;
      if (content[type] === undefined) return `${path} says nothing of ${type} with ${response.status}`;
      if (type === 'application/x-ndjson') return undefined;
      return check(['paths', path, 'get', 'responses', String(response.status), 'content', type, 'schema'], body);
    },
    wrongWithWhole: (path, body) => check(json(path, 'anyOf', '0'), body),
    wrongWithLine: (path, line) =>
      check(['paths', path, 'get', 'responses', '200', 'content', 'application/x-ndjson', 'schema'], line),
  };
}
