import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { differenceOf } from "./diff.ts";
import { firstWording } from "./draft.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let visitors: ReturnType<typeof callers>;

beforeEach(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
  visitors = callers(installation);
});
afterEach(() => installation.close());

const texts = { nb: "Seks dager.", nn: "Seks dagar.", en: "Six days." };

/** Blender and WorkWork in one agreement; Unni runs Blender, Randi runs WorkWork, Ingrid coordinates, Amina is a member of Blender. */
async function twoHouses() {
  const [blender, workwork] = [await network.space("blender"), await network.space("workwork")];
  const agreement = await network.agreement([blender, workwork]);
  for (const house of [blender, workwork]) await network.membership(agreement.networkId, { organizationId: house.organizationId });
  const [unni, randi, ingrid] = [
    await network.person("Unni Lia"),
    await network.person("Randi Skjold"),
    await network.person("Ingrid Berg"),
  ];
  await network.position(unni, blender.organizationId, "manager");
  await network.position(randi, workwork.organizationId, "manager");
  await network.position(ingrid, agreement.networkId, "coordinator");
  const amina = await network.member("Amina Larsen", blender);
  return { blender, workwork, unni, randi, ingrid, amina, path: `/networks/${agreement.networkId}/agreement` as const };
}

type Houses = Awaited<ReturnType<typeof twoHouses>>;

/** Version 2 with six days a month, published to hold from the day. */
async function published({ ingrid, path }: Houses, validFrom: string) {
  const coordinator = visitors.as(ingrid);
  const draft = (await coordinator.post(`${path}/versions`)).body;
  const wording = { texts, terms: draft.terms, quotas: [{ dimension: "person", daysPerMonth: 6 }] };
  await coordinator.put(`${path}/versions/2`, wording, { "if-match": `"${draft.revision}"` });
  return coordinator.put(`${path}/versions/2/publication`, { validFrom });
}

/** The membership of a house in the network. */
async function membershipOf({ ingrid, path }: Houses, house: { organizationId: string }) {
  const members = await visitors.as(ingrid).get(`/organizations/${path.split("/")[2]}/members`);
  return members.body.items.find(({ organizationId }) => organizationId === house.organizationId)?.id;
}

test("an agreement nobody has begun is there for the coordinator, who can begin it", async () => {
  const networkId = await network.organization("lyngen", { name: "Lyngen", kinds: ["network"] });
  const [ingrid, unni] = [await network.person("Ingrid Berg"), await network.person("Unni Lia")];
  await network.position(ingrid, networkId, "coordinator");

  const [hers, others] = [
    await visitors.as(ingrid).get("/networks/lyngen/agreement"),
    await visitors.as(unni).get("/networks/lyngen/agreement"),
  ];
  const draft = await visitors.as(ingrid).post("/networks/lyngen/agreement/versions");

  expect(hers).toMatchObject({ status: 200, body: { inForce: null, draft: null, coming: [], spaces: [], abilities: { edit: true } } });
  expect(others.status).toBe(404);
  expect(draft).toMatchObject({ status: 201, body: { version: 1 } });
});

describe("A new version", () => {
  test("begins as a copy of the latest, and is seen by the coordinator alone until it is published", async () => {
    const { ingrid, unni, path } = await twoHouses();

    const draft = await visitors.as(ingrid).post(`${path}/versions`);
    const again = await visitors.as(ingrid).post(`${path}/versions`);
    const seen = await visitors.as(unni).get(path);
    const refused = await visitors.as(unni).post(`${path}/versions`);

    expect(draft).toMatchObject({
      status: 201,
      body: { version: 2, isPublished: false, quotas: [{ dimension: "person", daysPerMonth: 5 }] },
    });
    expect(again.body).toEqual(draft.body);
    expect(seen.body).toMatchObject({ inForce: { version: 1 }, draft: null, coming: [] });
    expect(refused.status).toBe(404);
  });

  test("is not saved over another's change", async () => {
    const { ingrid, path } = await twoHouses();
    const { body: draft } = await visitors.as(ingrid).post(`${path}/versions`);
    const wording = { texts, terms: draft.terms, quotas: [] };
    await visitors.as(ingrid).put(`${path}/versions/2`, wording, { "if-match": `"${draft.revision}"` });

    const late = await visitors.as(ingrid).put(`${path}/versions/2`, wording, { "if-match": `"${draft.revision}"` });

    expect(late.status).toBe(412);
  });

  test("holds from tomorrow at the earliest, and never changes once published", async () => {
    const houses = await twoHouses();
    installation.setClock("2026-11-30T09:00:00Z");
    const today = await published(houses, "2026-11-30");

    const tomorrow = await visitors.as(houses.ingrid).put(`${houses.path}/versions/2/publication`, { validFrom: "2026-12-01" });
    const changed = await visitors.as(houses.ingrid).put(`${houses.path}/versions/2`, { texts, terms: tomorrow.body.terms, quotas: [] });

    expect(today).toMatchObject({ status: 409, body: { code: "agreement.too_early" } });
    expect(tomorrow).toMatchObject({ status: 200, body: { isPublished: true, validFrom: "2026-12-01" } });
    expect(changed).toMatchObject({ status: 409, body: { code: "agreement.published" } });
  });

  test("takes over on the first of a month, so that nobody's days of that month are counted anew", async () => {
    const houses = await twoHouses();

    const answer = await published(houses, "2026-12-15");

    expect(answer).toMatchObject({ status: 409, body: { code: "agreement.mid_month" } });
  });

  test("is not published while a language has no text", async () => {
    const { ingrid, path } = await twoHouses();
    await visitors.as(ingrid).post(`${path}/versions`);

    const answer = await visitors.as(ingrid).put(`${path}/versions/2/publication`, { validFrom: "2026-12-01" });

    expect(answer).toMatchObject({ status: 409, body: { code: "agreement.text_missing" } });
  });
});

describe("From a version's first day", () => {
  test("a house that has not accepted it gives no days, and one that has does", async () => {
    const houses = await twoHouses();
    await published(houses, "2026-12-01");
    await visitors.as(houses.unni).put("/spaces/blender/agreement-acceptances/2");
    const amina = visitors.as(houses.amina);

    const before = await amina.post("/spaces/workwork/day-passes", { day: "2026-11-30" });
    const refused = await amina.post("/spaces/workwork/day-passes", { day: "2026-12-01" });
    await visitors.as(houses.randi).put("/spaces/workwork/agreement-acceptances/2");
    const accepted = await amina.post("/spaces/workwork/day-passes", { day: "2026-12-01" });

    expect(before.body.state).toBe("held");
    expect(refused).toMatchObject({ status: 409, body: { code: "exchange.no_agreement" } });
    expect(accepted.body.state).toBe("held");
  });

  test("members of a house that has not accepted it take no days, and its manager is asked", async () => {
    const houses = await twoHouses();
    await published(houses, "2026-12-01");
    await visitors.as(houses.randi).put("/spaces/workwork/agreement-acceptances/2");

    const refused = await visitors.as(houses.amina).post("/spaces/workwork/day-passes", { day: "2026-12-01" });
    const asked = await visitors.as(houses.unni).get("/spaces/blender/agreements");

    expect(refused).toMatchObject({ status: 409, body: { code: "exchange.not_member" } });
    expect(asked.body.items).toMatchObject([{ takesPart: true, asked: [2], coming: [{ version: 2, validFrom: "2026-12-01" }] }]);
  });
});

describe("A house that leaves", () => {
  test("honours booked days, gives no new ones, and its members take none", async () => {
    const houses = await twoHouses();
    const amina = visitors.as(houses.amina);
    const booked = await amina.post("/spaces/workwork/day-passes", { day: "2026-12-03" });

    const left = await visitors.as(houses.randi).put("/spaces/workwork/agreement-withdrawal", { from: "2026-12-02" });
    const earlier = await amina.post("/spaces/workwork/day-passes", { day: "2026-12-01" });
    const later = await amina.post("/spaces/workwork/day-passes", { day: "2026-12-04" });
    const still = await amina.get(`/day-passes/${booked.body.id}`);

    expect(left.status).toBe(204);
    expect(earlier.body.state).toBe("held");
    expect(later).toMatchObject({ status: 409, body: { code: "exchange.no_agreement" } });
    expect(still.body.state).toBe("held");
  });

  test("takes its members' days with it from that day, until it accepts again", async () => {
    const houses = await twoHouses();
    const amina = visitors.as(houses.amina);
    await visitors.as(houses.unni).put("/spaces/blender/agreement-withdrawal", { from: "2026-12-02" });

    const refused = await amina.post("/spaces/workwork/day-passes", { day: "2026-12-03" });
    await visitors.as(houses.unni).put("/spaces/blender/agreement-acceptances/1");
    const again = await amina.post("/spaces/workwork/day-passes", { day: "2026-12-03" });

    expect(refused).toMatchObject({ status: 409, body: { code: "exchange.not_member" } });
    expect(again.body.state).toBe("held");
  });

  test("is taken out by its own manager only", async () => {
    const houses = await twoHouses();

    const other = await visitors.as(houses.randi).put("/spaces/blender/agreement-withdrawal", { from: "2026-12-02" });
    const accepting = await visitors.as(houses.randi).put("/spaces/blender/agreement-acceptances/1");
    const reading = await visitors.as(houses.randi).get("/spaces/blender/agreements");

    expect([other.status, accepting.status, reading.status]).toEqual([404, 404, 404]);
  });
});

test("the difference between two versions names changed figures and paragraphs", () => {
  const before = { ...firstWording, texts: { nb: "Fem dager.\nDet er gratis." } };
  const after = {
    texts: { nb: "Seks dager.\nDet er gratis." },
    terms: { ...before.terms, answerHours: 48 },
    quotas: [{ dimension: "person" as const, daysPerMonth: 6 }],
  };

  expect(differenceOf(before, after, "nb")).toEqual({
    terms: [{ term: "answerHours", before: 24, after: 48 }],
    quotas: [{ dimension: "person", before: 5, after: 6 }],
    text: [
      { kind: "removed", line: "Fem dager." },
      { kind: "added", line: "Seks dager." },
      { kind: "same", line: "Det er gratis." },
    ],
  });
  expect(differenceOf(before, before, "nb")).toEqual({ terms: [], quotas: [], text: [] });
});

describe("A house that leaves the network", () => {
  test("gives and takes no days from then on, and honours those booked", async () => {
    const houses = await twoHouses();
    const { workwork, ingrid, amina } = houses;
    const booked = await visitors.as(amina).post("/spaces/workwork/day-passes", { day: "2026-12-10" });
    const gaute = await network.member("Gaute Moe", workwork);

    await visitors.as(ingrid).put(`/memberships/${await membershipOf(houses, workwork)}/end`, { to: "2026-12-01", reason: "leaves" });
    await doWhatIsDue(installation);

    const claim = async (person: string, space: string, day: string) => {
      const { status, body } = await visitors.as(person).post(`/spaces/${space}/day-passes`, { day });
      return body.code && status === 409 ? body.code : body.state;
    };
    expect([await claim(amina, "workwork", "2026-11-30"), await claim(gaute, "blender", "2026-11-30")]).toEqual(["held", "held"]);
    expect([await claim(amina, "workwork", "2026-12-01"), await claim(gaute, "blender", "2026-12-01")]).toEqual([
      "exchange.no_agreement",
      "exchange.not_member",
    ]);
    expect((await visitors.as(amina).get(`/day-passes/${booked.body.id}`)).body.state).toBe("held");
  });

  test("stays in the agreement when only its tier changes", async () => {
    const houses = await twoHouses();
    const { workwork, ingrid, amina } = houses;

    await visitors.as(ingrid).patch(`/memberships/${await membershipOf(houses, workwork)}`, { tier: "large" });
    await doWhatIsDue(installation);

    expect((await visitors.as(amina).post("/spaces/workwork/day-passes", { day: "2026-12-10" })).body.state).toBe("held");
  });
});
