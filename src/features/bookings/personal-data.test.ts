import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { newId } from "../../platform/database/id.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let people = 0;

beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
});
beforeEach(() => installation.setClock("2026-11-23T09:00:00+01:00"));
afterAll(() => installation.close());

/** A house with a room, whose member Zaynab has booked yesterday and tomorrow, and a laser she may use. */
async function houseOfZaynab(name = "Zaynab Håkonsen") {
  people += 1;
  const space = await network.space(`hus-${people}`, { name: "Elva" });
  const email = `zaynab.${people}@example.test`;
  const zaynab = await network.person(name, { email });
  const bo = await network.person("Bo Lind", { email: `bo.${people}@example.test` });
  for (const personId of [zaynab, bo]) await network.membership(space.organizationId, { personId });
  await network.position(bo, space.organizationId, "host");
  const room = await network.resource(space, "Fjorden");
  const { as } = callers(installation);
  installation.setClock("2026-11-19T09:00:00+01:00");
  await as(zaynab).post(`/resources/${room}/bookings`, {
    startsAt: "2026-11-20T10:00:00+01:00",
    endsAt: "2026-11-20T11:00:00+01:00",
    title: "Samtale om lån",
    note: "Ring meg",
    people: 2,
  });
  installation.setClock("2026-11-23T09:00:00+01:00");
  await as(zaynab).post(`/resources/${room}/bookings`, {
    startsAt: "2026-11-24T10:00:00+01:00",
    endsAt: "2026-11-24T11:00:00+01:00",
    title: "Mer om lån",
  });
  const byBo = await as(bo).post(`/resources/${room}/bookings`, {
    startsAt: "2026-11-24T12:00:00+01:00",
    endsAt: "2026-11-24T13:00:00+01:00",
    title: `Møte med ${name}`,
    note: `Skriv til ${email}`,
  });
  await as(bo).put(`/bookings/${byBo.body.id}/cancellation`, { reason: `${name} (${email}) ringte` });
  const certification = newId();
  const at = installation.now();
  await installation.db
    .insertInto("certifications")
    .values({ id: certification, organization_id: space.organizationId, names: JSON.stringify({ nb: "Laser" }), created_at: at })
    .execute();
  const given = { certification_id: certification, person_id: zaynab, level: 1, granted_at: at };
  await installation.db
    .insertInto("certificates")
    .values({ ...given, id: newId(), during: "[2026-01-01,2027-01-01)", reason: "Flink med laser" })
    .execute();
  return { space, room, email, zaynab, as: as(zaynab), bo: as(bo) };
}

test("shows one's own bookings, certificates and the reasons that give one's address, and no one else's", async () => {
  const { as, bo, email } = await houseOfZaynab();

  const own = (await as.get("/me/data")).body.parts;
  const others = (await bo.get("/me/data")).body.parts;

  const rows = (parts: typeof own, name: string) => parts.find((part: { name: string }) => part.name === name)?.rows;
  expect(rows(own, "bookings")).toMatchObject([
    { space: "Elva", resource: "Fjorden", state: "confirmed", title: "Samtale om lån", note: "Ring meg", people: 2 },
    { title: "Mer om lån", startsAt: "2026-11-24T09:00:00Z", endsAt: "2026-11-24T10:00:00Z" },
  ]);
  expect(rows(own, "bookingReasons")).toEqual([{ text: `Zaynab Håkonsen (${email}) ringte` }]);
  expect(rows(own, "certificates")).toMatchObject([
    { certification: { nb: "Laser" }, level: 1, from: "2026-01-01", to: "2027-01-01", reason: "Flink med laser" },
  ]);
  expect(rows(others, "bookings")).toMatchObject([{ state: "cancelled", title: "Møte med Zaynab Håkonsen" }]);
  expect([rows(others, "bookingReasons"), rows(others, "certificates")]).toEqual([[], []]);
});

test("erases title, note and name, gives the time ahead back, and keeps that the time was used", async () => {
  const { as, bo, email, zaynab, room } = await houseOfZaynab("Zaynab Brekke");

  const erased = await as.post("/me/erasure", { email });
  await doWhatIsDue(installation);

  expect(erased.status).toBe(200);
  const { db } = installation;
  const left = await db
    .selectFrom("bookings")
    .select(["state", "title", "note"])
    .where("resource_id", "=", room)
    .orderBy("starts_at")
    .execute();
  expect(left).toEqual([
    { state: "confirmed", title: null, note: null },
    { state: "cancelled", title: null, note: null },
    { state: "cancelled", title: "Møte med —", note: "Skriv til —" },
  ]);
  const reasons = await db.selectFrom("booking_changes").select("reason").where("reason", "like", "%ringte").execute();
  expect(reasons).toContainEqual({ reason: "— (—) ringte" });
  expect(JSON.stringify(reasons)).not.toContain(email);
  const certificates = await db.selectFrom("certificates").select(["during", "reason"]).where("person_id", "=", zaynab).execute();
  expect(certificates).toEqual([{ during: "[2026-01-01,2026-11-23)", reason: null }]);
  const taken = await bo.post(`/resources/${room}/bookings`, {
    startsAt: "2026-11-24T10:00:00+01:00",
    endsAt: "2026-11-24T11:00:00+01:00",
  });
  expect(taken.status).toBe(201);
});
