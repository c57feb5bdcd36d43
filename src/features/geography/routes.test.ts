import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { county, municipality } from "./contract.ts";
import { loadGeography } from "./load.ts";
import { geographyRoutes } from "./routes.ts";

let installation: TestInstallation;
beforeAll(async () => {
  installation = await testInstallation();
  await loadGeography(installation.db, installation.now());
});
afterAll(() => installation.close());

async function get(path: string) {
  const response = await geographyRoutes(installation).request(path);
  expect(response.status).toBe(200);
  return (await response.json()) as { items: Record<string, unknown>[]; nextCursor: string | null };
}

test("anyone can look a municipality up, under today's borders unless told otherwise", async () => {
  const today = await get("/municipalities?q=haram");
  const before = await get("/municipalities?q=haram&date=2019-06-01");

  expect(today).toEqual({
    items: [
      {
        number: "1580",
        name: "Haram",
        nameNo: "Haram",
        countyNumber: "15",
        validFrom: "2024-01-01",
        validTo: null,
        label: { latitude: 62.57105, longitude: 6.3585 },
      },
    ],
    nextCursor: null,
  });
  expect(before.items.map(({ number, label }) => ({ number, label }))).toEqual([{ number: "1534", label: null }]);
});

test("today is the day it is in Norway", async () => {
  installation.setClock("2023-12-31T23:30:00Z");

  const found = await get("/municipalities?q=haram");

  expect(found.items.map(({ number }) => number)).toEqual(["1580"]);
  installation.setClock("2026-11-23T09:00:00+01:00");
});

test("all municipalities come page by page, each once, as the contract says", async () => {
  const seen: Record<string, unknown>[] = [];
  let cursor: string | null = null;
  do {
    const found = await get(`/municipalities?limit=100${cursor === null ? "" : `&cursor=${cursor}`}`);
    seen.push(...found.items);
    cursor = found.nextCursor;
  } while (cursor !== null);

  expect(new Set(seen.map(({ number }) => number)).size).toBe(357);
  expect(seen.length).toBe(357);
  for (const item of seen) expect(municipality.strict().safeParse(item).success).toBe(true);
});

test("the counties of a day come on one page, as the contract says", async () => {
  const found = await get("/counties?date=2021-05-17");

  expect(found.items.length).toBe(11);
  expect(found.nextCursor).toBeNull();
  for (const item of found.items) expect(county.strict().safeParse(item).success).toBe(true);
});

test.each(["/municipalities?date=2012-12-31", "/counties?date=2004-01-01"])(
  "a day before the records begin is refused: %s",
  async (path) => {
    const answer = await callers(installation).nobody.ask(`GET ${path}`);

    expect(answer).toMatchObject({
      status: 400,
      body: { errors: [{ field: "date", message: "Velg 1. januar 2013 eller senere." }] },
    });
  },
);
