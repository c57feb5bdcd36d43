import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue, tellAllAgain } from "../../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { writeUse } from "../../bookings/write-use.ts";
import { tellOfAllowances } from "./tell-of-allowances.ts";

let installation: TestInstallation;

beforeAll(async () => {
  installation = await testInstallation();
});
beforeEach(() => installation.setClock("2026-11-23T09:00:00+01:00"));
afterAll(() => installation.close());

let houses = 0;

async function house() {
  houses += 1;
  const network = networkBuilder(installation);
  const space = await network.space(`loftet-${houses}`);
  const person = (name: string) => network.person(name, { email: `${name}.${houses}@example.test`.toLowerCase() });
  const [mona, amina, ola] = [await person("Mona"), await person("Amina"), await person("Ola")];
  await network.position(mona, space.organizationId, "manager");
  await network.membership(space.organizationId, { personId: amina });
  const nordlys = await network.organization(`nordlys-post-${houses}`, { name: "Nordlys AS", kinds: ["company"] });
  await network.position(ola, nordlys, "manager");
  const room = await network.resource(space, "Fjorden");
  const { as } = callers(installation);
  const [asMona, asAmina] = [as(mona), as(amina)];
  const planOf = async (given: object) =>
    (
      await asMona.post(`/spaces/${space.slug}/plans`, {
        names: { nb: "Fleks" },
        priceOre: 100_000,
        period: "month",
        includedRoomMinutes: 120,
        ...given,
      })
    ).body.id;
  const start = async (planId: string, holder: object) =>
    (await asMona.post(`/spaces/${space.slug}/subscriptions`, { planId, ...holder })).body.id;
  /** The letters, after everything was told twice, as after a crash. */
  const subjects = async (name: string) => {
    await doWhatIsDue(installation);
    await tellAllAgain(installation);
    await doWhatIsDue(installation);
    const rows = await installation.db
      .selectFrom("letters")
      .select("subject")
      .where("recipient", "=", `${name}.${houses}@example.test`)
      .orderBy("id")
      .execute();
    return rows.map(({ subject }) => subject);
  };
  return { space, room, nordlys, ids: { amina, ola }, mona: asMona, amina: asAmina, planOf, start, subjects };
}

describe("Whoever has a plan is written to, once,", () => {
  test("when it begins, is changed, rests and ends", async () => {
    const { ids, mona, planOf, start, subjects, space } = await house();
    const subscription = await start(await planOf({}), { personId: ids.amina });
    await mona.put(`/subscriptions/${subscription}/pause`, { from: "2026-12-01", until: "2027-01-10" });
    const more = await planOf({ names: { nb: "Mer" } });
    const { body: next } = await mona.put(`/subscriptions/${subscription}/next-plan`, { planId: more });

    await mona.put(`/subscriptions/${next.id}/end`, {});

    expect((await subjects("amina")).toSorted()).toEqual([
      "Fleks hos loftet-1 begynner mandag 23. november",
      "Fleks hos loftet-1 hviler fra onsdag 23. desember",
      "Fra onsdag 23. desember er planen din Mer",
      `Mer hos ${space.slug} slutter lørdag 23. januar`,
    ]);
  });

  test("or the managers of the company that pays, and the one it pays for", async () => {
    const { ids, nordlys, mona, planOf, start, subjects } = await house();
    const subscription = await start(await planOf({}), { organization: nordlys, seats: 2 });
    await mona.post(`/subscriptions/${subscription}/people`, { personId: ids.amina });

    expect(await subjects("ola")).toEqual([`Fleks hos loftet-${houses} begynner mandag 23. november`]);
    expect(await subjects("amina")).toEqual([`Nordlys AS betaler for deg hos loftet-${houses}`]);
  });

  test("when what it includes is used, not while it is only held", async () => {
    const { ids, room, amina, planOf, start, subjects } = await house();
    await start(await planOf({}), { personId: ids.amina });
    await amina.post(`/resources/${room}/bookings`, { startsAt: "2026-11-24T10:00:00+01:00", endsAt: "2026-11-24T12:00:00+01:00" });

    await tellOfAllowances(installation);
    const held = await subjects("amina");
    installation.setClock("2026-11-24T12:00:00+01:00");
    await writeUse(installation);
    await tellOfAllowances(installation);
    await tellOfAllowances(installation);

    expect(held).toHaveLength(1);
    expect((await subjects("amina")).slice(1)).toEqual(["Du har brukt det Fleks inkluderer"]);
  });

  test("a week before a pack with something left runs out", async () => {
    const { ids, planOf, start, subjects } = await house();
    await start(await planOf({ names: { nb: "Klipp" }, period: "once", validDays: 30 }), { personId: ids.amina });
    installation.setClock("2026-12-15T09:00:00+01:00");
    await tellOfAllowances(installation);
    const early = await subjects("amina");
    installation.setClock("2026-12-16T09:00:00+01:00");
    await tellOfAllowances(installation);
    installation.setClock("2026-12-17T09:00:00+01:00");
    await tellOfAllowances(installation);

    expect(early).toHaveLength(1);
    expect((await subjects("amina")).slice(1)).toEqual([`Klipp hos loftet-${houses} går ut onsdag 23. desember`]);
  });
});
