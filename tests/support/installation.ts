import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { connect } from "../../src/platform/database/database.ts";
import { filesOnDisk } from "../../src/platform/files/files.ts";
import type { Installation } from "../../src/platform/installation.ts";
import { createLive } from "../../src/platform/live/live.ts";
import type { Log, LogFacts } from "../../src/platform/log/log.ts";
import { createMetrics } from "../../src/platform/metrics/metrics.ts";
import { readSettings } from "../../src/platform/settings.ts";
import { copyOf, dropDatabase } from "./databases.ts";
import { emptyDatabase, untouchedDatabase } from "./emptied-databases.ts";

/** An installation of a test's own: a fresh copy of the migrated database, a clock one sets, a log one can read. */
export interface TestInstallation extends Installation {
  databaseUrl: string;
  /** Sets the clock, "2026-11-23T08:52+01:00". */
  setClock(moment: string): void;
  failures: { event: string; error: unknown; facts: LogFacts }[];
  close(): Promise<void>;
}

/**
 * Starts one at nine o'clock on Monday 23 November 2026, unless told otherwise. `like`: the address of a database to copy that nobody is
 * connected to.
 */
export async function testInstallation(variables: Record<string, string> = {}, like?: string): Promise<TestInstallation> {
  const servers = inject("servers");
  const databaseUrl = like ? await copyOf(new URL(like).pathname.slice(1), servers) : await untouchedDatabase(inject("template"), servers);
  const installation = installationOn(databaseUrl, variables);
  return {
    ...installation,
    async close() {
      await installation.close();
      const untouched = inject("untouched");
      if (untouched) await emptyDatabase(databaseUrl, untouched);
      else await dropDatabase(new URL(databaseUrl).pathname.slice(1), servers);
    },
  };
}

/** Another process on the same database, as it were: with connections, a clock and counts of its own. */
export function secondInstallation(first: TestInstallation, variables: Record<string, string> = {}): TestInstallation {
  const second = installationOn(first.databaseUrl, variables);
  second.setClock(first.now().toString());
  return second;
}

function installationOn(databaseUrl: string, variables: Record<string, string>): TestInstallation {
  const { db, pipelines, close } = connect(databaseUrl, 12);
  let clock = Temporal.Instant.from("2026-11-23T09:00:00+01:00");
  const failures: TestInstallation["failures"] = [];
  const log: Log = { info: () => undefined, failure: (event, error, facts = {}) => failures.push({ event, error, facts }) };
  const live = createLive(databaseUrl, log);
  return {
    db,
    pipelines,
    live,
    metrics: createMetrics(),
    databaseUrl,
    now: () => clock,
    setClock: (moment) => {
      clock = Temporal.Instant.from(moment);
    },
    log,
    failures,
    files: filesOnDisk(mkdtempSync(join(tmpdir(), "romslig-files-"))),
    settings: readSettings({
      ROMSLIG_RATE_LIMITS: "0",
      ROMSLIG_LOG: "quiet",
      ROMSLIG_SECRET: "the-secret-of-all-tests-and-no-other",
      ...variables,
    }),
    async close() {
      await live.close();
      await close();
    },
  };
}
