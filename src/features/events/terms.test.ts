import { afterEach, beforeEach, expect, test } from "vitest";
import { eventBuilder } from "../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { brokenInvariants } from "../../../tests/support/invariants.ts";

let installation: TestInstallation;
let build: ReturnType<typeof eventBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = eventBuilder(installation);
});
afterEach(async () => {
  expect(await brokenInvariants(installation.db)).toEqual([]);
  await installation.close();
});

/** A breakfast for 800 kroner without VAT, given back for free until three days before, half the price after. */
async function priced() {
  const held = await build.held({
    size: 5,
    type: { priceOre: 80_000, memberPriceOre: 40_000 },
    event: { freeCancelDays: 3, lateCancelPercent: 50 },
  });
  await installation.db
    .insertInto("register_entries")
    .values({
      organization_id: held.house.organizationId,
      ...{ organization_number: "914778271", status: "active", source: "Enhetsregisteret", address: "null", answer: "{}" },
      ...{ vat_registered: true, fetched_at: installation.now() },
    })
    .execute();
  const charges = () =>
    installation.db
      .selectFrom("event_charges")
      .select(["kind", "amount_ore", "vat_percent"])
      .orderBy("written_at")
      .orderBy("kind", "desc")
      .execute();
  return { ...held, charges };
}

test("persons are told what they pay in all, with VAT", async () => {
  const { event, register } = await priced();
  const [ada = ""] = await build.people(["Ada Berg"]);

  const registered = await register(ada, { quantity: 2 });

  const { body } = await build.visitors.nobody.get(`/events/${event.id}`);
  expect([body.vatPercent, body.ticketTypes[0]?.priceWithVatOre, body.ticketTypes[0]?.memberPriceWithVatOre]).toEqual([
    25, 100_000, 50_000,
  ]);
  expect([registered.body.priceOre, registered.body.priceWithVatOre]).toEqual([160_000, 200_000]);
});

test("a place given back in time is owed no longer, and a late one costs its share in the same act", async () => {
  const { event, register, stateOf, charges } = await priced();
  const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
  const [{ body: early }, { body: late }] = [await register(ada), await register(bo)];
  const cancel = (person: string, id: string) => build.visitors.as(person).put(`/registrations/${id}/cancellation`);

  installation.setClock("2026-11-30T06:59:59Z");
  const costsNothing = (await stateOf(ada, early.id)).lateCancelOre;
  await cancel(ada, early.id);
  installation.setClock("2026-11-30T07:00:00Z");
  const costs = (await stateOf(bo, late.id)).lateCancelOre;
  await cancel(bo, late.id);
  await cancel(bo, late.id);

  expect((await build.visitors.nobody.get(`/events/${event.id}`)).body.cancelTerms).toEqual({
    freeUntil: "2026-11-30T07:00:00Z",
    latePercent: 50,
  });
  expect([costsNothing, costs]).toEqual([0, 50_000]);
  const entry = (kind: string, amount_ore: number) => ({ kind, amount_ore, vat_percent: 25 });
  expect(await charges()).toEqual([
    entry("registration", 80_000),
    entry("registration", 80_000),
    entry("reversal", -80_000),
    entry("reversal", -80_000),
    entry("late_cancel", 40_000),
  ]);
});

test("whoever runs the event takes a place back late without a fee, and nothing is owed when it is called off", async () => {
  const { event, register, marte, charges } = await priced();
  const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
  const [{ body: one }] = [await register(ada), await register(bo)];

  installation.setClock("2026-12-02T12:00:00Z");
  await build.visitors.as(marte).put(`/registrations/${one.id}/cancellation`);
  await build.visitors.as(marte).put(`/events/${event.id}/cancellation`, { reason: "Storm" });

  expect((await charges()).reduce((sum, { amount_ore }) => sum + amount_ore, 0)).toBe(0);
});
