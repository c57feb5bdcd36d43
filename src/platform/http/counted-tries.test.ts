import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { secondInstallation, type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { tidies } from "../tidy.ts";
import { countedTries } from "./counted-tries.ts";

const fiveInAQuarter = { burst: 5, perSecond: 5 / (15 * 60) };

let one: TestInstallation;
let other: TestInstallation;

beforeAll(async () => {
  one = await testInstallation({ ROMSLIG_RATE_LIMITS: "1" });
  other = secondInstallation(one, { ROMSLIG_RATE_LIMITS: "1" });
});
beforeEach(async () => {
  for (const process of [one, other]) process.setClock("2026-11-23T09:00+01:00");
  await one.db.deleteFrom("counted_tries").execute();
});
afterAll(async () => {
  await other.close();
  await one.close();
});

describe("Tries are counted over two processes on one database", () => {
  test("together, also when all come at once", async () => {
    const limits = [one, other].map((process) => countedTries(process, "sign-in.letter", fiveInAQuarter));

    const waits = await Promise.all(Array.from({ length: 24 }, (_, place) => limits[place % 2]?.take("amina@example.test")));

    expect(waits.filter((seconds) => seconds === 0)).toHaveLength(5);
    expect(new Set(waits.filter((seconds) => seconds !== 0))).toEqual(new Set([180]));
  });

  test("and one more comes free for each part of the time that passes, however often one was refused", async () => {
    const [here, there] = [one, other].map((process) => countedTries(process, "sign-in.letter", fiveInAQuarter));
    for (let count = 0; count < 8; count++) await here?.take("amina@example.test");

    for (const process of [one, other]) process.setClock("2026-11-23T09:02:59+01:00");
    const early = await there?.take("amina@example.test");
    for (const process of [one, other]) process.setClock("2026-11-23T09:03+01:00");
    const then = [await there?.take("amina@example.test"), await here?.take("amina@example.test")];

    expect([early, ...then]).toEqual([1, 0, 180]);
  });

  test("each caller and each kind for itself, without a trace of who it was, for as long as it matters", async () => {
    const letters = countedTries(one, "sign-in.letter", fiveInAQuarter);
    for (let count = 0; count < 6; count++) await letters.take("amina@example.test");

    const others = [
      await letters.take("boris@example.test"),
      await countedTries(one, "proof.letter", fiveInAQuarter).take("amina@example.test"),
    ];
    const kept = await one.db.selectFrom("counted_tries").selectAll().execute();
    one.setClock("2026-11-23T09:16+01:00");
    await tidies.run(one, {}, { attempt: 1, signal: new AbortController().signal });

    expect(others).toEqual([0, 0]);
    expect(kept).toHaveLength(3);
    expect(kept.some(({ caller_hash }) => /amina|boris/.test(caller_hash.toString("latin1")))).toBe(false);
    expect(await one.db.selectFrom("counted_tries").selectAll().execute()).toEqual([]);
  });
});

test("five letters to one address are written in a quarter of an hour, whichever process is asked", async () => {
  const doors = [callers(one).nobody, callers(other).nobody];
  const body = { email: "amina@example.test" };

  const answers = await Promise.all(Array.from({ length: 12 }, (_, place) => doors[place % 2]?.post("/sign-in-links", body)));
  const code = await doors[0]?.post("/sign-in-links", body);

  expect(answers.map((answer) => answer?.status).sort()).toEqual([...Array(5).fill(202), ...Array(7).fill(429)]);
  expect(code).toMatchObject({ status: 429, body: { code: "account.too_many_links" } });
  expect(await one.db.selectFrom("letters").select("id").execute()).toHaveLength(5);
});

test("an ordinary request writes nothing down", async () => {
  await callers(one).nobody.get("/spaces");

  expect(await one.db.selectFrom("counted_tries").selectAll().execute()).toEqual([]);
});
