import { afterEach, beforeEach, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../../tests/support/jobs.ts";
import { areRequestsDue } from "./requests-due.ts";
import { tellOfRequests } from "./tell-of-requests.ts";

let installation: TestInstallation;
let build: ReturnType<typeof eventBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = eventBuilder(installation);
});
afterEach(() => installation.close());

async function lettersLike(key: string) {
  await doWhatIsDue(installation);
  return installation.db
    .selectFrom("letters")
    .select(["recipient", "subject", "body_text"])
    .where("letter_key", "like", `${key}/%`)
    .orderBy("recipient")
    .orderBy("subject")
    .execute();
}

test("those who run an event are written to once about all who ask to come, and again hours later when there are more", async () => {
  const { register, house, event } = await build.held({ size: 9, event: { needsApproval: true, approvalHours: 48 } });
  const host = await build.network.person("Hege Host");
  await build.network.position(host, house.organizationId, "host");
  const [ada = "", bo = "", cy = ""] = await build.people(["Ada Berg", "Bo Dahl", "Cy Eng"]);
  await register(ada);
  await register(bo);

  await tellOfRequests(installation);
  await tellOfRequests(installation);
  await register(cy);
  await tellOfRequests(installation);
  const first = await lettersLike("event.requests");
  installation.setClock("2026-11-23T13:00:00+01:00");
  await tellOfRequests(installation);

  expect(first.map(({ recipient, subject }) => [recipient, subject])).toEqual([["marte.moen@example.test", "2 spør om å få komme"]]);
  expect(first[0]?.body_text).toContain("Eiendomsfrokost, torsdag 3. desember kl. 08:00: 2 venter på svar.");
  expect(first[0]?.body_text).toContain(`/nb/events/${event.slug}/registrations`);
  const all = await lettersLike("event.requests");
  expect(all.map(({ subject }) => subject)).toEqual(["2 spør om å få komme", "3 spør om å få komme"]);
});

test("nobody is written to about requests that were answered", async () => {
  const { register, marte } = await build.held({ event: { needsApproval: true } });
  const [ada = ""] = await build.people(["Ada Berg"]);
  const { body } = await register(ada);
  await build.visitors.as(marte).put(`/registrations/${body.id}/approval`);

  await tellOfRequests(installation);

  expect(await lettersLike("event.requests")).toEqual([]);
});

test("a letter does not wait so long that a place would be lost", () => {
  const at = (time: string) => Temporal.Instant.from(`2026-11-23T${time}:00Z`);
  const told = { untold: 1, toldAt: at("10:00") };

  expect(areRequestsDue({ ...told, firstUntil: at("18:00") }, at("11:00"))).toBe(false);
  expect(areRequestsDue({ ...told, firstUntil: at("13:30") }, at("11:00"))).toBe(true);
  expect(areRequestsDue({ ...told, firstUntil: at("18:00") }, at("14:00"))).toBe(true);
  expect(areRequestsDue({ untold: 0, toldAt: null, firstUntil: at("11:30") }, at("11:00"))).toBe(false);
});

test("whoever gives a place back is told what it costs: nothing in time, the fee with VAT when it is late", async () => {
  const { house, register } = await build.held({
    size: 5,
    type: { priceOre: 80_000 },
    event: { freeCancelDays: 3, lateCancelPercent: 50 },
  });
  await installation.db
    .insertInto("register_entries")
    .values({
      organization_id: house.organizationId,
      ...{ organization_number: "914778271", status: "active", source: "Enhetsregisteret", address: "null", answer: "{}" },
      ...{ vat_registered: true, fetched_at: installation.now() },
    })
    .execute();
  const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
  const [{ body: early }, { body: late }] = [await register(ada), await register(bo)];

  await build.visitors.as(ada).put(`/registrations/${early.id}/cancellation`);
  installation.setClock("2026-12-02T09:00:00+01:00");
  await build.visitors.as(bo).put(`/registrations/${late.id}/cancellation`);

  const told = (await lettersLike("registration.cancelled")).map(({ recipient, body_text: text }) => [recipient, text]);
  expect(told).toEqual([
    ["ada.berg@example.test", expect.stringContaining("Du skylder ikke noe for den.")],
    ["bo.dahl@example.test", expect.stringContaining("Fristen for å gi tilbake gratis var ute, så du skylder 500\u00a0kr.")],
  ]);
});
