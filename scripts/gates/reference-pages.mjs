// The reference pages are written from the same tables that the program runs on, so that they cannot say something else.
import { z } from 'zod';

const generated = '<!-- Written by "npm run docs" from the tables of the program; change those instead. -->';

/** `docs/reference/commands.md` */
export function renderCommands(commands, renderHelp, exitCodes, exitCodeSentences) {
  const lines = [
    generated,
    '',
    '# Commands',
    '',
    '`npx rapporteur COMMAND` in the folder of a clone; `rapporteur COMMAND` where the package is installed.',
    '',
  ];
  for (const command of commands) lines.push(`- [\`${command.name}\`](#${command.name}): ${command.summary}`);
  for (const command of commands) {
    const help = renderHelp(command);
    lines.push('', `## ${command.name}`, '', '```text', help.slice(0, help.indexOf('\nExit codes:')).trimEnd(), '```');
  }
  lines.push('', '## Exit codes', '', '| code | meaning |', '|---|---|');
  for (const [name, code] of Object.entries(exitCodes)) lines.push(`| ${code} | ${exitCodeSentences[name]} |`);
  lines.push(
    '',
    'Results go to standard output; progress, remarks and errors to standard error. `NO_COLOR` turns colours off.',
    '',
  );
  return lines.join('\n');
}

/** `docs/reference/settings.md` */
export function renderSettings(settings) {
  const lines = [
    generated,
    '',
    '# Settings',
    '',
    'An option of the command line wins over the environment, the environment over the default. An empty variable counts as unset.',
    '',
    '| variable | option | default | |',
    '|---|---|---|---|',
  ];
  for (const entry of settings) {
    const option =
      entry.flag === undefined ? '' : `\`--${entry.flag}${entry.takes === undefined ? '' : ` ${entry.takes}`}\``;
    const value =
      entry.default === undefined || (Array.isArray(entry.default) && entry.default.length === 0)
        ? ''
        : `\`${entry.default}\``;
    lines.push(
      `| \`${entry.env}\` | ${option} | ${value} | ${entry.sentence}${entry.secret ? ' Never printed or logged.' : ''} |`,
    );
  }
  lines.push(
    '',
    'For the tests only: `RAPPORTEUR_TEST_POSTGRES` names a PostgreSQL database that the store’s contract suite may fill and empty; `RAPPORTEUR_SEEDS` a folder of real pages with their facts.',
    '',
  );
  return lines.join('\n');
}

/** `docs/reference/errors.md` */
export function renderErrors(codes, sentences, statusOf, fatal) {
  const lines = [
    generated,
    '',
    '# Errors and remarks',
    '',
    'Codes are stable: programs may rely on them; sentences may be reworded. With `--json`, and on the site, an error is an object of problem+json (RFC 9457) whose `type` is `urn:rapporteur:problem:` and the code.',
    '',
    'Bad content is never a crash. **No article** means that nothing could be read from that page (it counts as failed, the rest goes on); **remark** means that it was read all the same.',
    '',
    '| code | kind | HTTP | English | français | español | العربية |',
    '|---|---|---|---|---|---|---|',
  ];
  const remarks = new Set([
    'encoding-guessed',
    'encoding-errors',
    'html-truncated',
    'language-unknown',
    'language-unsupported',
    'text-cut',
  ]);
  for (const code of codes) {
    const kind = fatal.has(code) ? 'no article' : remarks.has(code) ? 'remark' : 'error';
    const { en, fr, es, ar } = sentences[code];
    lines.push(`| \`${code}\` | ${kind} | ${statusOf(code)} | ${en} | ${fr} | ${es} | <span dir="rtl">${ar}</span> |`);
  }
  lines.push('');
  return lines.join('\n');
}

/** JSON Schema of each noun that the product emits, as files beside `docs/reference/schemas.md`, and that page. */
export function renderSchemas(schemaOf) {
  const files = {};
  const lines = [
    generated,
    '',
    '# Schemas',
    '',
    'Every JSON that Rapporteur emits (command line, `.json` addresses, exports) is one of these nouns. The member `schema` names noun and version, e.g. `rapporteur.reading/1`; within a version members are only added. Offsets count UTF-16 code units of the canonical text. What is unknown is `null`, never left out.',
    '',
    '| noun | JSON Schema | |',
    '|---|---|---|',
  ];
  for (const [name, schema] of Object.entries(schemaOf)) {
    const json = z.toJSONSchema(schema);
    files[`schemas/${name}.json`] = `${JSON.stringify(json, null, 1)}\n`;
    lines.push(`| \`${name}\` | [${name}.json](schemas/${name}.json) | ${json.description ?? ''} |`);
  }
  for (const [name, schema] of Object.entries(schemaOf)) {
    const { properties = {} } = z.toJSONSchema(schema);
    lines.push('', `## ${name}`, '', '| member | type | |', '|---|---|---|');
    for (const [member, value] of Object.entries(properties)) {
      lines.push(`| \`${member}\` | ${typeWords(value)} | ${value.description ?? ''} |`);
    }
  }
  lines.push('');
  return { ...files, 'schemas.md': lines.join('\n') };
}

/** `docs/reference/api.md`, from the OpenAPI document. */
export function renderApi(document, words) {
  const lines = [generated, '', '# API', '', document.info.description, ''];
  lines.push(
    'The whole of it is the OpenAPI 3.1 document that every site serves at `/api/v1/openapi.json`; `/api` shows it as a page. How to use it: [Use the API](../how-to/use-the-api.md). The nouns are those of [Schemas](schemas.md).',
  );
  for (const [path, { get }] of Object.entries(document.paths)) {
    lines.push('', `## \`${path}\``, '', `${get.summary}.`, '');
    const parameters = get.parameters ?? [];
    if (parameters.length > 0) lines.push('| parameter | takes | |', '|---|---|---|');
    for (const { name, in: place, schema, description = '' } of parameters) {
      const usual = schema.default === undefined ? '' : `; without it \`${schema.default}\``;
      const takes = words(schema).replaceAll('|', '\\|');
      lines.push(`| \`${place === 'path' ? `{${name}}` : name}\` | ${takes}${usual} | ${description} |`);
    }
    if (parameters.length > 0) lines.push('');
    const noun = Object.values(get.responses['200'].content)[0].schema;
    const [first] = (noun.anyOf ?? [noun]).map(({ $ref }) => $ref.split('/').at(-1));
    const others = Object.keys(get.responses).filter((status) => status !== '200');
    lines.push(`Answers 200 with \`${first}\`; also ${others.join(', ')}.`);
  }
  lines.push('');
  return lines.join('\n');
}

function typeWords(value) {
  if (value.const !== undefined) return `\`${value.const}\``;
  if (value.anyOf) return [...new Set(value.anyOf.map(typeWords))].join(' or ');
  if (value.enum) return 'one of a list';
  if (value.type === 'array') return `list of ${value.items ? typeWords(value.items) : 'anything'}`;
  if (value.$ref) return 'object';
  return Array.isArray(value.type) ? value.type.join(' or ') : (value.type ?? 'anything');
}
