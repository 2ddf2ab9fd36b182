// The core takes text and gives facts: no disk, network, clock or chance. The compiler refuses most of it (no host types);
// this gate refuses what plain JavaScript offers anyway, and names the line.
import ts from 'typescript';

const forbiddenCalls = new Map([
  ['Date.now', 'the clock'],
  ['performance.now', 'the clock'],
  ['Math.random', 'chance'],
  ['crypto.randomUUID', 'chance'],
  ['crypto.getRandomValues', 'chance'],
]);
const forbiddenNames = new Map([
  ['process', 'the process'],
  ['fetch', 'the network'],
  ['setTimeout', 'the clock'],
  ['setInterval', 'the clock'],
  ['require', 'modules at run time'],
  ['eval', 'code at run time'],
]);

/** Violations in one file of the core, as `line: sentence`. */
export function findImpurities(name, text) {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true);
  const found = [];
  const report = (node, sentence) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${name}:${line + 1}: ${sentence}`);
  };
  const visit = (node) => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const from = node.moduleSpecifier.text;
      if (from.startsWith('node:')) report(node, `core imports ${from}`);
    }
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0) {
      report(node, 'core reads the clock (new Date())');
    }
    if (ts.isPropertyAccessExpression(node) && forbiddenCalls.has(node.getText())) {
      report(node, `core uses ${forbiddenCalls.get(node.getText())} (${node.getText()})`);
    }
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const called = node.expression.text;
      if (forbiddenNames.has(called)) report(node, `core uses ${forbiddenNames.get(called)} (${called})`);
      if (called === 'Date') report(node, 'core reads the clock (Date())');
    }
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'process') {
      report(node, 'core uses the process (process)');
    }
    if (node.kind === ts.SyntaxKind.ImportKeyword && ts.isCallExpression(node.parent)) {
      report(node, 'core imports at run time');
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
