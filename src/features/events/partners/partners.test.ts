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

test("partners stand on the page by how large they are, and what each was shown on is for those who run it", async () => {
  const { marte, event } = await build.held();
  await build.network.organization("fjord", { name: "Fjord Energi" });
  const as = build.visitors.as(marte);
  const path = `/events/${event.id}/partners` as const;

  const sponsor = await as.post(path, { name: "Ås Sparebank", level: "sponsor", website: "https://bank.example" });
  await as.post(path, { organization: "fjord", level: "main" });
  await as.post(`/event-partners/${sponsor.body.items[0]?.id}/exposures`, {
    kind: "big_screen",
    shownOn: "2026-12-03",
    seenBy: 80,
    note: "Pausen",
  });
  const neither = await as.post(path, { level: "main" });

  expect(neither.body.errors).toMatchObject([{ field: "name" }]);
  const told = (await as.get(path)).body;
  expect(
    told.items.map(({ name, level, organization, exposures }) => [
      name,
      level,
      organization?.slug,
      exposures.map(({ kind, shownOn, seenBy }) => [kind, shownOn, seenBy]),
    ]),
  ).toEqual([
    ["Fjord Energi", "main", "fjord", [["event_page", "2026-11-23", null]]],
    [
      "Ås Sparebank",
      "sponsor",
      undefined,
      [
        ["event_page", "2026-11-23", null],
        ["big_screen", "2026-12-03", 80],
      ],
    ],
  ]);
  const seen = (await build.visitors.nobody.get(path)).body;
  expect(seen.items.map(({ name, exposures }) => [name, exposures])).toEqual([
    ["Fjord Energi", []],
    ["Ås Sparebank", []],
  ]);
});

test("who is taken off is seen by those who run it alone, with what was written down; a festival's partners stand on its events", async () => {
  const { marte, event } = await build.held();
  const as = build.visitors.as(marte);
  const row = { title: { nb: "Åpning" }, startsAt: "2026-12-01T08:00:00Z", endsAt: "2026-12-01T10:00:00Z" };
  const { body: festival } = await as.post("/event-parents", {
    kind: "festival",
    title: { nb: "Festivalen" },
    organization: "naustet",
    events: [row],
  });
  await as.post(`/event-parents/${festival.id}/partners`, { name: "Ås Sparebank" });
  const own = (await as.post(`/events/${event.id}/partners`, { name: "Fjord Energi" })).body.items[0]?.id;

  const ended = await as.delete(`/event-partners/${own}`);

  expect(ended.status).toBe(204);
  const path = `/events/${event.id}/partners` as const;
  expect((await build.visitors.nobody.get(path)).body.items).toEqual([]);
  expect((await as.get(path)).body.items).toMatchObject([
    { name: "Fjord Energi", endedAt: installation.now().toString(), exposures: [{ kind: "event_page" }] },
  ]);
  const opening = (await build.visitors.nobody.get(`/events/${festival.events[0]?.slug}/partners`)).body;
  expect([opening.items, opening.ofParent.map(({ name }) => name)]).toEqual([[], ["Ås Sparebank"]]);
});
