import { afterEach, beforeEach, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../../tests/support/jobs.ts";

let installation: TestInstallation;
let build: ReturnType<typeof eventBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = eventBuilder(installation);
});
afterEach(() => installation.close());

/** A breakfast for those Marte invites. */
async function forTheInvited(given: { event?: object } = {}) {
  const held = await build.held({ size: 5, event: { audience: "invited", ...given.event } });
  const as = (person: string) => build.visitors.as(person);
  const invite = (body: object, by = held.marte) => as(by).post(`/events/${held.event.id}/invitations`, body);
  const read = async (person: string | undefined) => (await build.visitors.as(person).get(`/events/${held.event.id}`)).status;
  const list = async () => (await as(held.marte).get(`/events/${held.event.id}/invitations`)).body;
  const letters = async () => {
    await doWhatIsDue(installation);
    return installation.db
      .selectFrom("letters")
      .select(["recipient", "subject"])
      .where("letter_key", "like", "event.invitation/%")
      .orderBy("recipient")
      .execute();
  };
  return { ...held, as, invite, read, list, letters };
}

test("an event for the invited is read by them and by those who run it, and by nobody else who knows its address", async () => {
  const { marte, invite, read, register, event } = await forTheInvited();
  const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);

  await invite({ people: [{ email: "ada.berg@example.test" }] });

  expect([await read(ada), await read(marte), await read(bo), await read(undefined)]).toEqual([200, 200, 404, 404]);
  expect([(await register(ada)).status, (await register(bo)).status]).toEqual([201, 404]);
  expect((await build.visitors.as(ada).get(`/events/${event.id}`)).body.invitation).toEqual({ declinedAt: null });
});

test("who is invited is written to once, by address, by member list and by an earlier event, however often", async () => {
  const { house, marte, event, invite, letters, as } = await forTheInvited();
  const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
  await build.network.membership(house.organizationId, { personId: ada });
  const { body: earlier } = await as(marte).post("/events", {
    ...{ title: { nb: "Forrige" }, organization: "naustet", startsAt: "2026-12-01T08:00:00Z", endsAt: "2026-12-01T09:00:00Z" },
    ...{ quotas: [{ name: "Salen", size: 5 }], ticketTypes: [{ name: "Plass", quotas: ["Salen"] }] },
  });
  await as(bo).post(`/events/${earlier.id}/registrations`, { ticketTypeId: earlier.ticketTypes[0]?.id });

  const first = await invite({ membersOf: "naustet", fromEvent: earlier.id, people: [{ email: "NY@example.test", name: "Nina Ny" }] });
  const again = await invite({ membersOf: "naustet", people: [{ email: "ny@example.test" }] });

  expect([first.body, again.body]).toEqual([
    { added: 3, alreadyInvited: 0 },
    { added: 0, alreadyInvited: 2 },
  ]);
  const subject = "Du er invitert: Eiendomsfrokost";
  const written = ["ada.berg@example.test", "bo.dahl@example.test", "ny@example.test"].map((recipient) => ({ recipient, subject }));
  expect(await letters()).toEqual(written);
  await invite({ people: [{ email: "ny@example.test" }] });
  expect(await letters()).toEqual(written);
  expect((await as(marte).get(`/events/${event.id}/counts`)).body.invited).toBe(3);
});

test("nobody is written to about a draft before it is published", async () => {
  const { event, marte, invite, letters, as } = await forTheInvited({ event: { status: "draft" } });
  await invite({ people: [{ email: "ny@example.test" }] });
  const before = await letters();

  await as(marte).patch(`/events/${event.id}`, { status: "published" });
  await invite({ people: [{ email: "to@example.test" }] });

  expect([before, (await letters()).map(({ recipient }) => recipient)]).toEqual([[], ["ny@example.test", "to@example.test"]]);
});

test("what became of each invitation stands in the list, in Norwegian order: registered, declined, or nothing yet", async () => {
  const { event, invite, list, register, as } = await forTheInvited();
  const [ada = "", bo = "", aase = ""] = await build.people(["Ada Berg", "Bo Dahl", "Aase Eik"]);
  await invite({ people: ["ada.berg", "bo.dahl", "aase.eik"].map((name) => ({ email: `${name}@example.test` })) });
  await register(ada);
  const decline = (person: string, declined = true) => as(person).put(`/events/${event.id}/invitation`, { declined });

  const [ofBo, ofAda] = [await decline(bo), await decline(ada)];
  await decline(aase);
  await decline(aase, false);

  expect([ofBo.status, ofAda.body.code]).toEqual([200, "event_invitation.has_registered"]);
  const { items, counts } = await list();
  expect(items.map(({ name, state }) => [name, state])).toEqual([
    ["Ada Berg", "registered"],
    ["Bo Dahl", "declined"],
    ["Aase Eik", "invited"],
  ]);
  expect(counts).toEqual({ invited: 1, registered: 1, declined: 1 });
});

test("an invitation is taken back, unless it has been used, and members of others' organizations are nobody's to invite", async () => {
  const { event, invite, read, register, as, marte } = await forTheInvited();
  const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
  await build.network.organization("andre");
  await invite({ people: [{ email: "ada.berg@example.test" }, { email: "bo.dahl@example.test" }] });
  await register(ada);
  const withdraw = (person: string) => as(marte).delete(`/events/${event.id}/invitations/${person}`);

  const answers = [await withdraw(ada), await withdraw(bo), await withdraw(bo)];

  expect(answers.map(({ status }) => status)).toEqual([409, 204, 204]);
  expect([await read(ada), await read(bo)]).toEqual([200, 404]);
  expect((await invite({ membersOf: "andre" })).status).toBe(404);
  expect((await invite({ people: [] }, ada)).status).toBe(404);
});

test("an event for members of chosen organizations takes them, and not those of its host", async () => {
  const network = await build.network.organization("nettverket");
  const held = await build.held({ size: 5, event: { audience: "members", audienceOrganizations: ["nettverket"] } });
  const company = await build.network.organization("berg-as");
  const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
  await build.network.position(ada, company, "owner");
  await build.network.membership(network, { organizationId: company });
  await build.network.membership(held.house.organizationId, { personId: bo });

  const [ofChosen, ofHost] = [await held.register(ada), await held.register(bo)];

  expect([ofChosen.status, ofHost.body.code]).toEqual([201, "event.members_only"]);
  expect((await build.visitors.nobody.get(`/events/${held.event.id}`)).body.audienceOrganizations).toMatchObject([{ slug: "nettverket" }]);
});

test("one finds one's own invitations to what is to come, until one has registered, and nobody else's", async () => {
  const { event, invite, as, register } = await forTheInvited();
  const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
  await invite({ people: [{ email: "ada.berg@example.test" }] });
  const own = async (person: string) => (await as(person).get("/me/invitations")).body.items;

  const invited = await own(ada);
  await as(ada).put(`/events/${event.id}/invitation`, { declined: true });
  const declined = await own(ada);
  await register(ada);

  expect(invited).toMatchObject([{ event: { id: event.id }, declinedAt: null }]);
  expect(declined).toMatchObject([{ event: { id: event.id }, declinedAt: "2026-11-23T08:00:00Z" }]);
  expect([await own(ada), await own(bo)]).toEqual([[], []]);
});
