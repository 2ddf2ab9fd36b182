import { defineConfig } from 'vitest/config';

// Slow suites (browser, PostgreSQL, processes) set their own time limits; everything else must be quick.
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.{ts,tsx}', 'bench/**/*.test.ts'],
    // Two cores are the least that is counted on: both work.
    maxWorkers: '100%',
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
