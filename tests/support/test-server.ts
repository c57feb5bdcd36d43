import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbeddedServer } from "../../src/platform/database/embedded.ts";
import { copyOf, dropTemplate, makeTemplate } from "./databases.ts";
import { readUntouched, type Untouched } from "./emptied-databases.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Addresses of the servers, the coordinator first. */
    servers: string[];
    /** Whether they go on after the run, so that every database must be removed. */
    areServersShared: boolean;
    template: string;
    /** A copy of the template before anybody uses it; null on servers that are shared. */
    untouched: Untouched | null;
  }
}

/**
 * One real PostgreSQL for the whole run, or the servers named in ROMSLIG_TEST_SERVERS (CONTRIBUTING.md). The database is
 * migrated once and copied; a copy that a test has used is emptied for the next (emptied-databases.ts).
 */
export default async function setup(project: TestProject) {
  const given = process.env.ROMSLIG_TEST_SERVERS?.split(" ");
  const folder = mkdtempSync(join(tmpdir(), "romslig-tests-"));
  const embedded = given ? undefined : await startEmbeddedServer(folder);
  const servers = given ?? [embedded?.url ?? ""];
  if (embedded) await forgetOnPowerCut(embedded.url);
  const template = await makeTemplate(servers);
  project.provide("servers", servers);
  project.provide("areServersShared", given !== undefined);
  project.provide("template", template);
  project.provide("untouched", given ? null : await readUntouched(await copyOf(template, servers)));
  return async () => {
    if (given) await dropTemplate(template, servers);
    await embedded?.stop();
    rmSync(folder, { recursive: true });
  };
}

// what a power cut would take here is worth nothing; that nothing told is lost is tried on servers of their own (tests/faults.test.ts)
async function forgetOnPowerCut(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const setting of ["fsync", "synchronous_commit", "full_page_writes"]) await client.query(`alter system set ${setting} = off`);
  await client.query("select pg_reload_conf()");
  await client.end();
}
