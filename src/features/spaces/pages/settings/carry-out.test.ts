import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../../tests/support/network.ts";
import { signedInAs } from "../../../../../tests/support/visitor.ts";
import { createApi } from "../../../../api.ts";
import { client, read } from "../../../../interface/api-client.ts";
import type { Visit } from "../../../../interface/visit.ts";
import { type SignedIn, visitor } from "../../../../platform/access/actor.ts";
import type { SpaceApi } from "../../routes.ts";
import { carryOut } from "./carry-out.ts";
import { namedError } from "./field-names.ts";
import { hoursValues, rowsOf, writtenHours } from "./hours-values.ts";
import { messages } from "./messages.ts";
import type { Api } from "./save-part.ts";
import { linesOfPart, valuesOfPart } from "./sections.ts";
import type { Current, Values } from "./values.ts";

let installation: TestInstallation;
let house: { id: string; slug: string };
let kari: Api;
let ola: Api;

beforeAll(async () => {
  installation = await testInstallation();
});
afterAll(() => installation.close());

let place = 0;
beforeEach(async () => {
  place += 1;
  const network = networkBuilder(installation);
  const space = await network.space(`naustet-${place}`, { name: "Naustet" });
  house = space;
  const manager = async (name: string) =>
    as(signedInAs(await network.person(name, { email: `${name}.${place}@example.test` }), name, { [space.organizationId]: "manager" }));
  kari = await manager("kari");
  ola = await manager("ola");
});

function as(actor: SignedIn): Api {
  const api = createApi(installation, async () => visitor);
  const inside = { actor, language: "nb" as const, requestId: "test", address: "test" };
  return client<SpaceApi>({ api: async (path: string, init?: RequestInit) => api.request(path, init, { inside }) } as Visit);
}

async function seenBy(api: Api): Promise<Current> {
  const param = { id: house.slug };
  return { ...(await read(api.spaces[":id"].settings.$get({ param }))), ...(await read(api.spaces[":id"].$get({ param }))) };
}

// a form as the page makes it from what the manager sees, with what is changed in it
function formOf(part: "facts" | "hours" | "duties", seen: Current, changed: Values): FormData {
  const stored = valuesOfPart[part](seen);
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...stored, part, version: `"${seen.version}"`, was: JSON.stringify(stored), ...changed }))
    form.set(name, value);
  return form;
}

describe("Two managers at once", () => {
  test("in two parts of the page: both changes stand", async () => {
    const seen = await seenBy(ola);

    const first = await carryOut(kari, house.slug, formOf("hours", seen, { "hours-5-0-closes": "15:00" }));
    const second = await carryOut(ola, house.slug, formOf("facts", seen, { desks: "12" }));

    expect([first, second]).toEqual([{ saved: "hours" }, { saved: "facts" }]);
    const after = await seenBy(ola);
    expect(after.desks).toBe(12);
    expect(after.openingHours.at(-1)).toEqual({ weekday: 5, opens: "08:00", closes: "15:00" });
  });

  test("in the same part: the later is told, keeps what was written, and may save it all the same", async () => {
    const seen = await seenBy(ola);
    await carryOut(kari, house.slug, formOf("hours", seen, { "hours-5-0-closes": "15:00" }));

    const late = await carryOut(ola, house.slug, formOf("hours", seen, { "hours-5-0-closes": "16:00" }));

    if (!("theirs" in late) || !late.theirs) throw new Error("The later save was not told");
    const sides = [valuesOfPart.hours(late.theirs), late.values].map((values) => linesOfPart("hours", values, "nb", messages.nb)[4]);
    expect(sides).toEqual([
      { label: "fredag", text: "08:00–15:00" },
      { label: "fredag", text: "08:00–16:00" },
    ]);
    expect(late.theirs.lastChange?.by).toBe("kari");
    expect((await seenBy(ola)).openingHours.at(-1)?.closes).toBe("15:00");
    expect(await carryOut(ola, house.slug, formOf("hours", late.theirs, { "hours-5-0-closes": "16:00" }))).toEqual({ saved: "hours" });
    expect((await seenBy(ola)).openingHours.at(-1)?.closes).toBe("16:00");
  });
});

describe("What is wrong", () => {
  test("stands at its field, is named in the summary, and nothing written is lost", async () => {
    const refused = await carryOut(kari, house.slug, formOf("facts", await seenBy(kari), { name: " ", desks: "mange", latitude: "59,91" }));

    if (!("errors" in refused)) throw new Error("It was saved");
    expect(refused.errors.map((error) => namedError(error, "nb"))).toEqual([
      { field: "facts-name", message: "Navn: Fyll ut dette feltet." },
      { field: "facts-desks", message: "Plasser i alt: Skriv et tall." },
    ]);
    expect(refused.values).toMatchObject({ desks: "mange", latitude: "59,91" });
  });

  test("with one day of the week stands at that day", async () => {
    const seen = await seenBy(kari);
    const half = await carryOut(kari, house.slug, formOf("hours", seen, { "hours-6-0-opens": "10:00", "hours-6-0-closes": "" }));
    const backwards = await carryOut(kari, house.slug, formOf("hours", seen, { "hours-3-0-closes": "07:00" }));

    expect([half, backwards].map((outcome) => ("errors" in outcome ? outcome.errors.map(({ field }) => field) : []))).toEqual([
      ["hours-hours-6-0-closes"],
      ["hours-day-3"],
    ]);
  });

  test("with a line of the checklist stands at that line, though empty lines come before it", async () => {
    const written = { "duty-0.nb": "", "duty-3.nn": "x".repeat(201) };

    const refused = await carryOut(kari, house.slug, formOf("duties", await seenBy(kari), written));

    expect("errors" in refused && refused.errors.map(({ field }) => field)).toEqual(["duties-duty-3-nn"]);
  });
});

describe("The week in a form", () => {
  test("says midnight as clocks do, and leaves out rows nobody filled", () => {
    const hours = [
      { weekday: 5, opens: "08:00", closes: "12:00" },
      { weekday: 5, opens: "18:00", closes: "24:00" },
      { weekday: 6, opens: "00:00", closes: "03:00" },
    ];

    const values = { ...hoursValues(hours), "hours-7-0-opens": "", "hours-7-0-closes": "" };

    expect(values).toMatchObject({ "hours-5-1-closes": "00:00", "hours-6-0-opens": "00:00" });
    expect(writtenHours(values)).toEqual({ openingHours: hours, rows: ["hours-5-0", "hours-5-1", "hours-6-0"] });
  });

  test("gets one more row without saving anything, and keeps what is written", async () => {
    const form = formOf("hours", await seenBy(kari), { "hours-2-0-closes": "20:00", more: "2" });

    const outcome = await carryOut(kari, house.slug, form);

    if (!("oneMore" in outcome)) throw new Error("It was saved");
    expect(rowsOf(outcome.values, 2, outcome.oneMore === 2)).toEqual([
      { name: "hours-2-0", opens: "08:00", closes: "20:00" },
      { name: "hours-2-1", opens: "", closes: "" },
    ]);
    expect(outcome.errors).toEqual([]);
    expect((await seenBy(kari)).version).toBe(1);
  });
});
