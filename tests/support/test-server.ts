import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
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
  project.provide("databaseUrl", server.url);
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true });
  };
}
