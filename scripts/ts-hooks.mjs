// Lets plain Node run the TypeScript of bench/ and scripts/: those files are stripped of their types on the way in, and
// what they import from src/ is the compiled form in dist/, so that a measurement times the program as it ships.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = pathToFileURL(join(root, 'src/')).href;
const compiled = pathToFileURL(join(root, 'dist/')).href;

export async function resolve(specifier, context, next) {
  if (!specifier.startsWith('.') || context.parentURL === undefined) return next(specifier, context);
  const target = new URL(specifier, context.parentURL).href;
  if (!target.startsWith(source)) return next(specifier, context);
  return next(compiled + target.slice(source.length).replace(/\.tsx?$/, '.js'), context);
}

export async function load(url, context, next) {
  if (!/\.tsx?$/.test(url) || !url.startsWith('file:')) return next(url, context);
  const { outputText } = ts.transpileModule(readFileSync(fileURLToPath(url), 'utf8'), {
    fileName: fileURLToPath(url),
    compilerOptions: {
      module: ts.ModuleKind.ESNext,
      target: ts.ScriptTarget.ES2023,
      verbatimModuleSyntax: true,
      jsx: ts.JsxEmit.ReactJSX,
      jsxImportSource: 'hono/jsx',
      inlineSourceMap: true,
    },
  });
  return { format: 'module', source: outputText, shortCircuit: true };
}
