import { afterEach, beforeEach, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../../tests/support/jobs.ts";
import { newId } from "../../../platform/database/id.ts";

let installation: TestInstallation;

beforeEach(async () => {
  installation = await testInstallation();
});
afterEach(() => installation.close());

const adas = "ada@example.test";

/** Ada was let in at a breakfast, where Bo stayed away, and at one for the invited; Bo was let in with Ada's second ticket. */
async function aYear() {
  const build = eventBuilder(installation);
  const { network, visitors } = build;
  const { event, register, marte } = await build.held({ size: 9 });
  const ada = await network.person("Ada Berg", { email: adas });
  const bo = await network.person("Bo Lind");
  const own = (await register(ada, { quantity: 2 })).body;
  await visitors.as(ada).put(`/tickets/${own.tickets[1]?.id}/holder`, { name: "Bo Lind" });
  await register(bo);
  installation.setClock("2026-12-03T07:00:00Z");
  const letIn = (ticket: string | undefined) =>
    visitors.as(marte).put(`/tickets/${ticket}/check-in`, { nonce: newId(), scannedAt: "2026-12-03T07:00:00Z" });
  return { network, visitors, event, ada, bo, own, letIn };
}

test("one's own year has what one did oneself: a ticket a colleague came on is the colleague's", async () => {
  const { visitors, event, ada, bo, own, letIn } = await aYear();

  await letIn(own.tickets[1]?.id);
  const withoutHer = (await visitors.as(ada).get("/me/years/2026")).body;
  await letIn(own.tickets[0]?.id);
  const withHer = (await visitors.as(ada).get("/me/years/2026")).body;

  expect([withoutHer.events, withoutHer.sharing]).toEqual([[], null]);
  expect(withHer.events).toEqual([{ slug: event.slug, titles: { nb: "Eiendomsfrokost", en: "Property breakfast" }, day: "2026-12-03" }]);
  expect((await visitors.as(ada).get("/me/years/2025")).body.events).toEqual([]);
  expect((await visitors.as(bo).get("/me/years/2026")).body.events).toEqual([]);
});

test("it is shown at an address only by one's own choice, which can be taken back, and names no event that is not for all", async () => {
  const { visitors, event, ada, bo, own, letIn } = await aYear();
  await letIn(own.tickets[0]?.id);

  const { secret = "" } = (await visitors.as(ada).put("/me/years/2026/sharing")).body.sharing ?? {};
  const again = (await visitors.as(ada).put("/me/years/2026/sharing")).body.sharing?.secret;
  const shown = await visitors.nobody.get(`/shared-years/${secret}`);
  await installation.db.updateTable("events").set({ audience: "invited" }).where("id", "=", event.id).execute();
  const closed = await visitors.nobody.get(`/shared-years/${secret}`);
  await visitors.as(bo).delete("/me/years/2026/sharing");
  const stillThere = await visitors.nobody.get(`/shared-years/${secret}`);
  await visitors.as(ada).delete("/me/years/2026/sharing");
  const gone = await visitors.nobody.get(`/shared-years/${secret}`);
  const anew = (await visitors.as(ada).put("/me/years/2026/sharing")).body.sharing?.secret;

  expect([again, shown.status, stillThere.status, gone.status, anew === secret]).toEqual([secret, 200, 200, 404, false]);
  expect(shown.body).toMatchObject({ year: 2026, name: "Ada Berg", guestDays: 0, spaces: [], eventsAttended: 1 });
  expect(shown.body.events.map(({ slug }) => slug)).toEqual([event.slug]);
  expect(closed.body).toMatchObject({ events: [], eventsAttended: 1 });
});

test("who is erased is shown no more", async () => {
  const { visitors, ada } = await aYear();
  const { secret = "" } = (await visitors.as(ada).put("/me/years/2026/sharing")).body.sharing ?? {};

  await visitors.as(ada).post("/me/erasure", { email: adas });
  await doWhatIsDue(installation);

  expect((await visitors.nobody.get(`/shared-years/${secret}`)).status).toBe(404);
});
