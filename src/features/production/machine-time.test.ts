import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { productionSubscriptions } from "./index.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let labs = 0;

beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
});
beforeEach(() => installation.setClock("2026-11-23T09:00:00+01:00"));
afterAll(() => installation.close());

const tomorrow = { startsAt: "2026-11-24T10:00:00+01:00", endsAt: "2026-11-24T11:00:00+01:00" };
const later = { startsAt: "2026-11-24T12:00:00+01:00", endsAt: "2026-11-24T13:00:00+01:00" };

/** A lab that has been asked to make something; Vera is at its desk and has ten machine hours a month of a plan of her own. */
async function asked(machineGiven: object = {}) {
  labs += 1;
  const space = await network.space(`verksted-${labs}`, { name: "Verkstedet" });
  const [kari, vera, sven] = [
    await network.person("Kari Kunde", { email: `kari.${labs}@example.test` }),
    await network.person("Vera Vert", { email: `vera.${labs}@example.test` }),
    await network.person("Sven Verksted", { email: `sven.${labs}@example.test` }),
  ];
  await network.position(vera, space.organizationId, "manager");
  await network.position(sven, space.organizationId, "host");
  const plan = await network.plan(space, "Verksted", { included_machine_minutes: 600 });
  await network.membership(space.organizationId, { personId: vera });
  await network.subscription(space, plan, { personId: vera });
  const machine = await network.resource(space, "Laseren", { kind: "machine", booked_by: "everyone", ...machineGiven });
  const { as } = callers(installation);
  const { id } = (await as(kari).post("/production-orders", { space: space.slug, title: "Skilt til døra" })).body;
  await as(kari).put(`/production-orders/${id}/state`, { state: "asked" });
  const bookTime = (by: ReturnType<typeof as>, time: object = tomorrow) =>
    by.post(`/production-orders/${id}/machine-times`, { resourceId: machine, ...time });
  return { space, machine, id, ids: { vera }, kari: as(kari), vera: as(vera), sven: as(sven), bookTime };
}

test("time of a machine for an order is the house's: nobody's allowance is drawn on, and nobody's bookings hold it", async () => {
  const { space, vera, kari, bookTime } = await asked();

  const { body } = await bookTime(vera);

  const bookingId = body.lines[0]?.machineTime?.bookingId;
  const booked = (await vera.get(`/bookings/${bookingId}`)).body;
  expect([booked.kind, booked.personId, booked.holder, booked.title, booked.priceOre]).toEqual([
    "order",
    null,
    "Verkstedet",
    "Skilt til døra",
    0,
  ]);
  expect((await kari.get(`/bookings/${bookingId}`)).body).toMatchObject({ title: null, holder: null });
  expect((await vera.get("/me/bookings")).body.items).toEqual([]);
  const entries = await installation.db.selectFrom("entitlement_entries").select("kind").where("space_id", "=", space.id).execute();
  expect(entries.map(({ kind }) => kind).filter((kind) => kind !== "granted")).toEqual([]);
});

test("the rules and the certificate of whoever does the work hold, when it is booked and when it is moved", async () => {
  const { space, vera, sven, id, bookTime, ids, machine } = await asked();
  const course = (await vera.post(`/organizations/${space.slug}/certifications`, { names: { nb: "Laser" } })).body.id;
  const ask = { certification_id: course, certification_level: 1 };
  await installation.db.updateTable("resources").set(ask).where("id", "=", machine).execute();
  await vera.post(`/certifications/${course}/certificates`, { personId: ids.vera });

  const without = await bookTime(sven);
  const held = await bookTime(vera);
  const bookingId = held.body.lines[0]?.machineTime?.bookingId;
  const movedWithout = await sven.patch(`/bookings/${bookingId}`, later);
  const moved = await vera.patch(`/bookings/${bookingId}`, later);
  const atNight = await bookTime(vera, { startsAt: "2026-11-24T03:00:00+01:00", endsAt: "2026-11-24T04:00:00+01:00" });

  expect([without.body.code, held.status, movedWithout.body.code, moved.status, atNight.body.code]).toEqual([
    "booking.needs_certification",
    201,
    "booking.needs_certification",
    200,
    "booking.closed",
  ]);
  expect((await vera.get(`/production-orders/${id}`)).body.lines).toHaveLength(1);
});

test("whoever was to do the work is told when another at the desk cancels the time", async () => {
  const { vera, sven, bookTime } = await asked();
  const bookingId = (await bookTime(vera)).body.lines[0]?.machineTime?.bookingId;

  const { status } = await sven.put(`/bookings/${bookingId}/cancellation`, { reason: "Linsa er ripet" });
  await doWhatIsDue(installation, { subscriptions: productionSubscriptions });

  const letters = installation.db
    .selectFrom("letters")
    .select(["subject", "body_text"])
    .where("recipient", "=", `vera.${labs}@example.test`);
  const [letter] = await letters.where("letter_key", "like", "production.machine-time%").execute();
  expect([status, letter?.subject]).toEqual([200, "Laseren til «Skilt til døra» er avlyst"]);
  expect(letter?.body_text).toContain("Grunn: Linsa er ripet");
});
