import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callBuilder } from "../../../../tests/support/calls.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { newId } from "../../../platform/database/id.ts";

let installation: TestInstallation;
let build: ReturnType<typeof callBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = callBuilder(installation);
});
afterEach(() => installation.close());

/** An award whose night is an event with three tickets, Gro's, Hans' and Ida's, of which the first two have come in. */
async function night() {
  const held = await build.held();
  const { office, call, apply } = held;
  const { body: event } = await office.post("/events", {
    title: { nb: "Prisutdeling" },
    organization: "naustet",
    startsAt: "2026-11-23T10:00:00+01:00",
    endsAt: "2026-11-23T22:00:00+01:00",
    quotas: [{ name: "Salen", size: 9 }],
    ticketTypes: [{ name: "Plass", quotas: ["Salen"] }],
  });
  await office.patch(`/calls/${call.id}`, { event: event.slug });
  const [eva = "", finn = ""] = await build.people(["Eva Vik", "Finn Ås"]);
  const window = await apply(eva, "Vindu");
  const door = await apply(finn, "Dør");
  for (const { id } of [window, door]) await office.put(`/submissions/${id}/decision`, { outcome: "shortlisted" });
  const guests = await build.people(["Gro Dal", "Hans Eik", "Ida Fossen"]);
  const tickets = [];
  for (const guest of guests) {
    const { body } = await build.visitors.as(guest).post(`/events/${event.id}/registrations`, { ticketTypeId: event.ticketTypes[0]?.id });
    tickets.push(body.tickets[0]);
  }
  const [gro, hans, ida] = tickets;
  for (const ticket of [gro, hans])
    await office.put(`/tickets/${ticket?.id}/check-in`, { nonce: newId(), scannedAt: installation.now().toString() });
  const vote = (ticket: string | null | undefined, submissionId: string) =>
    build.visitors.nobody.put(`/calls/${call.id}/vote`, { ticket: ticket ?? "", submissionId });
  const openVote = () => office.put(`/calls/${call.id}/vote-window`, { isOpen: true });
  return { ...held, event, window, door, gro, hans, ida, vote, openVote };
}

describe("The audience votes", () => {
  test("once for each ticket somebody came in on, by QR code or letters, and may change its mind while the vote is open", async () => {
    const { call, office, window, door, gro, hans, ida, vote, openVote } = await night();
    const early = await vote(gro?.code, window.id);
    await openVote();

    const first = await vote(gro?.code, window.id);
    const changed = await vote(gro?.token, door.id);
    await vote(hans?.code.toLowerCase(), door.id);
    const outside = await vote(ida?.code, window.id);
    const { body: closed } = await office.put(`/calls/${call.id}/vote-window`, { isOpen: false });
    const late = await vote(hans?.code, window.id);

    expect([early, outside, late].map(({ status, body }) => [status, (body as { code?: string }).code])).toEqual([
      [409, "voting.not_open"],
      [409, "voting.not_checked_in"],
      [409, "voting.not_open"],
    ]);
    expect(first.body).toMatchObject({ state: "open", total: 1, ticket: { isKnown: true, votedFor: window.id } });
    // nobody is led by how it goes
    expect(first.body.candidates.map(({ votes }) => votes)).toEqual([null, null]);
    expect(changed.body).toMatchObject({ total: 1, ticket: { votedFor: door.id } });
    expect(closed.candidates).toEqual([
      { id: door.id, title: "Dør", votes: 2 },
      { id: window.id, title: "Vindu", votes: 0 },
    ]);
  });

  test("all at the same moment, more than there are connections, also when the keys of the codes are to be read anew", async () => {
    const { window, door, gro, hans, vote, openVote } = await night();
    await openVote();
    installation.setClock("2026-11-23T12:00+01:00");

    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => vote(index % 2 ? gro?.token : hans?.token, [window.id, door.id][index % 3 ? 0 : 1] ?? "")),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(answers.at(-1)?.body.total).toBe(2);
  });

  test("with tickets to this event only, and for what is on the ballot", async () => {
    const { window, gro, vote, openVote } = await night();
    await openVote();

    const unknown = await vote("K7M4QX2R", window.id);
    const token = gro?.token ?? "";
    const forged = await vote(`${token.slice(0, 30)}${token[30] === "A" ? "B" : "A"}${token.slice(31)}`, window.id);
    const notOn = await vote(gro?.code, newId());

    expect([unknown, forged, notOn].map(({ body }) => (body as { code?: string }).code)).toEqual([
      "voting.unknown_ticket",
      "voting.unknown_ticket",
      "voting.not_on_ballot",
    ]);
  });

  test("is kept apart from the jury, and a check-in that is taken back takes its vote out of the count", async () => {
    const { call, office, window, gro, vote, openVote } = await night();
    await openVote();
    await vote(gro?.code, window.id);

    await office.put(`/tickets/${gro?.id}/check-in/undoing`, { nonce: newId(), reason: "Feil dør" });

    expect((await build.visitors.nobody.get(`/calls/${call.id}/ballot`)).body.total).toBe(0);
    expect(await installation.db.selectFrom("review_scores").selectAll().execute()).toEqual([]);
  });

  test("opens by those who run the call, with an event and two to choose between", async () => {
    const { call, office, apply } = await build.held();
    const [eva = ""] = await build.people(["Eva Vik"]);
    await apply(eva, "Vindu");

    const byApplicant = await build.visitors.as(eva).put(`/calls/${call.id}/vote-window`, { isOpen: true });
    const without = await office.put(`/calls/${call.id}/vote-window`, { isOpen: true });

    expect(byApplicant.status).toBe(404);
    expect(without).toMatchObject({ status: 409, body: { code: "voting.no_event" } });
    expect((await build.visitors.nobody.get(`/calls/${call.id}/ballot`)).body).toMatchObject({
      state: "not_yet",
      candidates: [],
      total: 0,
    });
  });
});
