import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { bookingSubscriptions } from "../index.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let houses = 0;

beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
});
beforeEach(() => installation.setClock("2026-11-23T09:00:00+01:00"));
afterAll(() => installation.close());

const at = (day: string, time: string) => `2026-11-${day}T${time}:00+01:00`;
const shut = { opens: null, closes: null, reasons: { nb: "Flytting" } };

/** A house with a room at 300 kroner the hour, to be given back two days before; a member with a time tomorrow, and one at its desk. */
async function house() {
  houses += 1;
  const space = await network.space(`stengt-${houses}`, { name: "Huset" });
  const [amina, vera] = [
    await network.person("Amina Larsen", { email: `amina.${houses}@example.test` }),
    await network.person("Vera Vert", { email: `vera.${houses}@example.test` }),
  ];
  await network.membership(space.organizationId, { personId: amina });
  await network.position(vera, space.organizationId, "manager");
  const room = await network.resource(space, "Fjorden", { cancel_by_minutes: 2 * 24 * 60 });
  const price = { resource_id: room, audience: "members", unit: "hour", amount_ore: 30_000 };
  await installation.db.insertInto("resource_prices").values(price).execute();
  const { as } = callers(installation);
  const [member, desk] = [as(amina), as(vera)];
  const book = async (day: string, from: string, to: string, more: object = {}, by = member): Promise<string> =>
    (await by.post(`/resources/${room}/bookings`, { startsAt: at(day, from), endsAt: at(day, to), ...more })).body.id;
  const shutDay = (given: object = shut) => desk.put(`/spaces/${space.slug}/opening-exceptions/2026-11-24`, given);
  const stateOf = async (id: string) => (await desk.get(`/bookings/${id}`)).body.state;
  const charges = async () => (await desk.get(`/spaces/${space.id}/charges?from=2026-11-01&until=2026-12-01`)).body.items;
  const lettersTo = async (recipient: string) => {
    await doWhatIsDue(installation, { subscriptions: bookingSubscriptions });
    const letters = installation.db.selectFrom("letters").select(["subject", "body_text"]).where("recipient", "=", recipient);
    return await letters.orderBy("id").execute();
  };
  return { space, room, amina, member, desk, book, shutDay, stateOf, charges, lettersTo, mail: `amina.${houses}@example.test` };
}

describe("A day the house shuts", () => {
  test("is given back by those who have booked, at no cost however late it is, and each is told once of all their times", async () => {
    const { book, shutDay, stateOf, charges, lettersTo, mail } = await house();
    const ids = [await book("24", "10:00", "11:00"), await book("24", "13:00", "14:00"), await book("25", "10:00", "11:00")];

    for (const _ of [1, 2]) await shutDay();
    const letters = await lettersTo(mail);

    expect(await Promise.all(ids.map(stateOf))).toEqual(["cancelled", "cancelled", "confirmed"]);
    expect(await charges()).toEqual([]);
    expect(letters.map(({ subject }) => subject)).toEqual(["Huset er stengt tirsdag 24. november: tidene dine er avlyst"]);
    expect(letters[0]?.body_text).toContain("Huset skriver: Flytting");
    expect(letters[0]?.body_text).toContain("Fjorden, tirsdag 24. november kl. 13:00");
  });

  test("stands for what the house let in past its own rules, and that is said", async () => {
    const { book, shutDay, stateOf, lettersTo, amina, desk, mail } = await house();
    const ordinary = await book("24", "10:00", "11:00");
    const letIn = await book("24", "19:00", "20:00", { personId: amina, overrideReason: "Styremøte" }, desk);

    await shutDay();
    const told = await lettersTo(mail);
    const [letter, ...more] = told.filter(({ subject }) => subject.startsWith("Huset er stengt"));

    expect([await stateOf(ordinary), await stateOf(letIn), more]).toEqual(["cancelled", "confirmed", []]);
    expect(letter?.body_text).toMatch(/avlyst, og du betaler ikke for det:\s+Fjorden, tirsdag 24. november kl. 10:00/);
    expect(letter?.body_text).toMatch(/Dette står, .*\s+Fjorden, tirsdag 24. november kl. 19:00/);
  });

  test("that only closes earlier, or is open again before anybody is told, cancels nothing", async () => {
    const { space, desk, book, shutDay, stateOf, lettersTo, mail } = await house();
    const id = await book("24", "10:00", "11:00");

    await shutDay({ opens: "09:00", closes: "12:00", reasons: {} });
    const earlier = await lettersTo(mail);
    await shutDay();
    await desk.ask(`DELETE /spaces/${space.slug}/opening-exceptions/2026-11-24`);

    expect([earlier, await lettersTo(mail), await stateOf(id)]).toEqual([[], [], "confirmed"]);
  });
});

test("what the house cancels for others is never owed; who gives back too late themselves owes", async () => {
  const { book, member, desk, charges } = await house();
  const [byHouse, byMember] = [await book("24", "10:00", "11:00"), await book("24", "12:00", "13:00")];

  await desk.put(`/bookings/${byHouse}/cancellation`, { reason: "Vannlekkasje" });
  const none = await charges();
  await member.put(`/bookings/${byMember}/cancellation`, {});

  expect(none).toEqual([]);
  expect((await charges()).map(({ kind, amountOre, cause }) => [kind, amountOre, cause.bookingId])).toEqual([
    ["late_cancellation", 30_000, byMember],
  ]);
});
