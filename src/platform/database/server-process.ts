import type { ChildProcess } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { sqlState } from "./constraint-name.ts";
import type { EmbeddedProgram } from "./embedded-program.ts";
import { StartFailure } from "./start-failure.ts";

/** A server that was launched: its process, what ended it when it has, and the last it said. */
export type Launched = { process: ChildProcess; exited: Promise<string>; log: string[] };

/** Launches the server on a port of loopback. Whether it gets as far as to answer is another matter. */
export function launch(program: EmbeddedProgram, data: string, port: number): Launched {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    // an empty place costs next to nothing, and two rushes of the tests meet at 120
    max_connections: 240,
    shared_buffers: "96MB",
    jit: "off",
    // disks that seek are gone; at the default a plan kept from when a table was small reads it from end to end for long
    random_page_cost: "1.1",
    lc_messages: "C",
    log_min_messages: "warning",
    max_wal_size: "2GB",
    // after a crash the whole disk is told to write at once; file by file it takes seconds
    ...(process.platform === "linux" && { recovery_init_sync_method: "syncfs" }),
  };
  const args = ["-D", data, "-p", String(port), ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  const child = program.postgres(args);
  const log: string[] = [];
  child.stderr?.on("data", (bytes: Buffer) => {
    log.push(bytes.toString());
    if (log.length > 50) log.shift();
  });
  const exited = new Promise<string>((done) => {
    child.once("close", (code, signal) => done(signal ? `ended by ${signal}` : `ended with ${code}`));
    child.once("error", (error) => {
      log.push(error.message);
      done(error.message);
    });
  });
  return { process: child, exited, log };
}

/** Waits until the server answers and our database is there. @returns why the server ended instead */
export async function readyOrRefused(launched: Launched, url: string): Promise<string | undefined> {
  let hasEnded = false;
  void launched.exited.then(() => {
    hasEnded = true;
  });
  while (!hasEnded) {
    const client = new pg.Client({ connectionString: url.replace(/\/romslig$/, "/postgres"), connectionTimeoutMillis: 5_000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      const found = await client.query("select 1 from pg_database where datname = 'romslig'");
      if (found.rowCount === 0) await client.query("create database romslig");
      return undefined;
    } catch (error) {
      if (sqlState(error) === "28P01") {
        launched.process.kill("SIGINT");
        await launched.exited;
        throw new StartFailure("The database does not know the password in the file database-password; put the right file back", {
          cause: error,
        });
      }
      await wait(25);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return fatalLine(launched.log.join(""));
}

// what it died of, rather than the hint that follows
function fatalLine(text: string): string {
  const lines = text.trim().split("\n");
  const last = lines.findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? lines.at(-1) ?? "";
  return last.replace(/^.*?(?:FATAL|PANIC|ERROR):\s*/, "");
}
