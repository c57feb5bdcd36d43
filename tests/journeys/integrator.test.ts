import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../src/platform/database/id.ts";
import type { Site } from "../support/browser.ts";
import { byTheDocument } from "../support/by-the-document.ts";
import { openDemonstration } from "../support/demonstration.ts";

let site: Site;
let call: Awaited<ReturnType<typeof byTheDocument>>;
const keys: Record<string, string> = {};

beforeAll(async () => {
  site = await openDemonstration();
  call = await byTheDocument(site.url);
  for (const role of ["member", "host", "coordinator"]) keys[role] = await keyOf(role);
});
afterAll(() => site.close());

/** Signs in as one of the demonstration and makes a key there, as its first deed. */
async function keyOf(role: string): Promise<string> {
  const signedIn = await fetch(`${site.url}/demo/sign-in?as=${role}`, { redirect: "manual" });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const { body } = await call("POST /api/v1/me/api-keys", {}, { cookie, body: { name: "Planleggeren", scopes: ["read", "write"] } });
  return body.key;
}

/** Somebody else's guest at Blender Collective today, for whom a seat is held. */
async function guestToday() {
  const { body } = await call(
    "GET /api/v1/spaces/{id}/arrivals",
    { id: "blender-collective" },
    { key: keys.host, query: { day: "2026-11-23" } },
  );
  return body.items.find(({ state }: { state: string }) => state === "held");
}

describe("A program that has read nothing but the document", () => {
  test("finds the nearest free seat, takes it once however often it asks, and gives it back", async () => {
    const near = { near: "63.43,10.39", day: "2026-11-25", seats: "1" };
    const found = await call("GET /api/v1/spaces", {}, { query: near });
    const [nearest] = found.body.items;
    const claim = { key: keys.member, headers: { "idempotency-key": "desk-4711" }, body: { day: "2026-11-25" } };

    const first = await call("POST /api/v1/spaces/{id}/day-passes", { id: nearest.slug }, claim);
    const again = await call("POST /api/v1/spaces/{id}/day-passes", { id: nearest.slug }, claim);
    const other = await call("POST /api/v1/spaces/{id}/day-passes", { id: nearest.slug }, { ...claim, body: { day: "2026-11-27" } });
    const pass = await call("GET /api/v1/day-passes/{id}", { id: first.body.id }, { key: keys.member });
    const ended = await call("PUT /api/v1/day-passes/{id}/cancellation", { id: first.body.id }, { key: keys.member });
    const after = await call("GET /api/v1/spaces", {}, { query: near });

    expect(nearest).toMatchObject({ slug: "workwork", town: "Trondheim" });
    expect(first).toMatchObject({ status: 201, body: { state: "held", day: "2026-11-25" } });
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect({ status: other.status, code: other.body.code }).toEqual({ status: 422, code: "request.key_reused" });
    expect(pass.body).toMatchObject({ code: first.body.code, abilities: { cancel: true } });
    expect(ended.body.state).toBe("cancelled");
    expect(after.body.items[0].guestSeatsLeft).toBe(nearest.guestSeatsLeft);
  });

  test("lets a guest in with the host's key, and the member's key may not", async () => {
    const guest = await guestToday();
    const scan = { nonce: newId(), scannedAt: site.installation.now().toString() };

    const refused = await call("PUT /api/v1/day-passes/{id}/check-in", { id: guest?.id ?? "nobody" }, { key: keys.member, body: scan });
    const admitted = await call("PUT /api/v1/day-passes/{id}/check-in", { id: guest?.id ?? "nobody" }, { key: keys.host, body: scan });
    const resent = await call("PUT /api/v1/day-passes/{id}/check-in", { id: guest?.id ?? "nobody" }, { key: keys.host, body: scan });

    expect(refused.status).toBe(404);
    expect(admitted.body).toMatchObject({ state: "checked_in", isDouble: false });
    expect(resent.body).toMatchObject({ state: "checked_in", isDouble: false });
  });

  test("closes the quarter and reads the settlement, which comes to nothing in sum", async () => {
    const quarter = { from: "2026-07-01", to: "2026-10-01" };
    const network = { id: "coworking-norge" };

    const standing = await call("GET /api/v1/networks/{id}/period", network, { key: keys.coordinator, query: quarter });
    const closed = await call("POST /api/v1/networks/{id}/settlements", network, { key: keys.coordinator, body: quarter });
    const twice = await call("POST /api/v1/networks/{id}/settlements", network, { key: keys.coordinator, body: quarter });
    const settlement = await call("GET /api/v1/settlements/{id}", { id: closed.body.id }, { key: keys.coordinator });

    expect(standing.body.totals).toMatchObject({ days: 324, debts: 20 });
    expect(closed).toMatchObject({ status: 201, body: { transfers: standing.body.transfers } });
    expect(twice.body).toEqual(closed.body);
    const sums = settlement.body.positions.map(({ amountOre }: { amountOre: number }) => amountOre);
    expect(sums.reduce((sum: number, ore: number) => sum + ore, 0)).toBe(0);
    expect(sums.some((ore: number) => ore !== 0)).toBe(true);
  });
});
