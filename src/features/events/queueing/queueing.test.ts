import { afterEach, beforeEach, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";

let installation: TestInstallation;
let build: ReturnType<typeof eventBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = eventBuilder(installation);
});
afterEach(() => installation.close());

/** Two places, sold from ten o'clock on 23 November to those who stand in the queue. */
async function queued() {
  installation.setClock("2026-11-23T08:00:00Z");
  const held = await build.held({ size: 2, type: { opensAt: "2026-11-23T09:00:00Z" }, event: { hasQueue: true } });
  const people = await build.people(["Ada Berg", "Bo Dahl", "Cato Eik", "Dina Foss"]);
  const stand = async (person = "") => (await build.visitors.as(person).put(`/events/${held.event.id}/queue-place`)).body;
  const standings = async () => {
    const told: unknown[] = [];
    for (const person of people) {
      const { state, ahead } = await stand(person);
      told.push(ahead === null ? state : [state, ahead]);
    }
    return told;
  };
  return { ...held, people, stand, standings };
}

test("those who come before the sale stand in order of arrival, and as many are let in when it opens as there are places", async () => {
  const { standings } = await queued();
  const before = await standings();

  installation.setClock("2026-11-23T09:00:00Z");
  const after = await standings();

  expect(before).toEqual([
    ["before", 0],
    ["before", 1],
    ["before", 2],
    ["before", 3],
  ]);
  expect(after).toEqual(["inside", "inside", ["waiting", 0], ["waiting", 1]]);
});

test("a place that is chosen is no longer promised, and one that is let go is for the next", async () => {
  const { standings, register, people, stand } = await queued();
  installation.setClock("2026-11-23T09:00:00Z");
  await standings();
  const [ada = "", bo = "", cato = ""] = people;
  const [ofAda, ofBo] = [await register(ada, { hold: true }), await register(bo, { hold: true })];

  const allHeld = await stand(cato);
  await build.visitors.as(ada).put(`/registrations/${ofAda.body.id}/confirmation`);
  await build.visitors.as(bo).put(`/registrations/${ofBo.body.id}/cancellation`);
  const ofNext = await stand(cato);

  expect(allHeld).toMatchObject({ state: "waiting", ahead: 0, left: 0, held: 2, inside: 0 });
  expect((await stand(ada)).state).toBe("registered");
  // Bo may still choose again
  expect([ofNext.state, (await stand(bo)).state]).toEqual(["waiting", "inside"]);
  installation.setClock("2026-11-23T09:10:00Z");
  expect((await stand(cato)).state).toBe("inside");
});

test("whoever lets their time go by stands last, and whoever is away is passed by and keeps their place", async () => {
  const { standings, people, stand } = await queued();
  installation.setClock("2026-11-23T09:00:00Z");
  await standings();
  const [ada, bo, cato, dina] = people;

  installation.setClock("2026-11-23T09:10:00Z");
  const ofDina = await stand(dina);
  const ofCato = await stand(cato);
  const ofAda = await stand(ada);
  await stand(bo);

  expect(ofDina.state).toBe("inside");
  expect(ofCato.state).toBe("inside");
  expect(ofAda).toMatchObject({ state: "waiting", ahead: 0, left: 2, inside: 2 });
});

test("nobody stands in a queue too early, nor where there is none; one leaves it by oneself, and stands last coming back", async () => {
  const { people, stand, event, standings } = await queued();
  const other = (await build.visitors.as(people[0]).get(`/events/${event.id}`)).body;
  await standings();

  await build.visitors.as(people[0]).delete(`/events/${event.id}/queue-place`);
  const back = await stand(people[0]);
  installation.setClock("2026-11-23T07:59:59Z");
  const early = await build.visitors.as(people[1]).put(`/events/${event.id}/queue-place`);

  expect([other.hasQueue, back.ahead]).toEqual([true, 3]);
  expect(early.body.code).toBe("event_queue.too_early");
});

test("nobody gets past the queue by another way in: places are for those who are let in, while they are", async () => {
  const { standings, register, people, marte, event, type } = await queued();
  installation.setClock("2026-11-23T09:00:00Z");
  const [ada = "", bo = "", cato = "", dina = ""] = people;
  const before = await register(ada);
  await standings();

  const [outside, inside] = [await register(cato), await register(ada, { hold: true })];
  installation.setClock("2026-11-23T09:10:00Z");
  const tooLate = await register(bo);
  const byHost = await build.visitors.as(marte).post(`/events/${event.id}/registrations`, { ticketTypeId: type?.id, personId: dina });
  const onTheList = await register(cato);

  expect([before, outside, tooLate].map(({ status, body }) => [status, body.code])).toEqual([
    [409, "event_queue.not_let_in"],
    [409, "event_queue.not_let_in"],
    [409, "event_queue.not_let_in"],
  ]);
  expect([inside.body.state, byHost.body.state]).toEqual(["held", "confirmed"]);
  // nothing is left to take: who will wait needs no turn
  expect(onTheList.body.state).toBe("waiting");
});
