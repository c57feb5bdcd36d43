import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { bookingSubscriptions } from "./index.ts";

let installation: TestInstallation;

beforeAll(async () => {
  installation = await testInstallation();
});
afterAll(() => installation.close());

const day = (date: string) => ({ startsAt: `${date}T10:00:00+01:00`, endsAt: `${date}T11:00:00+01:00` });

/** A room at 300 kroner an hour, booked by Amina on the plan of her company, which pays for her in November only. */
async function coveredBooking(slug: string) {
  const network = networkBuilder(installation);
  const space = await network.space(slug);
  const room = await network.resource(space, "Fjorden");
  await installation.db
    .insertInto("resource_prices")
    .values({ resource_id: room, audience: "members", unit: "hour", amount_ore: 30_000 })
    .execute();
  const amina = await network.person("Amina Larsen", { email: `amina.${slug}@example.test` });
  const mari = await network.person("Mari", { email: `mari.${slug}@example.test` });
  const lars = await network.person("Lars Leder", { email: `lars.${slug}@example.test` });
  await network.membership(space.organizationId, { personId: amina });
  await network.position(mari, space.organizationId, "host");
  const company = await network.organization(`nordlys-${slug}`, { name: "Nordlys AS", kinds: ["company"] });
  await network.position(lars, company, "manager");
  const planId = await network.plan(space, "Lag");
  await network.subscription(space, planId, { organizationId: company, people: [amina] }, "[2026-11-01,2026-12-01)");
  const { as } = callers(installation);
  const { body } = await as(amina).post(`/resources/${room}/bookings`, day("2026-11-24"));
  const letters = () =>
    installation.db.selectFrom("letters").select(["subject", "body_text"]).where("recipient", "=", `amina.${slug}@example.test`).execute();
  return { id: body.id, booked: body, amina: as(amina), mari: as(mari), lars: as(lars), letters };
}

test("a booking that is moved to a day the company's plan does not cover is paid by whoever has it", async () => {
  const { id, booked, amina } = await coveredBooking("own");

  const within = await amina.patch(`/bookings/${id}`, day("2026-11-25"));
  const beyond = await amina.patch(`/bookings/${id}`, day("2026-12-02"));
  const back = await amina.patch(`/bookings/${id}`, day("2026-11-25"));

  const payers = [booked, within.body, beyond.body, back.body].map(({ organization, priceOre }) => [organization?.name ?? null, priceOre]);
  expect(payers).toEqual([
    ["Nordlys AS", 0],
    ["Nordlys AS", 0],
    [null, 30_000],
    ["Nordlys AS", 0],
  ]);
});

test("whoever becomes the payer because the house moved their time is told; one who moved it themselves has read it", async () => {
  const [own, moved] = [await coveredBooking("told-own"), await coveredBooking("told-other")];

  await own.amina.patch(`/bookings/${own.id}`, day("2026-12-02"));
  await moved.mari.patch(`/bookings/${moved.id}`, day("2026-12-02"));
  await doWhatIsDue(installation, { subscriptions: bookingSubscriptions });

  const [letter] = await moved.letters();
  expect([(await own.letters()).length, letter?.subject]).toEqual([0, "Fjorden er flyttet til onsdag 2. desember kl. 10:00"]);
  expect(letter?.body_text).toContain("Planen til Nordlys AS dekker den ikke da. Du betaler 300\u00a0kr, når tida er over.");
});

test("what a manager of the company moves or gives back is told in their name, not the house's", async () => {
  const { id, lars, letters } = await coveredBooking("by-company");

  await lars.patch(`/bookings/${id}`, day("2026-11-25"));
  await lars.put(`/bookings/${id}/cancellation`, { reason: "Vi er i Bergen" });
  await doWhatIsDue(installation, { subscriptions: bookingSubscriptions });

  const told = (await letters()).map(({ body_text }) => body_text);
  expect(told.filter((text) => text.includes("er flyttet av Lars Leder til"))).toHaveLength(1);
  expect(
    told.filter((text) => text.includes("er avlyst av Lars Leder.") && text.includes("Lars Leder skriver: Vi er i Bergen")),
  ).toHaveLength(1);
  expect(told.join()).not.toMatch(/huset|Du betaler ikke/i);
});
