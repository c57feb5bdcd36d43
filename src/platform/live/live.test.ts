import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { eventStream } from "./event-stream.ts";
import { createLive } from "./live.ts";
import { publish } from "./publish.ts";

let installation: TestInstallation;

beforeEach(async () => {
  installation = await testInstallation();
});

afterEach(async () => {
  await installation.close();
});

describe("Who follows a channel", () => {
  test("is told when the transaction commits, of that channel only", async () => {
    const following = installation.live.subscribe("space:fjorden");
    await following.next();

    await installation.db.transaction().execute(async (tx) => {
      await publish(tx, "space:marka", { passId: "p1" });
      await publish(tx, "space:fjorden", { passId: "p2" });
    });

    expect(await following.next()).toEqual({ done: false, value: { kind: "message", payload: { passId: "p2" } } });
  });

  test("is told nothing of what was undone", async () => {
    const following = installation.live.subscribe("space:fjorden");
    await following.next();

    await installation.db
      .transaction()
      .execute(async (tx) => {
        await publish(tx, "space:fjorden", { passId: "p1" });
        throw new Error("the rule says no");
      })
      .catch(() => undefined);
    await publish(installation.db, "space:fjorden", { passId: "p2" });

    expect(await following.next()).toEqual({ done: false, value: { kind: "message", payload: { passId: "p2" } } });
  });

  test("in another process is told too", async () => {
    const other = createLive(installation.databaseUrl, installation.log);
    const following = other.subscribe("space:fjorden");
    await following.next();

    await publish(installation.db, "space:fjorden", { passId: "p1" });

    expect(await following.next()).toEqual({ done: false, value: { kind: "message", payload: { passId: "p1" } } });
    await other.close();
  });

  test("is told to look again when the connection was lost and is back, and then goes on", async () => {
    const following = installation.live.subscribe("space:fjorden");
    await following.next();

    await sql`select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen%' and datname = current_database()`.execute(
      installation.db,
    );
    const back = await following.next();
    await publish(installation.db, "space:fjorden", { passId: "p1" });

    expect(back).toEqual({ done: false, value: { kind: "missed" } });
    expect(await following.next()).toEqual({ done: false, value: { kind: "message", payload: { passId: "p1" } } });
  });

  test("beyond the limit of the process is refused with when to come back", async () => {
    const small = createLive(installation.databaseUrl, installation.log, 1);
    small.subscribe("space:fjorden");

    expect(() => small.subscribe("space:marka")).toThrow(expect.objectContaining({ code: "live.too_many", details: { seconds: 30 } }));
    await small.close();
  });
});

test("a stream of events opens, tells what changed, and ends when the process stops", async () => {
  const response = eventStream(installation.live, "space:fjorden", new AbortController().signal);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const opened = await reader?.read();
  const listening = await reader?.read();

  await publish(installation.db, "space:fjorden", { passId: "p1" });
  const told = await reader?.read();
  await installation.live.close();
  const ended = await reader?.read();

  expect(response.headers.get("content-type")).toBe("text/event-stream");
  expect(opened?.value).toBe("retry: 3000\nevent: open\ndata: {}\n\n");
  expect(listening?.value).toBe("event: missed\ndata: {}\n\n");
  expect(told?.value).toBe('event: change\ndata: {"passId":"p1"}\n\n');
  expect(ended).toEqual({ done: true, value: undefined });
});

test("a stream whose reader has gone is forgotten", async () => {
  const response = eventStream(installation.live, "space:fjorden", new AbortController().signal);

  await response.body?.cancel();

  expect(installation.live.followers).toBe(0);
});
