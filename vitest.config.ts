import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.{ts,tsx}", "tests/**/*.test.ts", "database/**/*.test.ts", "scripts/**/*.test.ts"],
    globalSetup: "tests/support/test-server.ts",
    setupFiles: "tests/support/temporal-values.ts",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: "forks",
    // every test has its own installation: what is loaded once serves all files of a worker, a third of the time of a run
    isolate: false,
    maxWorkers: 2,
  },
});
