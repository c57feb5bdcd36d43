import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { newId } from "../../../platform/database/id.ts";

let installation: TestInstallation;
let build: ReturnType<typeof eventBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = eventBuilder(installation);
});
afterEach(() => installation.close());

const talk = { title: { nb: "Korte kontrakter" }, startsAt: "2026-12-03T07:00:00Z", endsAt: "2026-12-03T08:00:00Z", room: "Salen" };

describe("The programme of an event", () => {
  test("has sessions with speakers from the network and from elsewhere, written by those who run it", async () => {
    const { house, marte, event } = await build.held({ event: { space: "naustet" } });
    const [ada = ""] = await build.people(["Ada Berg"]);
    const loft = await build.network.resource(house, "Loftet");
    const marteAsks = build.visitors.as(marte);

    const added = await marteAsks.post(`/events/${event.id}/sessions`, {
      ...{ ...talk, room: null, resourceId: loft, track: "Huset", language: "nb", mostPeople: 30 },
      speakers: [
        { personId: ada, title: "Daglig leder" },
        { name: "Kim Vik", organization: "Fjord" },
      ],
    });
    const foreign = await build.visitors.as(ada).post(`/events/${event.id}/sessions`, talk);
    const seen = await build.visitors.nobody.get(`/events/${event.id}/sessions`);

    expect([added.status, foreign.status]).toEqual([201, 404]);
    expect(seen.body).toEqual({
      items: [
        {
          ...{
            id: added.body.session.id,
            title: talk.title,
            descriptions: {},
            startsAt: talk.startsAt,
            endsAt: talk.endsAt,
            track: "Huset",
          },
          ...{ room: "Loftet", resourceId: loft, language: "nb", mostPeople: 30, attended: null, version: 1 },
          speakers: [
            { personId: ada, name: "Ada Berg", title: "Daglig leder", organization: null },
            { personId: null, name: "Kim Vik", title: null, organization: "Fjord" },
          ],
        },
      ],
      ...{ warnings: [], rooms: [], abilities: { change: false } },
    });
    expect((await marteAsks.get(`/events/${event.id}/sessions`)).body.rooms).toEqual([{ id: loft, name: "Loftet" }]);
  });

  test("of a draft is there for those who run it only", async () => {
    const { marte, event } = await build.held({ event: { status: "draft" } });
    await build.visitors.as(marte).post(`/events/${event.id}/sessions`, talk);

    expect((await build.visitors.nobody.get(`/events/${event.id}/sessions`)).status).toBe(404);
  });

  test("refuses two sessions in one room at once, however many ask, and a session outside the event", async () => {
    const { marte, event } = await build.held();
    const add = (more: object = {}) => build.visitors.as(marte).post(`/events/${event.id}/sessions`, { ...talk, ...more });

    const answers = await Promise.all([add(), add({ room: "salen" }), add({ room: "Loftet" }), add({ room: null }), add({ room: null })]);
    const after = await add({ startsAt: talk.endsAt, endsAt: "2026-12-03T09:00:00Z" });
    const early = await add({ startsAt: "2026-12-03T06:59:00Z", room: null });
    const backwards = await add({ endsAt: talk.startsAt });

    expect(
      answers
        .slice(0, 2)
        .map(({ status }) => status)
        .sort(),
    ).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe("agenda.room_taken");
    expect(answers.slice(2).map(({ status }) => status)).toEqual([201, 201, 201]);
    expect([after.status, early.body.code, backwards.body.code]).toEqual([201, "agenda.outside_event", "agenda.ends_before_start"]);
  });

  test("warns of a speaker in two sessions at once, and lets it be", async () => {
    const { marte, event } = await build.held();
    const add = (room: string) =>
      build.visitors.as(marte).post(`/events/${event.id}/sessions`, { ...talk, room, speakers: [{ name: "Kim Vik" }] });

    const [first, second] = [await add("Salen"), await add("Loftet")];

    expect(first.body.warnings).toEqual([]);
    const [one, other] = [first.body.session.id, second.body.session.id];
    expect(second.body.warnings).toMatchObject([{ speaker: "Kim Vik", sessionIds: expect.arrayContaining([one, other]) }]);
  });

  test("is written anew by the version one read, and a session is taken off", async () => {
    const { marte, event } = await build.held();
    const as = build.visitors.as(marte);
    const { id } = (await as.post(`/events/${event.id}/sessions`, { ...talk, speakers: [{ name: "Kim Vik" }] })).body.session;
    const path = `/events/${event.id}/sessions/${id}` as const;

    const changed = await as.put(path, { ...talk, title: { nb: "Lange kontrakter" } }, { "if-match": '"1"' });
    const late = await as.put(path, talk, { "if-match": '"1"' });
    const gone = [await as.delete(path), await as.delete(path)];

    expect(changed.body.session).toMatchObject({ title: { nb: "Lange kontrakter" }, speakers: [], version: 2 });
    expect(late.body.code).toBe("request.changed_meanwhile");
    expect(gone.map(({ status }) => status)).toEqual([204, 404]);
  });

  test("goes along when the event is moved, and must have room when the event gets shorter", async () => {
    const { marte, event } = await build.held();
    const as = build.visitors.as(marte);
    const second = { ...talk, startsAt: talk.endsAt, endsAt: "2026-12-03T09:00:00Z" };
    for (const one of [talk, second]) await as.post(`/events/${event.id}/sessions`, one);

    const moved = await as.patch(`/events/${event.id}`, { startsAt: "2026-12-03T08:00:00Z", endsAt: "2026-12-03T10:00:00Z" });
    const shorter = await as.patch(`/events/${event.id}`, { endsAt: "2026-12-03T09:30:00Z" });

    expect([moved.status, shorter.status, shorter.body.code]).toEqual([200, 409, "agenda.sessions_outside"]);
    const { items } = (await as.get(`/events/${event.id}/sessions`)).body;
    expect(items.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      ["2026-12-03T08:00:00Z", "2026-12-03T09:00:00Z"],
      ["2026-12-03T09:00:00Z", "2026-12-03T10:00:00Z"],
    ]);
  });
});

describe("At the door of a session", () => {
  test("a ticket counts once, however often it is scanned, and the limit is told and keeps nobody out", async () => {
    const { marte, event, register } = await build.held({ size: 4 });
    const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
    const tickets = [await register(ada), await register(bo)].map(({ body }) => body.tickets[0]?.id ?? "");
    const as = build.visitors.as(marte);
    const { id } = (await as.post(`/events/${event.id}/sessions`, { ...talk, mostPeople: 1 })).body.session;
    installation.setClock("2026-12-03T07:05:00Z");
    const scan = { nonce: newId(), scannedAt: "2026-12-03T07:04:00Z" };
    const enter = (ticket = "", given: object = scan) => as.put(`/tickets/${ticket}/sessions/${id}`, given);

    const [first, again] = [await enter(tickets[0]), await enter(tickets[0])];
    const double = await enter(tickets[0], { ...scan, nonce: newId() });
    const over = await enter(tickets[1], { ...scan, nonce: newId() });
    const own = await build.visitors.as(ada).put(`/tickets/${tickets[0]}/sessions/${id}`, scan);
    const removed = await as.delete(`/events/${event.id}/sessions/${id}`);

    expect(first.body).toEqual({
      ...{ ticketId: tickets[0], holder: "Ada Berg", sessionId: id, scannedAt: scan.scannedAt, isDouble: false },
      ...{ attended: 1, mostPeople: 1, isOverLimit: false },
    });
    expect(again.body).toEqual(first.body);
    expect(double.body).toEqual({ ...first.body, isDouble: true });
    expect(over.body).toMatchObject({ attended: 2, isOverLimit: true });
    expect([own.status, removed.body.code]).toEqual([404, "agenda.attended"]);
    const counted = async (who: string | undefined) =>
      (await build.visitors.as(who).get(`/events/${event.id}/sessions`)).body.items[0]?.attended;
    expect([await counted(marte), await counted(ada)]).toEqual([2, null]);
  });
});
