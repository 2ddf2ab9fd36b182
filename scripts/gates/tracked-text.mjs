// What must never be in a tracked file: a path of one machine, the address of a package registry.
const machinePath = /(?:^|[^\w.~/-])\/(?:home|root|srv|tmp|work|Users)\/[\w.-]/;
const registry =
  /\b(?:registry\.(?:npmjs\.org|yarnpkg\.com)|npm\.pkg\.github\.com|artifactory|verdaccio|nexus\/repository)\b/i;
const resolved = /"resolved":\s*"http/;

/** Violations in one tracked text file, as `line: sentence`. */
export function findForeignText(name, text) {
  const found = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (machinePath.test(line)) found.push(`${name}:${at + 1}: a path of one machine`);
    if (registry.test(line) || resolved.test(line)) found.push(`${name}:${at + 1}: the address of a package registry`);
  }
  return found;
}
