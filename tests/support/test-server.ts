import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { loadGeography } from "../../src/features/geography/index.ts";
import { connect } from "../../src/platform/database/database.ts";
import { startEmbeddedServer } from "../../src/platform/database/embedded.ts";
import { migrate } from "../../src/platform/database/migrate.ts";

declare module "vitest" {
  export interface ProvidedContext {
    databaseUrl: string;
  }
}

/** One real PostgreSQL for the whole run. Its database is migrated once; every test file copies it. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "romslig-tests-"));
  const server = await startEmbeddedServer(folder);
  await migrate(server.url, Temporal.Now.instant());
  const { db } = connect(server.url, 1);
  await loadGeography(db, Temporal.Now.instant());
  await db.destroy();
  project.provide("databaseUrl", server.url);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  };
}
