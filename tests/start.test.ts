import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { Agent, request } from "node:http";
import { createServer } from "node:net";
import { networkInterfaces, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { oldDatabaseServer } from "./support/old-server.ts";
import { type Spawned, spawnRomslig } from "./support/spawned.ts";

const isRoot = process.getuid?.() === 0;

let folder: string;
let opened: string;
const running: Spawned[] = [];

// a folder that has been opened once is copied, so that each test does not make a database of its own
beforeAll(async () => {
  opened = newFolder();
  folder = opened;
  const first = await started();
  await stopped(first);
});

afterAll(() => {
  rmSync(opened, { recursive: true });
});

beforeEach(() => {
  folder = newFolder();
  spawnSync("cp", ["-a", `${opened}/.`, folder]);
});

afterEach(async () => {
  for (const { process: child, exited } of running.splice(0)) {
    child.kill("SIGTERM");
    await exited;
  }
  endForsakenServer();
  rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const made = mkdtempSync(join(tmpdir(), "romslig-start-"));
  chmodSync(made, 0o755);
  return made;
}

function emptyTheFolder(): void {
  for (const entry of readdirSync(folder)) rmSync(join(folder, entry), { recursive: true });
}

async function stopped(spawned: Spawned): Promise<void> {
  spawned.process.kill("SIGTERM");
  await spawned.exited;
}

// only the worker role needs no built pages, so the tests of starting do not wait for a build
async function start(variables: Record<string, string> = {}, user?: { uid: number; gid: number }): Promise<Spawned> {
  const spawned = await spawnRomslig({ ROMSLIG_DATA: folder, ROMSLIG_ROLE: "worker", ...variables }, user);
  running.push(spawned);
  return spawned;
}

async function started(variables: Record<string, string> = {}, user?: { uid: number; gid: number }): Promise<Spawned> {
  const spawned = await start(variables, user);
  await spawned.open;
  return spawned;
}

function serverPid(): { id: number; port: number } | undefined {
  const file = join(folder, "postgres/postmaster.pid");
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").split("\n");
  return { id: Number(lines[0]), port: Number(lines[3]) };
}

function databaseUrl(password = readFileSync(join(folder, "database-password"), "utf8")): string {
  return `postgres://romslig:${password}@127.0.0.1:${serverPid()?.port}/romslig`;
}

async function query(text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: databaseUrl() });
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

function endForsakenServer(): void {
  const { id = 0 } = serverPid() ?? {};
  const line = spawnSync("ps", ["-o", "command=", "-p", String(id)], { encoding: "utf8" }).stdout;
  if (line.includes(folder)) process.kill(id, "SIGQUIT");
}

async function refusal(variables: Record<string, string> = {}) {
  const spawned = await start(variables);
  return { code: await spawned.exited, ...spawned.said() };
}

describe("What cannot start says why in one sentence", () => {
  test("a setting that is not right", async () => {
    const { code, error } = await refusal({ PORT: "many" });

    expect({ code, error }).toEqual({ code: 1, error: expect.stringMatching(/^The setting PORT is not right: [^\n]+\.\n$/) });
  });

  test("a port that is taken, and the database is closed again", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as { port: number };

    const { code, error } = await refusal({ PORT: String(port) });

    other.close();
    expect({ code, error }).toEqual({ code: 1, error: `Port ${port} is taken; choose another with PORT.\n` });
    expect(serverPid()).toBeUndefined();
  });

  test("a folder that cannot be written to", async () => {
    const file = join(folder, "a-file");
    writeFileSync(file, "");

    const { code, error } = await refusal({ ROMSLIG_DATA: join(file, "data") });

    expect({ code, error }).toEqual({
      code: 1,
      error: `The data folder ${join(file, "data")} cannot be written to; choose another with ROMSLIG_DATA.\n`,
    });
  });

  test.runIf(existsSync("/proc/self"))("a folder in which none can be made, though it is there", async () => {
    const { code, error } = await refusal({ ROMSLIG_DATA: "/proc/romslig/data" });

    expect({ code, error }).toEqual({
      code: 1,
      error: "The data folder /proc/romslig/data cannot be written to; choose another with ROMSLIG_DATA.\n",
    });
  });

  test("a database that does not answer, without telling its password", async () => {
    const { code, error } = await refusal({ DATABASE_URL: "postgres://someone:secret@127.0.0.1:9/none" });

    expect({ code, error }).toEqual({
      code: 1,
      error: "The database at 127.0.0.1:9/none cannot be reached: connect ECONNREFUSED 127.0.0.1:9.\n",
    });
  });

  test("a database that is too old", async () => {
    const old = await oldDatabaseServer("140013");

    const { code, error } = await refusal({ DATABASE_URL: old.url });

    await old.close();
    expect({ code, error: error.replace(/:\d+ is/, " is") }).toEqual({
      code: 1,
      error: "The database at 127.0.0.1 is PostgreSQL 14; Romslig needs 15 or newer.\n",
    });
  });

  test("half a database, which is left as it was", async () => {
    emptyTheFolder();
    mkdirSync(join(folder, "postgres/base"), { recursive: true });

    const { code, error } = await refusal();

    expect({ code, error }).toEqual({
      code: 1,
      error: `The folder ${join(folder, "postgres")} is only half a database; move it away, or restore a backup into it.\n`,
    });
    expect(readdirSync(join(folder, "postgres"))).toEqual(["base"]);
  });

  test("a first start that was cut short leaves nothing that stops the next", async () => {
    emptyTheFolder();
    mkdirSync(join(folder, "postgres.unfinished/base"), { recursive: true });
    writeFileSync(join(folder, "database-password"), "");

    const spawned = await started();

    expect((await fetch(`${spawned.url}/readyz`)).status).toBe(200);
  });

  test("a database of a newer Romslig", async () => {
    const first = await started();
    await query("insert into schema_migrations values ('9999_of_the_future.sql', '', now())");
    await stopped(first);

    const { code, error } = await refusal();

    expect({ code, error }).toEqual({
      code: 1,
      error: "The database was made by a newer Romslig (9999_of_the_future.sql); start that version.\n",
    });
  });

  test("a password file that is not the database's", async () => {
    const first = await started();
    await stopped(first);
    writeFileSync(join(folder, "database-password"), "another");

    const { code, error } = await refusal();

    expect({ code, error }).toEqual({
      code: 1,
      error: "The database does not know the password in the file database-password; put the right file back.\n",
    });
  });
});

describe("One data folder", () => {
  test("is run by one process: the second refuses, and the first goes on unharmed", async () => {
    const first = await started();
    await query("create table kept (line text)");

    const { code, error } = await refusal();

    expect({ code, error }).toEqual({
      code: 1,
      error: `Another Romslig is running on the data folder ${folder}; stop it, or choose another with ROMSLIG_DATA.\n`,
    });
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
    expect(await query("select count(*)::int as count from kept")).toEqual([{ count: 0 }]);
  });

  test("started twice at the same moment is opened once", async () => {
    const both = [await start(), await start()];

    const outcomes = await Promise.all(both.map((one) => Promise.race([one.open.then(() => "open"), one.exited])));

    expect(outcomes.sort()).toEqual([1, "open"]);
  });

  test("keeps its secrets to its owner", async () => {
    await started();

    const open = ["database-password", "secret"].filter((file) => (statSync(join(folder, file)).mode & 0o077) !== 0);
    expect(open).toEqual([]);
    expect(statSync(join(folder, "postgres")).mode & 0o077).toBe(0);
  });

  test("has a database that is reached on loopback only, and with the password only", async () => {
    await started();
    const { port } = serverPid() ?? { port: 0 };
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((address) => address && !address.internal && address.family === "IPv4")?.address;

    const wrong = await new pg.Client({ connectionString: databaseUrl("guess") }).connect().catch((error: { code: string }) => error.code);
    const elsewhere = outside
      ? await new pg.Client({ connectionString: databaseUrl().replace("127.0.0.1", outside), connectionTimeoutMillis: 2_000 })
          .connect()
          .catch((error: { code: string }) => error.code)
      : "ECONNREFUSED";

    expect(port).toBeGreaterThan(0);
    expect(wrong).toBe("28P01");
    expect(elsewhere).toBe("ECONNREFUSED");
  });
});

describe("A process that was killed", () => {
  test("is followed by one that stops the database left behind, and finds what was committed", async () => {
    const first = await started();
    await query("create table kept as select 'a line' as line");
    const left = serverPid();
    first.process.kill("SIGKILL");
    await first.exited;
    expect(isAlive(left?.id ?? 0)).toBe(true);

    const second = await started();

    expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
    expect(await query("select line from kept")).toEqual([{ line: "a line" }]);
    expect(serverPid()?.id).not.toBe(left?.id);
  });

  test("with its database is followed by one that recovers", async () => {
    const first = await started();
    await query("create table kept as select 'a line' as line");
    first.process.kill("SIGKILL");
    process.kill(serverPid()?.id ?? 0, "SIGKILL");
    await first.exited;

    await started();

    expect(await query("select line from kept")).toEqual([{ line: "a line" }]);
  });

  test("whose database's number now belongs to something else does not disturb that", async () => {
    const first = await started();
    await stopped(first);
    const somebody = spawn("sleep", ["100"]);
    const lines = [somebody.pid, join(folder, "postgres"), 0, 1, "", "127.0.0.1", ""];
    writeFileSync(join(folder, "postgres/postmaster.pid"), lines.join("\n"));

    const second = await started();

    expect((await fetch(`${second.url}/readyz`)).status).toBe(200);
    expect(somebody.exitCode).toBeNull();
    somebody.kill();
  });
});

describe("While it runs", () => {
  test("a database that dies is started again, on the same port", async () => {
    const spawned = await started();
    const before = serverPid();

    process.kill(before?.id ?? 0, "SIGKILL");

    await untilItAnswers(`${spawned.url}/readyz`, 503);
    await untilItAnswers(`${spawned.url}/readyz`, 200);
    expect(serverPid()?.port).toBe(before?.port);
    expect(serverPid()?.id).not.toBe(before?.id);
  });

  test("the worker alone answers health, readiness and metrics, and nothing else", async () => {
    const { url } = await started();

    const answers = await Promise.all(["/healthz", "/readyz", "/metrics", "/api/v1/openapi.json", "/nb"].map((path) => fetch(url + path)));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 404, 404]);
    expect(await answers[2]?.text()).toContain("romslig_outbox_waiting 0");
  });

  test("a stop waits for nobody who is idle, closes the database, and ends with 0", async () => {
    const spawned = await started();
    const agent = new Agent({ keepAlive: true });
    const asked = request(`${spawned.url}/healthz`, { agent }).end();
    const [answer] = await once(asked, "response");
    answer.resume();
    await once(answer, "end");

    spawned.process.kill("SIGTERM");

    expect(await spawned.exited).toBe(0);
    expect(serverPid()).toBeUndefined();
    agent.destroy();
  });

  test("a second signal ends it at once", async () => {
    const spawned = await started();

    spawned.process.kill("SIGINT");
    spawned.process.kill("SIGTERM");

    expect([0, 1]).toContain(await spawned.exited);
  });
});

describe.runIf(isRoot)("Started by root", () => {
  test("below a folder closed to others it runs all the same", async () => {
    chmodSync(folder, 0o700);

    const spawned = await started();

    expect((await fetch(`${spawned.url}/readyz`)).status).toBe(200);
  });

  // nobody can start a program that lies where nobody may look
  test.runIf(isOpenToOthers(import.meta.dirname))("and by anybody else it needs no other user", async () => {
    emptyTheFolder();
    const nobody = { uid: 65_534, gid: 65_534 };
    chownSync(folder, nobody.uid, nobody.gid);

    const spawned = await started({ HOME: folder }, nobody);

    expect((await fetch(`${spawned.url}/readyz`)).status).toBe(200);
    expect(statSync(join(folder, "postgres")).uid).toBe(nobody.uid);
  });
});

function isOpenToOthers(place: string): boolean {
  return (statSync(place).mode & 0o001) !== 0 && (dirname(place) === place || isOpenToOthers(dirname(place)));
}

function isAlive(processId: number): boolean {
  return spawnSync("kill", ["-0", String(processId)]).status === 0;
}

async function untilItAnswers(url: string, status: number): Promise<void> {
  for (;;) {
    const answer = await fetch(url);
    if (answer.status === status) return;
  }
}
