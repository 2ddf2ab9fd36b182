/** Turns a vitest JSON report into the closing line of `npm test`. A file that does not load counts as one failure. */
export function summarise(report) {
  let passed = 0;
  let failed = 0;
  const skipped = [];
  for (const file of report.testResults ?? []) {
    const tests = file.assertionResults ?? [];
    if (file.status === 'failed' && !tests.some((test) => test.status === 'failed')) failed += 1;
    for (const test of tests) {
      if (test.status === 'passed') passed += 1;
      else if (test.status === 'failed') failed += 1;
      else skipped.push(test.fullName);
    }
  }
  if (passed + failed === 0) failed = 1;
  return { line: `${passed} passed, ${failed} failed, ${skipped.length} skipped`, passed, failed, skipped };
}
