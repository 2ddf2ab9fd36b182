// Kept free of imports and new syntax: it must run, and speak clearly, on a Node that is too old for the rest.

/** Oldest version that works, as in `engines` of package.json. */
export const oldestNode = [20, 19];

/** A sentence when this Node is too old, else undefined. */
export function nodeProblem(version) {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  const fits = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  if (fits) return undefined;
  return `Rapporteur needs Node ${oldestNode.join('.')} or newer; this is ${version}. Install a newer Node and try again.`;
}

export function requireNode() {
  const problem = nodeProblem(process.version);
  if (problem === undefined) return;
  process.stderr.write(`${problem}\n`);
  process.exit(3);
}
