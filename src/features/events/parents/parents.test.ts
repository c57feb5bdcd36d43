import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { brokenInvariants } from "../../../../tests/support/invariants.ts";
import { doWhatIsDue } from "../../../../tests/support/jobs.ts";
import { isLikeTitle } from "../alike.ts";

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

const row = (title: string, day: number, more: object = {}) => ({
  title: { nb: title },
  startsAt: `2026-12-0${day}T16:00:00Z`,
  endsAt: `2026-12-0${day}T18:00:00Z`,
  quotas: [{ name: "Plasser", size: 2 }],
  ticketTypes: [{ name: "Plass", quotas: ["Plasser"] }],
  ...more,
});

/** Naustet, managed by Marte, holds a festival of three evenings; Kaien holds one of them with it. */
async function festival(events: object[] = [row("Åpning", 1), row("Pitchekveld", 2, { coHosts: ["kaien"] }), row("Fest", 3)]) {
  const house = await build.network.space("naustet", { name: "Naustet" });
  const kaien = await build.network.organization("kaien");
  const marte = await build.network.person("Marte Moen");
  await build.network.position(marte, house.organizationId, "manager");
  const given = { kind: "festival", title: { nb: "Oppstartsfestivalen" }, organization: "naustet", events };
  const { status, body } = await build.visitors.as(marte).post("/event-parents", given);
  const register = (personId: string, places: number[], more: object = {}) =>
    build.visitors
      .as(personId)
      .post(`/event-parents/${body.slug}/registrations`, { events: places.map((place) => ({ event: body.events[place]?.id })), ...more });
  return { house, kaien, marte, status, body, register };
}

describe("A festival", () => {
  test("says that a queue held somebody back, not that there is no room, wherever they register", async () => {
    const { body, register } = await festival([row("Åpning", 1), row("Konsert", 2, { hasQueue: true })]);
    const [ada = ""] = await build.people(["Ada Berg"]);

    const some = await register(ada, [0, 1]);
    const none = await register(ada, [1]);
    const standing = async () =>
      (await build.visitors.as(ada).get(`/event-parents/${body.id}`)).body.events.map(({ queuePlace }) => queuePlace);
    const before = await standing();
    const { body: turn } = await build.visitors.as(ada).put(`/events/${body.events[1]?.id}/queue-place`);

    expect(before).toEqual([null, null]);
    expect(await standing()).toEqual([null, { ahead: 0, letInUntil: turn.letInUntil }]);
    expect(body.events.map(({ hasQueue }) => hasQueue)).toEqual([false, true]);
    expect(some.body.items.map(({ state, refused }) => [state, refused?.code ?? null])).toEqual([
      ["confirmed", null],
      [null, "event_queue.not_let_in"],
    ]);
    expect(none).toMatchObject({
      status: 409,
      body: { code: "event_parent.none", details: { events: [{ event: "konsert", code: "event_queue.not_let_in" }] } },
    });
  });

  test("is made whole, each event with hosts, capacity and municipality of its own, and is found in the calendar", async () => {
    const { body, status } = await festival([
      row("Åpning", 1, { place: "Kulturhuset", municipality: "Trondheim", themes: ["startups"] }),
      row("Pitchekveld", 2, { coHosts: ["kaien"], space: "naustet" }),
    ]);

    expect(status).toBe(201);
    expect(body).toMatchObject({ slug: "oppstartsfestivalen", kind: "festival", hosts: [{ slug: "naustet", leads: true }] });
    expect(body.events.map(({ slug, municipality, hosts }) => [slug, municipality, hosts.map((host) => host.slug)])).toEqual([
      ["apning", { number: "5001", name: "Trondheim" }, ["naustet"]],
      ["pitchekveld", { number: "0301", name: "Oslo" }, ["naustet", "kaien"]],
    ]);
    const found = async (query: string) => (await build.visitors.nobody.get(`/events?${query}`)).body.items.map(({ slug }) => slug);
    expect(await found("parent=oppstartsfestivalen")).toEqual(["apning", "pitchekveld"]);
    expect(await found("municipality=5001")).toEqual(["apning"]);
    expect(await found("municipality=0301")).toEqual(["pitchekveld"]);
    expect(await found("theme=startups")).toEqual(["apning"]);
  });

  test("that has something wrong saves nothing, and tells every row that is wrong", async () => {
    const { body, status } = await festival([
      row("Åpning", 1, { municipality: "Andeby" }),
      row("Pitchekveld", 2),
      row("Fest", 3, { endsAt: "2026-12-03T16:00:00Z" }),
      row("Frokost", 3, { space: "ingensteds" }),
      row("Lunsj", 3, { coHosts: ["ukjent"] }),
    ]);

    expect([status, (body as unknown as { code: string }).code]).toEqual([400, "event_parent.rows_wrong"]);
    expect((body as unknown as { details: object }).details).toEqual({
      rows: [
        { row: 0, fault: "municipality" },
        { row: 2, fault: "endsAt" },
        { row: 3, fault: "space" },
        { row: 4, fault: "coHosts" },
      ],
    });
    expect((await build.visitors.nobody.get("/events")).body.items).toEqual([]);
  });

  test("tells a copy of what the same host holds at the same time, when asked to", async () => {
    const { marte } = await festival();
    const copy = { organization: "naustet", ...row("Fest!", 3) };

    const refused = await build.visitors.as(marte).post("/events", { ...copy, refuseAlike: true });
    const other = await build.visitors.as(marte).post("/events", { ...copy, title: { nb: "Styremøte" }, refuseAlike: true });

    expect([refused.status, refused.body.code, other.status]).toEqual([409, "event.alike", 201]);
    expect(isLikeTitle({ nb: "Frokost om ombruk i bygg" }, { nb: "Frokost: ombruk i bygg" })).toBe(true);
    expect(isLikeTitle({ nb: "Frokost om ombruk" }, { nb: "Frokost om anbud og kontrakter" })).toBe(false);
  });
});

describe("Registering for several at once", () => {
  test("takes what there is room for, says plainly where there was none, and writes one letter", async () => {
    const { body, register } = await festival();
    const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
    await register(bo, [1], { quantity: 2 });
    await doWhatIsDue(installation);
    await installation.db.deleteFrom("letters").execute();

    const first = await register(ada, [0, 1, 2]);
    const again = await register(ada, [0, 1, 2]);
    await doWhatIsDue(installation);

    expect(first.status).toBe(201);
    expect(first.body.items.map(({ eventId, state, refused }) => [eventId, state, refused?.code ?? null])).toEqual([
      [body.events[0]?.id, "confirmed", null],
      [body.events[1]?.id, null, "event.sold_out"],
      [body.events[2]?.id, "confirmed", null],
    ]);
    expect(again.body.items.map(({ registrationId }) => registrationId)).toEqual(
      first.body.items.map(({ registrationId }) => registrationId),
    );
    const letters = await installation.db.selectFrom("letters").selectAll().execute();
    expect(letters.map(({ subject, letter_key }) => [subject, letter_key.split("/")[0]])).toEqual([
      ["Du er påmeldt: Oppstartsfestivalen", "registration.joint"],
    ]);
  });

  test("says in the one letter where an answer is waited for, and writes again when it is a yes", async () => {
    const { marte, register } = await festival([row("Åpning", 1), row("Middag", 2, { needsApproval: true })]);
    const [ada = ""] = await build.people(["Ada Berg"]);
    const written = async () =>
      (await installation.db.selectFrom("letters").select(["letter_key", "body_text"]).orderBy("id").execute()).map(
        ({ letter_key, body_text }) => [letter_key.split("/")[0], /har ikke svart ennå/.test(body_text)],
      );

    const { body } = await register(ada, [0, 1]);
    await doWhatIsDue(installation);
    const before = await written();
    await build.visitors.as(marte).put(`/registrations/${body.items[1]?.registrationId}/approval`);
    await doWhatIsDue(installation);

    expect(body.items.map(({ state }) => state)).toEqual(["confirmed", "held"]);
    expect(before).toEqual([["registration.joint", true]]);
    expect(await written()).toEqual([
      ["registration.joint", true],
      ["registration.confirmed", false],
    ]);
  });

  test("takes none unless all, when that is wished", async () => {
    const { body, register } = await festival();
    const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
    await register(bo, [1], { quantity: 2 });

    const refused = await register(ada, [0, 1, 2], { allOrNone: true });
    const waitingIsNotAll = await register(ada, [0, 1], { allOrNone: true, wait: true });
    const whole = await register(ada, [0, 2], { allOrNone: true });

    expect([refused.status, refused.body.code]).toEqual([409, "event_parent.not_all"]);
    expect(refused.body.details).toEqual({ events: [{ event: "pitchekveld", code: "event.sold_out" }] });
    expect(waitingIsNotAll.status).toBe(409);
    expect(whole.body.items.map(({ state }) => state)).toEqual(["confirmed", "confirmed"]);
    expect((await build.visitors.as(ada).get(`/me/registrations?parent=${body.slug}`)).body.items).toHaveLength(2);
  });

  test("asks those on a list first, and waits where one does not mind", async () => {
    const { marte, body, register } = await festival();
    const [ada = "", bo = "", cy = ""] = await build.people(["Ada Berg", "Bo Dahl", "Cy Eng"]);
    await register(bo, [1], { quantity: 2 });
    await register(cy, [1], { wait: true });
    await installation.db
      .updateTable("event_quotas")
      .set({ size: 3 })
      .where("event_id", "=", body.events[1]?.id ?? "")
      .execute();

    const { body: answer } = await register(ada, [0, 1], { wait: true });

    expect(answer.items.map(({ state }) => state)).toEqual(["confirmed", "waiting"]);
    const [own] = (await build.visitors.as(cy).get("/me/registrations")).body.items;
    expect(own).toMatchObject({ state: "held", isOffer: true });
    expect((await build.visitors.as(marte).get(`/events/${body.events[1]?.id}/counts`)).body).toMatchObject({
      registered: 2,
      held: 1,
      waiting: 1,
    });
  });

  test("never takes one too many, however many ask at once", async () => {
    const { marte, body, register } = await festival();
    const people = await build.people(["Ada Berg", "Bo Dahl", "Cy Eng", "Di Foss", "Eli Gran", "Fay Hus"]);

    const answers = await Promise.all(people.map((person) => register(person, [0, 1, 2], { allOrNone: true })));

    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 409, 409, 409, 409]);
    const counts = (await build.visitors.as(marte).get(`/event-parents/${body.id}/counts`)).body;
    expect(counts).toMatchObject({ registered: 6, people: 2, places: 6, fill: 1 });
  });

  test("counts a person and an organization once over all of it, and each event for itself", async () => {
    const { marte, body, register, kaien } = await festival();
    const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
    await build.network.position(ada, kaien, "member");
    await register(ada, [0, 1, 2], { organizationId: kaien });
    await register(bo, [0]);

    const { body: counts } = await build.visitors.as(marte).get(`/event-parents/${body.slug}/counts`);
    const foreign = await build.visitors.as(bo).get(`/event-parents/${body.slug}/counts`);

    expect(counts).toMatchObject({ registered: 4, people: 2, organizations: 1, checkedIn: 0, waiting: 0, noShows: null });
    expect(counts.items.map(({ event, registered, people, organizations }) => [event.slug, registered, people, organizations])).toEqual([
      ["apning", 2, 2, 1],
      ["pitchekveld", 1, 1, 1],
      ["fest", 1, 1, 1],
    ]);
    expect(foreign.status).toBe(404);
  });
});

describe("A series", () => {
  test("has an event at every time of its rule on the clock of the first, and this and those that follow are changed at once", async () => {
    const house = await build.network.space("naustet", { name: "Naustet" });
    const marte = await build.network.person("Marte Moen");
    await build.network.position(marte, house.organizationId, "manager");
    const as = build.visitors.as(marte);
    const breakfast = row("Frokost", 1, { startsAt: "2026-03-24T07:00:00Z", endsAt: "2026-03-24T08:00:00Z" });
    const given = { kind: "series", title: { nb: "Ukefrokost" }, organization: "naustet", events: [breakfast] };

    const made = await as.post("/event-parents", { ...given, recurrence: "FREQ=WEEKLY;COUNT=3" });
    const endless = await as.post("/event-parents", { ...given, recurrence: "FREQ=WEEKLY" });
    const unruly = await as.post("/event-parents", given);
    const second = made.body.events[1]?.id ?? "";
    const changed = await as.patch(`/events/${second}/following`, {
      startsAt: "2026-04-01T06:30:00Z",
      endsAt: "2026-04-01T07:30:00Z",
      quotas: [{ name: "Plasser", size: 5 }],
    });

    expect(made.body.events.map(({ slug, startsAt }) => [slug, startsAt])).toEqual([
      ["frokost", "2026-03-24T07:00:00Z"],
      ["frokost-2", "2026-03-31T06:00:00Z"],
      ["frokost-3", "2026-04-07T06:00:00Z"],
    ]);
    expect([endless.body.code, unruly.body.code]).toEqual(["series.endless", "event_parent.needs_recurrence"]);
    expect(changed.body).toEqual({ changed: 2 });
    const after = (await as.get(`/event-parents/${made.body.id}`)).body.events;
    expect(after.map(({ startsAt, ticketTypes }) => [startsAt, ticketTypes[0]?.left])).toEqual([
      ["2026-03-24T07:00:00Z", 2],
      ["2026-04-01T06:30:00Z", 5],
      ["2026-04-08T06:30:00Z", 5],
    ]);
  });
});
