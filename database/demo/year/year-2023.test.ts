import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { brokenInvariants } from "../../../tests/support/invariants.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { loadDemo } from "../load.ts";

type Value = { value: number | null; values?: { key: string; label: string; value: number | null }[] };

let installation: TestInstallation;

beforeAll(async () => {
  installation = await testInstallation();
  await loadDemo(installation.db, installation.now());
});
afterAll(() => installation.close());

async function figure(id: string, more = ""): Promise<Value> {
  const { id: personId } = await installation.db
    .selectFrom("people")
    .select("id")
    .where("email", "=", "henrik.romsaas@demo.example")
    .executeTakeFirstOrThrow();
  const asked = `/metrics/${id}?organization=kunnskapsbyen-lillestrom&from=2023-01-01&to=2024-01-01${more}`;
  return (await callers(installation).as(personId).ask(`GET ${asked}`)).body as Value;
}

describe("Kunnskapsbyen Lillestrøm in 2023", () => {
  test("all", async () => {
    const out: Record<string, unknown> = {};
    for (const id of [
      "members-start",
      "members-joined",
      "members-new",
      "members-returned",
      "members-left",
      "members-end",
      "members-retention",
      "events-held",
      "events-invited",
      "events-registered",
      "events-checked-in",
      "events-people",
      "events-organizations",
      "events-no-show",
      "events-fill",
      "events-repeat",
      "events-member-reach",
      "programs-companies",
      "programs-running",
      "programs-jobs",
      "programs-jobs-at-most",
      "programs-jobs-created",
      "programs-jobs-lost",
      "programs-intakes",
      "programs-five-years","events-largest","events-festival-people",
      "programs-jobs-inside",
      "members-net",
    ])
      out[id] = (await figure(id)).value;
    for (const borders of ["2023-12-31", "2024-01-01"]) {
      const f = await figure("members-end", `&by=county&borders=${borders}`);
      out[borders] = f.values?.map(({ label, value }) => `${label} ${value}`);
      const g = await figure("events-held", `&by=county&borders=${borders}`);
      out["e" + borders] = g.values?.map(({ label, value }) => `${label} ${value}`);
      const h = await figure("events-held", `&by=municipality&borders=${borders}`);
      out["m" + borders] = h.values?.map(({ label, value }) => `${label} ${value}`);
    }
    console.log(out);
    expect(await brokenInvariants(installation.db)).toEqual([]);
  });
});
