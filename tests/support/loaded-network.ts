import pg from "pg";
import { inject } from "vitest";
import { loadDemo } from "../../database/demo/load.ts";
import { connect } from "../../src/platform/database/database.ts";
import { databaseAt, dropDatabase, namedCopy } from "./databases.ts";
import { type TestInstallation, testInstallation } from "./installation.ts";

const monday = "2026-11-23T09:00+01:00";
// any number will do, as long as every process of the run asks for the same
const loading = 4_017_006;

/** An installation with the demonstration network as it is loaded at a moment, which its clock says: nine on that Monday, unless told. */
export async function demonstration(moment = monday): Promise<TestInstallation> {
  const installation = await testInstallation({}, await networkAsOf(moment));
  installation.setClock(moment);
  return installation;
}

/** The address of a database with the network, to be copied: whoever asks first loads it for the whole run. */
export async function networkAsOf(moment = monday): Promise<string> {
  const servers = inject("servers");
  const now = Temporal.Instant.from(moment);
  const name = `${inject("template")}_${now.epochMilliseconds}`;
  const url = databaseAt(servers[0] ?? "", name);
  const client = new pg.Client({ connectionString: databaseAt(servers[0] ?? "", "postgres") });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [loading]);
    const { rows } = await client.query("select from pg_database where datname = $1", [name]);
    if (rows.length === 0) await load(url, name, now);
  } finally {
    await client.end();
  }
  return url;
}

async function load(url: string, name: string, now: Temporal.Instant): Promise<void> {
  const servers = inject("servers");
  await namedCopy(name, inject("template"), servers);
  const { db, close } = connect(url, 2);
  try {
    await loadDemo(db, now);
  } catch (error) {
    await close();
    await dropDatabase(name, servers);
    throw error;
  }
  await close();
}
