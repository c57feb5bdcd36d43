import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Answer } from "../../../tests/support/answer.ts";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { queriesDuring } from "../../../tests/support/query-count.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { member as memberSchema } from "./members-contract.ts";

let installation: TestInstallation;
let build: ReturnType<typeof networkBuilder>;
let visitors: ReturnType<typeof callers>;
let house: string;
let houseSlug: string;
let manager: string;

beforeAll(async () => {
  installation = await testInstallation();
  build = networkBuilder(installation);
  visitors = callers(installation);
});
afterAll(() => installation.close());

const as = (personId: string | undefined) => visitors.as(personId);
const fresh = () => newId().slice(-8);

// every test has a house of its own, managed by Mona
beforeEach(async () => {
  houseSlug = `house-${fresh()}`;
  house = await build.organization(houseSlug);
  manager = await build.person("Mona Moe", { email: `mona-${fresh()}@example.test` });
  await build.position(manager, house, "manager");
});

async function somebody(name: string) {
  const email = `${name.toLowerCase()}-${fresh()}@example.test`;
  return { id: await build.person(name, { email }), email };
}

const announcements = () =>
  installation.db.selectFrom("outbox").selectAll().where("topic", "=", "membership.changed").orderBy("id").execute();

describe("members of a house", () => {
  test("a manager adds a person by address, sees them, and those concerned are told", async () => {
    const email = `amina-${fresh()}@example.test`;

    const added = await as(manager).post(`/organizations/${houseSlug}/members`, {
      email,
      name: "Amina Larsen",
      from: "2026-11-01",
      plan: "flex",
    });
    const listed = await as(manager).get(`/organizations/${house}/members`);

    expect(added.status).toBe(201);
    expect(listed.body).toEqual({ items: [added.body], nextCursor: null });
    expect(memberSchema.strict().parse(added.body)).toMatchObject({
      kind: "person",
      name: "Amina Larsen",
      email,
      from: "2026-11-01",
      to: null,
      plan: "flex",
    });
    expect((await announcements()).at(-1)).toMatchObject({
      organization_ids: [house],
      payload: {
        membershipId: added.body.id,
        organizationId: house,
        memberPersonId: added.body.personId,
        memberOrganizationId: null,
        from: "2026-11-01",
        to: null,
      },
    });
  });

  test("somebody who is known keeps the name they have", async () => {
    const { email, id } = await somebody("Amina");

    const added = await as(manager).post(`/organizations/${house}/members`, {
      email: email.toUpperCase(),
      name: "Other",
      from: "2026-11-01",
    });

    expect(added.body).toMatchObject({ personId: id, name: "Amina" });
  });

  test("no two memberships of one pair overlap, however many are written at once", async () => {
    const { email } = await somebody("Ola");
    const body = { email, from: "2026-01-01", to: "2026-07-01" };

    const answers = await Promise.all(Array.from({ length: 8 }, () => as(manager).post(`/organizations/${house}/members`, body)));

    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
    expect(answers.filter(({ status }) => status === 409).every(({ body }) => body.code === "membership.overlaps")).toBe(true);
    expect(installation.failures).toEqual([]);
  });

  test("who has left can join again from that very day", async () => {
    const { id: personId, email } = await somebody("Kari");
    const first = await as(manager).post(`/organizations/${house}/members`, { email, from: "2026-01-01" });

    const ended = await as(manager).put(
      `/memberships/${first.body.id}/end`,
      { to: "2026-06-01", reason: "Flytter" },
      { "if-match": '"1"' },
    );
    const again = await as(manager).post(`/organizations/${house}/members`, { personId, from: "2026-06-01" });

    expect(ended.body).toMatchObject({ from: "2026-01-01", to: "2026-06-01", version: 2 });
    expect(again.status).toBe(201);
    const logged = await installation.db
      .selectFrom("audit_log")
      .selectAll()
      .where("subject_id", "=", first.body.id)
      .where("action", "=", "membership.end")
      .execute();
    expect(logged).toMatchObject([{ reason: "Flytter", actor_person_id: manager, organization_id: house }]);
    expect((await announcements()).map(({ payload }) => (payload as { to: string | null }).to).slice(-3)).toEqual([
      null,
      "2026-06-01",
      null,
    ]);
  });

  test("a membership cannot end before its first day is over", async () => {
    const { email } = await somebody("Kari");
    const added = await as(manager).post(`/organizations/${house}/members`, { email, from: "2026-01-01" });

    const refused = await as(manager).put(`/memberships/${added.body.id}/end`, { to: "2026-01-01", reason: "Feil" });

    expect(refused).toMatchObject({ status: 422, body: { code: "membership.ends_before_start" } });
  });

  test("the later of two changes to one membership is told", async () => {
    const { email } = await somebody("Kari");
    const added = await as(manager).post(`/organizations/${house}/members`, {
      email,
      from: "2026-01-01",
      note: "Sitter ved vinduet",
    });
    const path = `/memberships/${added.body.id}`;

    const first = await as(manager).patch(path, { plan: "fixed_desk" }, { "if-match": added.etag ?? "" });
    const second = await as(manager).patch(path, { plan: "team" }, { "if-match": added.etag ?? "" });

    expect(first.body).toMatchObject({ plan: "fixed_desk", note: "Sitter ved vinduet", version: 2 });
    expect(second).toMatchObject({ status: 412, body: { code: "request.changed_meanwhile" } });
  });

  test("`on` shows the members of that day", async () => {
    const [gone, here] = [await somebody("Gro"), await somebody("Hanne")];
    await build.membership(house, { personId: gone.id }, { during: "[2024-01-01,2025-01-01)" });
    await build.membership(house, { personId: here.id }, { during: "[2025-01-01,)" });

    const lists = await Promise.all(
      ["", "on=2024-12-31", "on=2025-01-01"].map((query) => as(manager).get(`/organizations/${house}/members?${query}`)),
    );

    expect(lists.map(({ body }) => body.items.map(({ name }) => name))).toEqual([["Gro", "Hanne"], ["Gro"], ["Hanne"]]);
  });

  test("pages come in Norwegian order, each member once", async () => {
    for (const name of ["Øystein", "Aase", "Ærlend", "Bjørg", "Zara"])
      await build.membership(house, { personId: (await somebody(name)).id });
    const seen: string[] = [];
    let cursor = "";
    do {
      const { body } = await as(manager).get(`/organizations/${house}/members?limit=2${cursor}`);
      seen.push(...body.items.map(({ name }) => name));
      cursor = body.nextCursor === null ? "" : `&cursor=${body.nextCursor}`;
    } while (cursor !== "");

    expect(seen).toEqual(["Bjørg", "Zara", "Ærlend", "Øystein", "Aase"]);
  });

  test("three members are read with as many queries as one", async () => {
    const people = [await somebody("Ada"), await somebody("Bo"), await somebody("Cato")];
    await build.membership(house, { personId: people[0]?.id ?? "" });
    const list = (counted: Installation) => callers(counted).as(manager).get(`/organizations/${house}/members`);
    const atOne = await queriesDuring(installation, list);
    for (const { id } of people.slice(1)) await build.membership(house, { personId: id });

    const atThree = await queriesDuring(installation, list);

    expect(atThree).toBe(atOne);
  });
});

describe("who sees members", () => {
  test.each(["host", "member", "contact", "board_leader"])("not a %s of the house", async (role) => {
    const { id, email } = await somebody("Amina");
    await build.membership(house, { personId: id });
    const other = await somebody("Per");
    await build.position(other.id, house, role);

    const answers = await Promise.all([
      as(other.id).get(`/organizations/${house}/members`),
      as(other.id).get(`/organizations/${house}/member-figures`),
      as(other.id).get(`/organizations/${house}/member-figures/end`),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(JSON.stringify(answers)).not.toContain(email);
  });

  test("unknown and forbidden answer alike, and a visitor is asked to sign in", async () => {
    const stranger = await somebody("Per");
    const without = ({ status, body }: Answer<object>) => ({ status, body: { ...body, requestId: undefined } });

    const forbidden = await as(stranger.id).get(`/organizations/${house}/members`);
    const unknown = await as(stranger.id).get("/organizations/no-such-house/members");
    const visitor = await as(undefined).get(`/organizations/${house}/members`);

    expect(without(forbidden)).toEqual(without(unknown));
    expect(visitor.status).toBe(401);
  });

  test("nobody changes or ends a membership elsewhere", async () => {
    const { id: personId } = await somebody("Amina");
    const membership = await build.membership(house, { personId });
    const otherHouse = await build.organization(`other-${fresh()}`);
    const other = await somebody("Otto");
    await build.position(other.id, otherHouse, "manager");

    const answers = await Promise.all([
      as(other.id).patch(`/memberships/${membership}`, { note: "x" }),
      as(other.id).put(`/memberships/${membership}/end`, { to: "2026-12-01", reason: "x" }),
      as(other.id).post(`/organizations/${house}/members`, { personId: other.id, from: "2026-12-01" }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
  });
});

describe("members of members", () => {
  test("are found to any depth, a circle ends, and people are shown only where one may see them", async () => {
    const network = await build.organization(`network-${fresh()}`, { kinds: ["network"], name: "Nettverket" });
    const company = await build.organization(`company-${fresh()}`, { kinds: ["company"], name: "Selskapet" });
    const secret = await build.organization(`secret-${fresh()}`, { kinds: ["company"], name: "Hemmelig", visibility: "private" });
    const coordinator = await somebody("Ingrid");
    await build.position(coordinator.id, network, "coordinator");
    const { id: personId, email } = await somebody("Amina");
    await build.membership(network, { organizationId: house });
    await build.membership(house, { organizationId: company });
    await build.membership(house, { organizationId: secret });
    await build.membership(company, { organizationId: network });
    await build.membership(house, { personId });

    const deep = await as(coordinator.id).get(`/organizations/${network}/members?depth=all`);
    await build.position(coordinator.id, house, "manager");
    const asManager = await as(coordinator.id).get(`/organizations/${network}/members?depth=all`);

    const names = ({ body }: typeof deep) =>
      body.items.map(({ name, memberOf }: { name: string; memberOf: { name: string } }) => [name, memberOf.name]);
    expect(names(deep)).toEqual([
      [houseSlug, "Nettverket"],
      ["Selskapet", houseSlug],
    ]);
    expect(JSON.stringify(deep.body)).not.toContain(email);
    expect(names(asManager)).toEqual([
      ["Amina", houseSlug],
      ["Hemmelig", houseSlug],
      [houseSlug, "Nettverket"],
      ["Selskapet", houseSlug],
    ]);
  });
});

describe("member figures", () => {
  test("balance, and every figure opens to its rows", async () => {
    const [stays, leaves, comes] = [await somebody("Stian"), await somebody("Lise"), await somebody("Nora")];
    await build.membership(house, { personId: stays.id }, { during: "[2020-01-01,)" });
    await build.membership(house, { personId: leaves.id }, { during: "[2020-01-01,2026-03-01)" });
    await build.membership(house, { personId: comes.id }, { during: "[2026-02-01,)" });

    const { body } = await as(manager).get(`/organizations/${house}/member-figures?from=2026-01-01&to=2027-01-01`);
    const left = await as(manager).get(`/organizations/${house}/member-figures/left?from=2026-01-01&to=2027-01-01`);
    const end = await as(manager).get(`/organizations/${house}/member-figures/end?from=2026-01-01&to=2027-01-01&limit=1`);
    const endOn = await as(manager).get(
      `/organizations/${house}/member-figures/end?from=2026-01-01&to=2027-01-01&limit=1&cursor=${end.body.nextCursor}`,
    );

    expect(body).toMatchObject({ start: 2, joined: 1, left: 1, end: 2, new: 1, returned: 0, netGrowth: 0, churn: 1 });
    expect(left.body.items).toEqual([
      { kind: "person", memberId: leaves.id, slug: null, name: "Lise", from: "2020-01-01", to: "2026-03-01" },
    ]);
    expect([...end.body.items, ...endOn.body.items].map(({ name }) => name)).toEqual(["Nora", "Stian"]);
    expect(endOn.body.nextCursor).toBeNull();
  });

  test("a period that ends before it begins is refused", async () => {
    const refused = await as(manager).get(`/organizations/${house}/member-figures?from=2026-02-01&to=2026-02-01`);

    expect(refused).toMatchObject({ status: 422, body: { code: "membership.period_backwards" } });
  });
});

test("everyone sees the public members of a network and no person, no private place and nobody who left", async () => {
  const slug = `network-${fresh()}`;
  const network = await build.organization(slug, { kinds: ["network"] });
  const hidden = await build.organization(`hidden-${fresh()}`, { visibility: "private" });
  const gone = await build.organization(`gone-${fresh()}`);
  const { id: personId } = await somebody("Amina");
  await build.membership(network, { organizationId: house });
  await build.membership(network, { organizationId: hidden });
  await build.membership(network, { organizationId: gone }, { during: "[2020-01-01,2026-01-01)" });
  await build.membership(network, { personId });

  const { status, body } = await as(undefined).get(`/networks/${slug}/members`);

  expect(status).toBe(200);
  expect(body.items).toEqual([
    {
      organizationId: house,
      slug: houseSlug,
      name: houseSlug,
      from: "2024-01-01",
      municipality: null,
      website: null,
      latitude: null,
      longitude: null,
      logo: null,
    },
  ]);
});

test("the desk finds who is at home in the house, also through a company, in Norwegian order and page by page, without addresses", async () => {
  const host = await build.person("Henrik Dahl", { email: `henrik-${fresh()}@example.test` });
  await build.position(host, house, "host");
  const [company, unsure] = [
    await build.organization(`firma-${fresh()}`, { name: "Nordlys AS" }),
    await build.organization(`usikker-${fresh()}`),
  ];
  await build.membership(house, { organizationId: company });
  await build.membership(house, { organizationId: unsure }, { isConfirmed: false });
  const [asa, zoe, gone, notYet] = [await somebody("Åsa"), await somebody("Zoé"), await somebody("Gina"), await somebody("Nils")];
  await build.membership(house, { personId: zoe.id });
  await build.membership(house, { personId: gone.id }, { during: "[2020-01-01,2026-01-01)" });
  for (const id of [asa.id, zoe.id]) await build.position(id, company, "member");
  await build.position(notYet.id, unsure, "member");
  const first = await as(host).get(`/organizations/${houseSlug}/people-at-home?limit=1`);
  const second = await as(host).get(`/organizations/${houseSlug}/people-at-home?limit=1&cursor=${first.body.nextCursor}`);
  const sought = await as(host).get(`/organizations/${houseSlug}/people-at-home?q=zoe`);
  const one = await as(host).get(`/organizations/${houseSlug}/people-at-home?person=${gone.id}`);
  const then = await as(host).get(`/organizations/${houseSlug}/people-at-home?person=${gone.id}&on=2025-06-01`);

  expect(first.body.items).toEqual([{ id: zoe.id, name: "Zoé", company: null }]);
  expect(second.body).toEqual({ items: [{ id: asa.id, name: "Åsa", company: "Nordlys AS" }], nextCursor: null });
  expect(sought.body.items).toEqual(first.body.items);
  expect([one.body.items, then.body.items.map(({ name }) => name)]).toEqual([[], ["Gina"]]);
});

test.each(["%00", "garbage", Buffer.from('["a","b"]').toString("base64url")])("a cursor from elsewhere (%s) is refused", async (cursor) => {
  const { status } = await as(manager).get(`/organizations/${house}/members?cursor=${cursor}`);

  expect(status).toBe(400);
});

test("a list may be begun with an empty cursor, and what else is left empty in a query is not asked for", async () => {
  const { status, body } = await as(manager).get(`/organizations/${house}/members?cursor=&limit=`);

  expect(status).toBe(200);
  expect(body).toEqual((await as(manager).get(`/organizations/${house}/members`)).body);
});
