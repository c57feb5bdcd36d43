import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { queriesDuring } from "../../../tests/support/query-count.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { loadGeography } from "../geography/index.ts";
import { candidate as candidateSchema } from "./candidates-contract.ts";

let installation: TestInstallation;
let build: ReturnType<typeof networkBuilder>;
let visitors: ReturnType<typeof callers>;
let network: string;
let slug: string;
let ingrid: string;

beforeAll(async () => {
  installation = await testInstallation();
  await loadGeography(installation.db, installation.now());
  build = networkBuilder(installation);
  visitors = callers(installation);
});
afterAll(() => installation.close());

// every test has a network of its own, coordinated by Ingrid
beforeEach(async () => {
  installation.setClock("2026-11-23T09:00:00+01:00");
  slug = `network-${fresh()}`;
  network = await build.organization(slug, { kinds: ["network"] });
  ingrid = await person("Ingrid");
  await build.position(ingrid, network, "coordinator");
});

const as = (personId: string | undefined) => visitors.as(personId);
const fresh = () => newId().slice(-8);
const person = (name: string) => build.person(name, { email: `${name.toLowerCase()}-${fresh()}@example.test` });

async function candidate(name: string, given: Record<string, unknown> = {}) {
  const { status, body } = await as(ingrid).post(`/networks/${slug}/candidates`, { name, municipalityNumber: "5001", ...given });
  expect(status).toBe(201);
  return body;
}

const move = (who: string, id: string, stage: string, given: Record<string, unknown> = {}, version?: number) =>
  as(who).put(`/candidates/${id}/stage`, { stage, ...given }, version === undefined ? {} : { "if-match": `"${version}"` });

describe("the board", () => {
  test("a new place becomes an organization that only the network sees, and a prospect", async () => {
    const body = await candidate("Låven på Sør", { town: "Byneset", desks: 14, nextStep: "Ring daglig leder", nextStepOn: "2026-11-23" });

    const organization = await installation.db
      .selectFrom("organizations")
      .selectAll()
      .where("id", "=", body.organizationId)
      .executeTakeFirstOrThrow();
    expect(candidateSchema.strict().parse(body)).toMatchObject({
      stage: "prospect",
      municipality: "Trondheim",
      urgency: "today",
      desks: 14,
    });
    expect(organization).toMatchObject({
      visibility: "network",
      municipality_number: "5001",
      municipality_recorded_on: "2026-11-23",
      entered_by_network_id: network,
    });
    expect(organization.slug.startsWith("laven-pa-sor")).toBe(true);
  });

  test("the same organization stands on it once", async () => {
    const { slug: place } = await candidate("Loftet");

    const again = await as(ingrid).post(`/networks/${slug}/candidates`, { organization: place });

    expect(again).toMatchObject({ status: 409, body: { code: "candidate.already_there" } });
  });

  test("counts what presses, whatever is looked for, and shows the first of each stage", async () => {
    await candidate("Sein", { nextStep: "Ring", nextStepOn: "2026-11-18" });
    await candidate("Nå", { nextStep: "Ring", nextStepOn: "2026-11-23" });
    await candidate("Uten");
    const talking = await candidate("Snakker", { nextStep: "Møte", nextStepOn: "2026-11-20" });
    await move(ingrid, talking.id, "in_dialogue");

    const { body } = await as(ingrid).get(`/networks/${slug}/candidate-board?q=sein`);
    const first = await as(ingrid).get(`/networks/${slug}/candidate-board?cards=1`);

    expect(body.stages.map(({ stage, count }) => [stage, count])).toEqual([
      ["prospect", 1],
      ["contacted", 0],
      ["in_dialogue", 0],
      ["applied", 0],
    ]);
    expect(body).toMatchObject({ totals: { prospect: 3, in_dialogue: 1 }, overdue: 2, withoutNextStep: 1 });
    expect(body.calls.map(({ name }) => name)).toEqual(["Nå", "Sein"]);
    expect(first.body.stages[0]).toMatchObject({ count: 3, items: [{ name: "Sein" }] });
  });

  test("is filtered by name or town, county, owner and what presses", async () => {
    await candidate("Naustet", { municipalityNumber: "4647", town: "Førde", nextStep: "Ring", nextStepOn: "2026-11-01" });
    await candidate("Brygga", { ownerId: ingrid });
    const names = async (query: string) => {
      const { body } = await as(ingrid).get(`/networks/${slug}/candidates?${query}`);
      return body.items.map(({ name }) => name);
    };

    expect(await names("q=forde")).toEqual(["Naustet"]);
    expect(await names("county=50")).toEqual(["Brygga"]);
    expect(await names("municipality=4647")).toEqual(["Naustet"]);
    expect(await names(`owner=${ingrid}`)).toEqual(["Brygga"]);
    expect(await names("only=overdue")).toEqual(["Naustet"]);
    expect(await names("only=without_next_step")).toEqual(["Brygga"]);
    expect(await names("q=100%25")).toEqual([]);
  });

  test("the list goes on where it stopped", async () => {
    for (const name of ["Aker", "Bua", "Celsius"]) await candidate(name);
    const first = await as(ingrid).get(`/networks/${slug}/candidates?limit=2`);

    const rest = await as(ingrid).get(`/networks/${slug}/candidates?limit=2&cursor=${first.body.nextCursor}`);

    expect([...first.body.items, ...rest.body.items].map(({ name }) => name)).toEqual(["Aker", "Bua", "Celsius"]);
    expect(rest.body.nextCursor).toBeNull();
  });

  test("three candidates are read with as many queries as one", async () => {
    await candidate("Aker");
    const read = async (counted: Installation) => {
      const reader = callers(counted).as(ingrid);
      await reader.get(`/networks/${slug}/candidate-board`);
      await reader.get(`/networks/${slug}/candidates`);
      await reader.get(`/networks/${slug}/stage-changes`);
    };
    const atOne = await queriesDuring(installation, read);
    await candidate("Bua");
    await candidate("Celsius");

    const atThree = await queriesDuring(installation, read);

    expect(atThree).toBe(atOne);
  });

  test("only a coordinator of the network can be owner", async () => {
    const { id } = await candidate("Loftet");

    const refused = await as(ingrid).patch(`/candidates/${id}`, { ownerId: await person("Per") });

    expect(refused).toMatchObject({ status: 422, body: { code: "candidate.unknown_owner" } });
  });

  test("without a next step there is no day left over", async () => {
    const { id } = await candidate("Loftet", { nextStep: "Ring", nextStepOn: "2026-11-25", nextStepAt: "10:00" });

    const { body } = await as(ingrid).patch(`/candidates/${id}`, { nextStep: null });

    expect(body).toMatchObject({ nextStep: null, nextStepOn: null, nextStepAt: null, urgency: "without" });
  });
});

describe("a move", () => {
  test("is kept with who and why, and can be undone", async () => {
    const { id } = await candidate("Naustet");

    const moved = await move(ingrid, id, "contacted", { reason: "Vil ha møte" });
    const undone = await as(ingrid).put(`/stage-changes/${moved.body.id}/undo`);
    const history = await as(ingrid).get(`/networks/${slug}/stage-changes?candidate=${id}`);

    expect(moved.body).toMatchObject({
      from: "prospect",
      to: "contacted",
      reason: "Vil ha møte",
      changedBy: "Ingrid",
      abilities: { undo: true },
    });
    expect(undone.body).toMatchObject({ undoneAt: "2026-11-23T08:00:00Z", abilities: { undo: false } });
    expect(history.body.items.map(({ from, to, undoneAt }: Record<string, unknown>) => [from, to, undoneAt !== null])).toEqual([
      ["prospect", "contacted", true],
      [null, "prospect", false],
    ]);
    expect((await as(ingrid).get(`/candidates/${id}`)).body.stage).toBe("prospect");
  });

  test("of one card by two coordinators: the later is told, and nothing is moved twice", async () => {
    const { id, version } = await candidate("Naustet");
    const terje = await person("Terje");
    await build.position(terje, network, "coordinator");

    const answers = await Promise.all([move(ingrid, id, "contacted", {}, version), move(terje, id, "in_dialogue", {}, version)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    const moves = await installation.db
      .selectFrom("stage_changes")
      .select("id")
      .where("candidate_id", "=", id)
      .where("from_stage", "is not", null)
      .execute();
    expect(moves.length).toBe(1);
  });

  test("to member starts the membership in the same transaction, and undoing takes both back", async () => {
    const { id, organizationId } = await candidate("Sildeloftet");
    const memberships = () =>
      installation.db.selectFrom("memberships").select("during").where("member_organization_id", "=", organizationId).execute();

    const moved = await move(ingrid, id, "member");
    const during = await memberships();
    const away = await move(ingrid, id, "declined", { reason: "Angret" });
    const undone = await as(ingrid).put(`/stage-changes/${moved.body.id}/undo`);

    expect(during).toEqual([{ during: "[2026-11-23,)" }]);
    expect(away).toMatchObject({ status: 409, body: { code: "candidate.is_member" } });
    expect(undone.status).toBe(200);
    expect(await memberships()).toEqual([]);
    const told = await installation.db
      .selectFrom("outbox")
      .select("payload")
      .where("topic", "=", "membership.changed")
      .orderBy("id")
      .execute();
    expect(told.slice(-2).map(({ payload }) => payload)).toMatchObject([
      { memberOrganizationId: organizationId, from: "2026-11-23", to: null },
      { memberOrganizationId: organizationId, from: "2026-11-23", to: "2026-11-23" },
    ]);
  });

  test("to member is refused whole when the place is a member already", async () => {
    const { id, organizationId } = await candidate("Sildeloftet");
    await build.membership(network, { organizationId });

    const refused = await move(ingrid, id, "member");

    expect(refused).toMatchObject({ status: 409, body: { code: "membership.overlaps" } });
    expect((await as(ingrid).get(`/candidates/${id}`)).body.stage).toBe("prospect");
  });

  test("a no and a step back must say why", async () => {
    const { id } = await candidate("Garasjen");
    await move(ingrid, id, "in_dialogue");

    const answers = [
      await move(ingrid, id, "declined"),
      await move(ingrid, id, "contacted", { reason: " " }),
      await move(ingrid, id, "declined", { reason: "Flytter" }),
    ];

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [422, "candidate.reason_missing"],
      [422, "candidate.reason_missing"],
      [200, undefined],
    ]);
  });

  test("that another followed, or that is two days old, is not undone", async () => {
    const { id } = await candidate("Naustet");
    const first = await move(ingrid, id, "contacted");
    const second = await move(ingrid, id, "in_dialogue");

    const followed = await as(ingrid).put(`/stage-changes/${first.body.id}/undo`);
    installation.setClock("2026-11-25T09:00:00+01:00");
    const late = await as(ingrid).put(`/stage-changes/${second.body.id}/undo`);

    expect([followed, late].map(({ body }) => body.code)).toEqual(["candidate.undo_too_late", "candidate.undo_too_late"]);
  });

  test("that two people undo at once is undone once", async () => {
    const { id } = await candidate("Naustet");
    const moved = await move(ingrid, id, "contacted");

    const answers = await Promise.all([1, 2].map(() => as(ingrid).put(`/stage-changes/${moved.body.id}/undo`)));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

test("a field of a certain form that is left empty is to be filled in", async () => {
  const { status, body } = await as(ingrid).post(`/networks/${slug}/candidates`, { name: "Huset", municipalityNumber: "" });

  expect([status, body.errors]).toEqual([400, [{ field: "municipalityNumber", code: "invalid_format", message: "Fyll ut dette feltet." }]]);
});

test.each([
  ["a visitor", undefined, 401],
  ["a manager of a member", "manager", 404],
  ["a coordinator of another network", "coordinator", 404],
] as const)("%s sees nothing of the board", async (_, role, expected) => {
  const { id, organizationId } = await candidate("Hemmelig sted", { nextStep: "Ring styreleder" });
  await as(ingrid).post(`/candidates/${id}/notes`, { note: "Vurderer å legge ned" });
  const moved = await move(ingrid, id, "contacted");
  const other = role && (await person("Otto"));
  const elsewhere = await build.organization(`elsewhere-${fresh()}`, { kinds: ["network"] });
  await build.membership(network, { organizationId: elsewhere });
  if (other) await build.position(other, elsewhere, role);

  const answers = await Promise.all([
    as(other).get(`/networks/${slug}/candidates`),
    as(other).get(`/networks/${slug}/candidate-board`),
    as(other).get(`/networks/${slug}/stage-changes`),
    as(other).post(`/networks/${slug}/candidates`, { organization: organizationId }),
    as(other).get(`/candidates/${id}`),
    as(other).patch(`/candidates/${id}`, { nextStep: "x" }),
    as(other).put(`/candidates/${id}/stage`, { stage: "applied" }),
    as(other).get(`/candidates/${id}/notes`),
    as(other).post(`/candidates/${id}/notes`, { note: "x" }),
    as(other).put(`/stage-changes/${moved.body.id}/undo`),
  ]);

  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(expected));
  expect(JSON.stringify(answers)).not.toMatch(/Hemmelig|styreleder|legge ned/);
});
