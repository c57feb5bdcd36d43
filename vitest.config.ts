import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// what takes minutes goes first: begun last, it would run alone while the other worker has nothing to do
const longest = ["journeys/accessibility", "tests/faults", "tests/start", "database/demo/"];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex((part) => moduleId.includes(part));
      return place === -1 ? longest.length : place;
    };
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

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
    // what is young is collected less often: a twentieth of the time
    execArgv: ["--max-semi-space-size=64"],
    sequence: { sequencer: LongestFirst },
  },
});
