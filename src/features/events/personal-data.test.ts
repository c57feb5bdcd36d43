import { afterEach, beforeEach, expect, test } from "vitest";
import { eventBuilder } from "../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { brokenInvariants } from "../../../tests/support/invariants.ts";
import { doWhatIsDue } from "../../../tests/support/jobs.ts";
import { newId } from "../../platform/database/id.ts";

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

const email = "zaynab.haakonsen@example.test";

test("one's data tells what one has registered for, and the tickets others gave one", async () => {
  const { register } = await build.held({ size: 3 });
  const zaynab = await build.network.person("Zaynab Håkonsen", { email });
  const [bo = ""] = await build.people(["Bo Lind"]);
  await register(zaynab);
  const { body } = await register(bo, { quantity: 2 });
  await build.visitors.as(bo).put(`/tickets/${body.tickets[1]?.id}/holder`, { name: "Zaynab H.", email });

  const { body: data } = await build.visitors.as(zaynab).get("/me/data");

  const parts = new Map((data.parts as { name: string; rows: object[] }[]).map(({ name, rows }) => [name, rows]));
  expect(parts.get("registrations")).toMatchObject([
    { event: "Eiendomsfrokost", quantity: 1, state: "confirmed", tickets: "Zaynab Håkonsen" },
  ]);
  expect(parts.get("tickets")).toMatchObject([{ event: "Eiendomsfrokost", name: "Zaynab H.", checkedInAt: null }]);
});

test("who is erased leaves no name and no address, the place ahead goes to who waits, and who came stays counted", async () => {
  const past = await build.held({ size: 3 });
  const zaynab = await build.network.person("Zaynab Håkonsen", { email });
  const [bo = "", cy = ""] = await build.people(["Bo Lind", "Cy Eng"]);
  const came = (await past.register(zaynab)).body;
  const given = (await past.register(bo, { quantity: 2 })).body;
  await build.visitors.as(bo).put(`/tickets/${given.tickets[1]?.id}/holder`, { name: "Zaynab H.", email });
  const { body: ahead } = await build.visitors.as(past.marte).post("/events", {
    title: { nb: "Julebord" },
    organization: "naustet",
    startsAt: "2026-12-12T18:00:00+01:00",
    endsAt: "2026-12-12T23:00:00+01:00",
    quotas: [{ name: "Salen", size: 1 }],
    ticketTypes: [{ name: "Plass", quotas: ["Salen"] }],
  });
  const joining = { ticketTypeId: ahead.ticketTypes[0]?.id };
  await build.visitors.as(zaynab).post(`/events/${ahead.id}/registrations`, joining);
  const waiting = (await build.visitors.as(cy).post(`/events/${ahead.id}/registrations`, joining)).body;
  installation.setClock("2026-12-03T07:00:00Z");
  const door = build.visitors.as(past.marte);
  const scan = { nonce: newId(), scannedAt: "2026-12-03T07:00:00Z" };
  await door.put(`/tickets/${came.tickets[0]?.id}/check-in`, scan);
  await door.put(`/tickets/${given.tickets[0]?.id}/check-in`, { ...scan, nonce: newId() });
  await door.put(`/tickets/${given.tickets[0]?.id}/check-in/undoing`, { nonce: newId(), reason: "Det var Zaynab Håkonsen" });
  await doWhatIsDue(installation);
  installation.setClock("2026-12-04T12:00:00Z");

  await build.visitors.as(zaynab).post("/me/erasure", { email });
  await doWhatIsDue(installation);

  const everything = await Promise.all(
    (["tickets", "ticket_scans", "registrations", "letters", "event_invitations"] as const).map((table) =>
      installation.db.selectFrom(table).selectAll().execute(),
    ),
  );
  expect(JSON.stringify(everything)).not.toMatch(/zaynab/i);
  expect((await past.stateOf(cy, waiting.id)).state).toBe("held");
  expect((await door.get(`/events/${past.event.id}/counts`)).body).toMatchObject({ registered: 3, checkedIn: 1, noShows: 2 });
});
