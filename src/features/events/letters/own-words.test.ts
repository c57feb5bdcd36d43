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

test("a letter is sent as it was shown beforehand, with the words of those who run the event in the reader's language", async () => {
  const { marte, event, register } = await build.held({ event: { place: "Salen" } });
  const [ada = ""] = await build.people(["Ada Berg"]);
  await installation.db.updateTable("people").set({ locale: "nn" }).where("id", "=", ada).execute();
  const as = build.visitors.as(marte);
  await as.put(`/events/${event.id}/letters/confirmed/words`, { nb: "Ta med kopp.", nn: "Ta med kopp, er du snill.\n\nParker bak huset." });

  const shown = (await as.get(`/events/${event.id}/letters?in=nn`)).body.items.find(({ about }) => about === "confirmed");
  const { body } = await register(ada);
  await doWhatIsDue(installation);

  const sent = await installation.db
    .selectFrom("letters")
    .selectAll()
    .where("recipient", "=", "ada.berg@example.test")
    .executeTakeFirstOrThrow();
  const own = body.tickets[0]?.code ?? "";
  const said =
    shown?.parts
      .filter((part) => typeof part === "string")
      .map((part) => part.replace("K7M4 QX2R", `${own.slice(0, 4)} ${own.slice(4)}`)) ?? [];
  expect(sent.subject).toBe(shown?.subject);
  expect(said).toContain("Parker bak huset.");
  expect(said.filter((part) => !sent.body_text.includes(part))).toEqual([]);
});

test("words are taken away by writing none, and only those who run the event see the letters", async () => {
  const { marte, event } = await build.held();
  const [ada = ""] = await build.people(["Ada Berg"]);
  const as = build.visitors.as(marte);
  await as.put(`/events/${event.id}/letters/came/words`, { en: "Pictures: https://bilder.example" });

  const before = (await as.get(`/events/${event.id}/letters?in=nb`)).body.items.find(({ about }) => about === "came");
  const after = (await as.put(`/events/${event.id}/letters/came/words`, { en: "" })).body.items.find(({ about }) => about === "came");

  expect(before?.parts).toContain("Pictures: https://bilder.example");
  expect([after?.own, after?.parts.includes("Pictures: https://bilder.example")]).toEqual([{}, false]);
  expect((await build.visitors.as(ada).get(`/events/${event.id}/letters`)).status).toBe(404);
});

test("every letter an event may send can be seen, those it never sends are left out, and words are added to some", async () => {
  const { event, marte } = await build.held({ type: { priceOre: 10_000 } });
  const as = build.visitors.as(marte);
  const read = async (id: string) => (await as.get(`/events/${id}/letters?in=nb`)).body.items;

  const open = await read(event.id);
  await as.patch(`/events/${event.id}`, { needsApproval: true });
  const asking = await read(event.id);
  const { body: festival } = await as.post("/event-parents", {
    ...{ kind: "festival", title: { nb: "Festivalen" }, organization: "naustet" },
    events: ["Åpning", "Fest"].map((nb) => ({ title: { nb }, startsAt: "2026-12-10T18:00:00+01:00", endsAt: "2026-12-10T21:00:00+01:00" })),
  });
  const joint = (await read(festival.events[0]?.id)).find(({ about }) => about === "joint");

  expect(open.filter(({ own }) => own !== null).map(({ about }) => about)).toEqual([
    "confirmed",
    "reminder",
    "event_changed",
    "came",
    "missed",
  ]);
  expect(open.filter(({ own }) => own === null).map(({ about }) => about)).toEqual([
    ...["invited", "named", "waiting", "offered", "offer_lapsed", "moved", "returned", "cancelled", "event_cancelled"],
  ]);
  expect(asking.map(({ about }) => about).filter((about) => !open.some((letter) => letter.about === about))).toEqual([
    "pending",
    "refused",
    "unanswered",
  ]);
  expect(open.find(({ about }) => about === "cancelled")?.parts).toContain("Du skylder ikke noe for den.");
  expect(joint?.subject).toBe("Du er påmeldt: Festivalen");
  expect(joint?.parts[0]).toContain("På ett står du på venteliste.");
});
