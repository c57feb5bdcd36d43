import pg from "pg";
import { loadGeography } from "../../src/features/geography/index.ts";
import { sqlState } from "../../src/platform/database/constraint-name.ts";
import { connect } from "../../src/platform/database/database.ts";
import { distribute } from "../../src/platform/database/distribute.ts";
import { settingsGiven } from "../../src/platform/database/distribution-plan.ts";
import { newId } from "../../src/platform/database/id.ts";
import { migrate } from "../../src/platform/database/migrate.ts";

/**
 * Makes the database that test files copy: migrated, with geography, and spread when there are several servers. `servers` are
 * addresses of a superuser, the coordinator first. Nobody can connect to it afterwards, so that it can be copied.
 * @returns its name
 */
export async function makeTemplate(servers: string[]): Promise<string> {
  const name = `template_${newId().replaceAll("-", "")}`;
  await onEach(servers, `create database ${name}`);
  const [url = "", ...workers] = servers.map((server) => databaseAt(server, name));
  if (workers.length > 0) await joinNodes(url, workers);
  await migrate(url, Temporal.Now.instant());
  const { db, close } = connect(url, 1);
  await loadGeography(db, Temporal.Now.instant());
  await close();
  if (workers.length > 0) await distribute(url, () => undefined);
  await onEach(servers, `alter database ${name} allow_connections false`);
  await onEach(servers, `select pg_terminate_backend(pid, 10000) from pg_stat_activity where datname = '${name}'`);
  return name;
}

/** A copy of the template, with all that lies on other servers. @returns its address at the coordinator */
export async function copyOf(template: string, servers: string[]): Promise<string> {
  return await namedCopy(`test_${newId().replaceAll("-", "")}`, template, servers);
}

/** The same, with a name of one's own. */
export async function namedCopy(name: string, template: string, servers: string[]): Promise<string> {
  await onEach(servers, `create database ${name} template ${template}`);
  const url = databaseAt(servers[0] ?? "", name);
  // a copy has the rows of a database, but not what it is set to
  if (servers.length > 1) for (const statement of settingsGiven(name)) await run(url, statement);
  return url;
}

/** Removes the template and what was named after it. */
export async function dropTemplate(template: string, servers: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: databaseAt(servers[0] ?? "", "postgres") });
  await client.connect();
  const { rows } = await client.query<{ name: string }>("select datname as name from pg_database where starts_with(datname, $1)", [
    template,
  ]);
  await client.end();
  for (const { name } of rows) await dropDatabase(name, servers);
}

/** Removes a database from all servers, the coordinator's first: it may just be connecting to the others. */
export async function dropDatabase(name: string, servers: string[]): Promise<void> {
  for (const server of servers) await dropPatiently(server, name, 5);
}

// what a server itself does in the database ends a little after it is asked to
async function dropPatiently(server: string, name: string, tries: number): Promise<void> {
  try {
    await run(databaseAt(server, "postgres"), `drop database ${name} with (force)`);
  } catch (error) {
    if (tries === 1 || sqlState(error) !== "55006") throw error;
    await dropPatiently(server, name, tries - 1);
  }
}

async function joinNodes(coordinator: string, workers: string[]): Promise<void> {
  for (const url of [coordinator, ...workers]) await run(url, "create extension citus");
  const { hostname, port } = new URL(coordinator);
  await run(coordinator, `select citus_set_coordinator_host('${hostname}', ${port})`);
  for (const worker of workers.map((url) => new URL(url)))
    await run(coordinator, `select citus_add_node('${worker.hostname}', ${worker.port})`);
}

async function onEach(servers: string[], statement: string): Promise<void> {
  await Promise.all(servers.map((server) => run(databaseAt(server, "postgres"), statement)));
}

async function run(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The address of a database on a server. */
export function databaseAt(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
