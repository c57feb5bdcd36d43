import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";

let installation: TestInstallation;
let build: ReturnType<typeof eventBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = eventBuilder(installation);
});
afterEach(() => installation.close());

describe("The terms of an event", () => {
  test("are changed in all they say before anybody has registered", async () => {
    const { event, marte } = await build.held();
    const kyst = await build.network.organization("kyst", { kinds: ["network"] });

    const { status, body } = await build.visitors.as(marte).patch(`/events/${event.id}`, {
      ...{ freeCancelDays: 3, lateCancelPercent: 50, needsApproval: true, approvalHours: 24, hasQueue: true },
      ...{ audience: "members", audienceOrganizations: ["kyst"], languages: ["nb", "en"], themes: ["green"] },
    });

    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ freeCancelDays: 3, lateCancelPercent: 50, needsApproval: true, approvalHours: 24, hasQueue: true },
      ...{ audience: "members", audienceOrganizations: [{ id: kyst, slug: "kyst", name: "kyst" }] },
      ...{ languages: ["nb", "en"], themes: ["green"] },
      cancelTerms: { freeUntil: "2026-11-30T07:00:00Z", latePercent: 50 },
    });
  });

  test("stand for those who have registered on them, and say why; milder and wider they may become", async () => {
    const { event, marte, register } = await build.held({ event: { freeCancelDays: 3, lateCancelPercent: 50, audience: "public" } });
    const [ada = ""] = await build.people(["Ada Berg"]);
    await register(ada);
    const office = build.visitors.as(marte);

    const refused = await Promise.all(
      [{ lateCancelPercent: 60 }, { needsApproval: true }, { audience: "members" }].map((change) =>
        office.patch(`/events/${event.id}`, change),
      ),
    );
    const milder = await office.patch(`/events/${event.id}`, { freeCancelDays: 1, hasQueue: true, themes: ["green"], approvalHours: 12 });

    expect(refused.map(({ status, body }) => [status, body.code])).toEqual([
      [409, "event_change.terms_stand"],
      [409, "event_change.approval_stands"],
      [409, "event_change.audience_stands"],
    ]);
    expect(milder.body).toMatchObject({ freeCancelDays: 1, hasQueue: true, themes: ["green"], audience: "public" });
  });

  test("leave nobody who waits to be let in without an answer", async () => {
    const { event, marte, register } = await build.held({ event: { needsApproval: true } });
    const [ada = ""] = await build.people(["Ada Berg"]);
    const { body: asked } = await register(ada);
    const office = build.visitors.as(marte);

    const early = await office.patch(`/events/${event.id}`, { needsApproval: false });
    await office.put(`/registrations/${asked.id}/approval`, { isApproved: true });
    const answered = await office.patch(`/events/${event.id}`, { needsApproval: false });

    expect(early).toMatchObject({ status: 409, body: { code: "event_change.answers_first" } });
    expect(answered).toMatchObject({ status: 200, body: { needsApproval: false } });
  });

  test("of a series are changed in one and those that follow, and the address on the net is for those who run it", async () => {
    const { marte } = await build.held();
    const office = build.visitors.as(marte);
    const { body: series } = await office.post("/event-parents", {
      ...{ kind: "series", title: { nb: "Frokost" }, organization: "naustet", recurrence: "FREQ=WEEKLY;COUNT=3" },
      events: [
        {
          ...{ title: { nb: "Frokost" }, startsAt: "2026-12-07T08:00:00+01:00", endsAt: "2026-12-07T09:00:00+01:00" },
          ...{
            onlineUrl: "https://rom.example/frokost",
            quotas: [{ name: "Bordet", size: 8 }],
            ticketTypes: [{ name: "Plass", quotas: ["Bordet"] }],
          },
        },
      ],
    });
    const ids = series.events.map(({ id }: { id: string }) => id);

    const { body } = await office.patch(`/events/${ids[1]}/following`, { lateCancelPercent: 20, freeCancelDays: 2 });

    expect(body).toEqual({ changed: 2 });
    const shown = await Promise.all(ids.map(async (id: string) => (await build.visitors.nobody.get(`/events/${id}`)).body));
    expect(shown.map(({ lateCancelPercent, onlineUrl }) => [lateCancelPercent, onlineUrl])).toEqual([
      [0, null],
      [20, null],
      [20, null],
    ]);
    // the one that refuses is named, and none is changed
    const [ada = ""] = await build.people(["Ada Berg"]);
    const last = (await office.get(`/events/${ids[2]}`)).body;
    await build.visitors.as(ada).post(`/events/${ids[2]}/registrations`, { ticketTypeId: last.ticketTypes[0].id });
    const refused = await office.patch(`/events/${ids[1]}/following`, { lateCancelPercent: 60 });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: "event_change.terms_stand", details: { event: { id: ids[2], slug: last.slug, title: { nb: "Frokost" } } } },
    });
    expect((await office.get(`/events/${ids[1]}`)).body.lateCancelPercent).toBe(20);
    expect((await office.get(`/events/${ids[0]}`)).body.onlineUrl).toBe("https://rom.example/frokost");
  });
});
