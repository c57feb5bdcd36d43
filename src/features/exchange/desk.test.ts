import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { newId } from "../../platform/database/id.ts";
import { guestsChannel } from "./live-guests.ts";

const today = "2026-11-23";
let installation: TestInstallation;
let visitors: ReturnType<typeof callers>;

beforeEach(async () => {
  installation = await testInstallation();
  visitors = callers(installation);
});
afterEach(() => installation.close());

/** WorkWork takes Amina from Blender Collective today; Henrik stands at WorkWork's desk, Mona runs Blender Collective. */
async function theDay() {
  const network = networkBuilder(installation);
  const host = await network.space("workwork", { name: "WorkWork", town: "Trondheim" });
  const home = await network.space("blender-collective", { name: "Blender Collective" });
  await network.agreement([host, home]);
  await installation.db
    .updateTable("spaces")
    .set({ arrival: JSON.stringify({ nb: "Ring på når du kommer." }) })
    .where("id", "=", host.id)
    .execute();
  const amina = await network.member("Amina Larsen", home);
  const [henrik, mona] = [await network.person("Henrik Dahl"), await network.person("Mona Vik")];
  await network.position(henrik, host.organizationId, "host");
  await network.position(mona, home.organizationId, "manager");
  const { body: pass } = await visitors.as(amina).post("/spaces/workwork/day-passes", { day: today });
  return { host, home, amina, henrik, mona, pass };
}

describe("The code at a door", () => {
  test("is given to the host, leads to the space, and lets its guest check in alone", async () => {
    const { amina, henrik, host, pass } = await theDay();

    const { body: door } = await visitors.as(henrik).get("/spaces/workwork/door-code");
    const read = await visitors.nobody.get(`/door-codes/${door.code}`);
    const scan = { nonce: newId(), scannedAt: "2026-11-23T08:00:00Z", door: door.code };
    const checkedIn = await visitors.as(amina).put(`/day-passes/${pass.id}/check-in`, scan);

    expect(door.url).toBe(`http://localhost:3000/nb/door?code=${door.code}`);
    expect(read.body).toEqual({ space: { id: host.id, slug: "workwork", name: "WorkWork" }, today });
    expect(checkedIn.body).toMatchObject({ state: "checked_in", isDouble: false });
  });

  test("is for the host only, and a pass is no door code", async () => {
    const { amina, mona, pass } = await theDay();

    const statuses = [
      (await visitors.nobody.get("/spaces/workwork/door-code")).status,
      (await visitors.as(amina).get("/spaces/workwork/door-code")).status,
      (await visitors.as(mona).get("/spaces/workwork/door-code")).status,
      (await visitors.nobody.get(`/door-codes/${pass.token}`)).status,
    ];

    expect(statuses).toEqual([401, 404, 404, 404]);
  });
});

describe("A pass as a file", () => {
  test("is a PDF to print and a picture of the code, for the holder", async () => {
    const { amina, pass } = await theDay();

    const pdf = await visitors.as(amina).get(`/day-passes/${pass.id}.pdf`);
    const png = await visitors.as(amina).get(`/day-passes/${pass.id}.png`);

    expect([pdf.status, pdf.headers.get("content-type"), pdf.body.slice(0, 5)]).toEqual([200, "application/pdf", "%PDF-"]);
    expect([png.status, png.headers.get("content-type"), png.body.slice(1, 4)]).toEqual([200, "image/png", "PNG"]);
    expect(pdf.body).toContain("/Lang (nb-NO)");
    expect([pdf, png].map(({ headers }) => headers.get("cache-control"))).toEqual(["private, no-store", "private, no-store"]);
  });

  test("is nobody else's, the host's and the home's neither, and ends with the pass", async () => {
    const { amina, henrik, mona, pass } = await theDay();
    const others = [];
    for (const person of [henrik, mona]) others.push((await visitors.as(person).get(`/day-passes/${pass.id}.pdf`)).status);
    others.push((await visitors.nobody.get(`/day-passes/${pass.id}.png`)).status);
    await visitors.as(amina).put(`/day-passes/${pass.id}/cancellation`);

    expect(others).toEqual([404, 404, 401]);
    expect((await visitors.as(amina).get(`/day-passes/${pass.id}.pdf`)).status).toBe(409);
  });
});

describe("A line of the checklist", () => {
  const done = () =>
    installation.db.selectFrom("duties_done").select(["duty_id", "done_at", "done_by"]).where("is_done", "=", true).execute();
  const logged = () =>
    installation.db
      .selectFrom("audit_log")
      .select(["action", "actor_person_id"])
      .where("action", "like", "day_pass.%duty")
      .orderBy("id")
      .execute();

  test("that was ticked without a connection is done when it was ticked, once however often it is sent, and logged", async () => {
    const { henrik, host, pass } = await theDay();
    const dutyId = await networkBuilder(installation).duty(host, "Vist rundt");
    const tick = (isDone: boolean) =>
      visitors.as(henrik).put(`/day-passes/${pass.id}/duties/${dutyId}`, { isDone, doneAt: "2026-11-23T08:41:00+01:00" });

    const statuses = [(await tick(true)).status, (await tick(true)).status];
    const ticked = await done();
    statuses.push((await tick(false)).status, (await tick(false)).status);

    expect(statuses).toEqual([204, 204, 204, 204]);
    expect(ticked).toEqual([{ duty_id: dutyId, done_at: Temporal.Instant.from("2026-11-23T07:41:00Z"), done_by: henrik }]);
    expect(await done()).toEqual([]);
    expect(await logged()).toEqual([
      { action: "day_pass.do_duty", actor_person_id: henrik },
      { action: "day_pass.undo_duty", actor_person_id: henrik },
    ]);
  });

  test("that was unticked stays so when a tick made before that is sent after it, and is ticked by a later one", async () => {
    const { henrik, host, pass } = await theDay();
    const dutyId = await networkBuilder(installation).duty(host, "Vist rundt");
    const at = (minute: number, isDone: boolean) =>
      visitors.as(henrik).put(`/day-passes/${pass.id}/duties/${dutyId}`, { isDone, doneAt: `2026-11-23T08:${minute}:00+01:00` });

    await at(43, false);
    await at(41, true);
    const afterLate = await done();
    await at(44, true);

    expect(afterLate).toEqual([]);
    expect(await done()).toMatchObject([{ duty_id: dutyId, done_at: Temporal.Instant.from("2026-11-23T07:44:00Z") }]);
  });

  test("of another house is not found, and no phone ticks in the future", async () => {
    const { henrik, home, host, pass } = await theDay();
    const network = networkBuilder(installation);
    const [elsewhere, here] = [await network.duty(home, "Vist rundt"), await network.duty(host, "Vist rundt")];
    const tick = (dutyId: string) =>
      visitors.as(henrik).put(`/day-passes/${pass.id}/duties/${dutyId}`, { isDone: true, doneAt: "2027-01-01T00:00:00Z" });

    const statuses = [(await tick(elsewhere)).status, (await tick(here)).status];

    expect(statuses).toEqual([404, 204]);
    expect((await done()).map(({ done_at }) => done_at)).toEqual([installation.now()]);
  });
});

describe("The live list of a desk", () => {
  test("is followed by the host only", async () => {
    const { amina } = await theDay();

    expect((await visitors.nobody.get("/spaces/workwork/events")).status).toBe(401);
    expect((await visitors.as(amina).get("/spaces/workwork/events")).status).toBe(404);
  });

  test("tells of a new guest, of a check-in, and of a second scan of the same pass", async () => {
    const { henrik, host, pass } = await theDay();
    const following = installation.live.subscribe(guestsChannel(host.id));
    await following.next();
    const told = async () => (await following.next()).value;

    await doWhatIsDue(installation);
    const claimed = await told();
    await visitors.as(henrik).put(`/day-passes/${pass.id}/check-in`, { nonce: newId(), scannedAt: "2026-11-23T08:00:00Z" });
    await doWhatIsDue(installation);
    const checkedIn = await told();
    await visitors.as(henrik).put(`/day-passes/${pass.id}/check-in`, { nonce: newId(), scannedAt: "2026-11-23T08:01:00Z" });
    const again = await told();

    expect([claimed, checkedIn, again]).toEqual(Array(3).fill({ kind: "message", payload: { passId: pass.id, day: today } }));
  });
});

test("guest terms come back as they were written, closed days as days", async () => {
  const { mona } = await theDay();
  const terms = { seatsPerWeekday: [8, 8, 8, 8, 6, 0, 0], askFirst: true, closedDays: ["2026-12-23", "2026-12-24"] };

  const { body: saved } = await visitors.as(mona).put("/spaces/blender-collective/guest-terms", terms);
  const { body: read } = await visitors.nobody.get("/spaces/blender-collective/guest-terms");

  expect(saved).toMatchObject(terms);
  expect(read).toMatchObject(terms);
});

describe("What a host does for a guest", () => {
  test("is in the log, once however often the phone sends it", async () => {
    const { henrik, host, pass } = await theDay();
    const dutyId = newId();
    const texts = JSON.stringify({ nb: "Vis rundt" });
    await installation.db.insertInto("host_duties").values({ space_id: host.id, id: dutyId, place_in_order: 1, texts }).execute();
    const desk = visitors.as(henrik);
    const duty = (isDone: boolean) => desk.put(`/day-passes/${pass.id}/duties/${dutyId}`, { isDone });

    for (const isDone of [true, true, false, false]) await duty(isDone);

    const details = { dutyId };
    expect(await deedsOf(henrik)).toEqual([
      { action: "day_pass.do_duty", subject_id: pass.id, organization_id: host.organizationId, details },
      { action: "day_pass.undo_duty", subject_id: pass.id, organization_id: host.organizationId, details },
    ]);
  });

  test("with a pass that was let in twice is in the log: the second scan, and what it was said to be", async () => {
    const { henrik, host, pass } = await theDay();
    const desk = visitors.as(henrik);
    const [first, second] = [newId(), newId()];
    await desk.put(`/day-passes/${pass.id}/check-in`, { nonce: first, scannedAt: "2026-11-23T08:00:00Z" });
    await desk.put(`/day-passes/${pass.id}/check-in`, { nonce: second, scannedAt: "2026-11-23T08:01:00Z" });
    const settle = (as: string) => desk.put(`/spaces/workwork/scans/${second}/settlement`, { as });

    const answers = [await settle("same_person"), await settle("same_person"), await settle("someone_else")];

    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
    const of = { subject_id: pass.id, organization_id: host.organizationId };
    expect(await deedsOf(henrik)).toEqual([
      { ...of, action: "day_pass.check_in", details: { scannedAt: "2026-11-23T08:00:00Z" } },
      { ...of, action: "day_pass.scan_again", details: { scannedAt: "2026-11-23T08:01:00Z" } },
      { ...of, action: "day_pass.settle_scan", details: { as: "same_person" } },
      { ...of, action: "day_pass.settle_scan", details: { as: "someone_else" } },
    ]);
  });
});

function deedsOf(personId: string) {
  return installation.db
    .selectFrom("audit_log")
    .select(["action", "subject_id", "organization_id", "details"])
    .where("actor_person_id", "=", personId)
    .orderBy("id")
    .execute();
}
