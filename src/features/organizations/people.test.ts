import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { newId } from "../../platform/database/id.ts";
import { person as personShape, position as positionShape } from "./people-contract.ts";
import { positionRoles } from "./position.ts";

let installation: TestInstallation;
let visitors: ReturnType<typeof callers>;
let ids: Record<"nett" | "hus" | "annet", string>;
let people: Record<"oddvar" | "nora" | "marte" | "vera" | "mia" | "ingrid" | "siri", string>;

beforeAll(async () => {
  installation = await testInstallation();
  visitors = callers(installation);
});
afterAll(() => installation.close());

beforeEach(async () => {
  await installation.db.deleteFrom("positions").execute();
  await installation.db.deleteFrom("people").execute();
  await installation.db.deleteFrom("organizations").execute();
  const build = networkBuilder(installation);
  ids = {
    nett: await build.organization("nett", { kinds: ["network"] }),
    hus: await build.organization("hus"),
    annet: await build.organization("annet"),
  };
  people = {
    oddvar: await build.person("Oddvar Drift"),
    nora: await build.person("Nora Eier"),
    marte: await build.person("Marte Leder"),
    vera: await build.person("Vera Vert"),
    mia: await build.person("Mia Medlem"),
    ingrid: await build.person("Ingrid Koordinator"),
    siri: await build.person("Siri Ukjent", { email: "siri@annet.example" }),
  };
  await build.position(people.oddvar, ids.nett, "operator");
  await build.position(people.nora, ids.hus, "owner");
  await build.position(people.marte, ids.hus, "manager");
  await build.position(people.vera, ids.hus, "host");
  await build.position(people.mia, ids.hus, "member");
  await build.position(people.ingrid, ids.nett, "coordinator");
  await build.position(people.siri, ids.annet, "member");
});

const as = (personId: string | undefined) => visitors.as(personId);

const grant = (asker: string | undefined, organization: string, role: string, more: Record<string, unknown> = {}) =>
  as(asker).post(`/organizations/${organization}/positions`, {
    person: { name: "Ny Person", email: "ny@person.example" },
    role,
    ...more,
  });

async function positionOf(personId: string, role: string) {
  const row = await installation.db
    .selectFrom("positions")
    .selectAll()
    .where("person_id", "=", personId)
    .where("role", "=", role)
    .executeTakeFirst();
  return row?.id ?? "";
}

describe("Granting a position", () => {
  const telling = ["board_leader", "deputy", "contact", "staff", "mentor"];

  test.each([
    ["oddvar", ["owner", "manager", "host", "member", "operator", ...telling]],
    ["nora", ["owner", "manager", "host", "member", ...telling]],
    ["marte", ["manager", "host", "member", ...telling]],
    ["vera", []],
    ["mia", []],
    ["ingrid", []],
    ["siri", []],
  ] as const)("%s grants %j at the house, and nothing else", async (name, grantable) => {
    for (const role of positionRoles.filter((one) => one !== "coordinator")) {
      const before = await installation.db.selectFrom("positions").select("id").execute();

      const { status } = await grant(people[name], "hus", role);

      const after = await installation.db.selectFrom("positions").select("id").execute();
      const isGranted = (grantable as readonly string[]).includes(role);
      expect([role, status]).toEqual([role, isGranted ? 201 : 404]);
      expect(after.length - before.length).toBe(isGranted ? 1 : 0);
    }
  });

  test("a coordinator is made by the network's owner or an operator, and only at a network", async () => {
    await networkBuilder(installation).position(people.vera, ids.nett, "owner");

    expect((await grant(people.vera, "nett", "coordinator")).status).toBe(201);
    expect((await grant(people.oddvar, "nett", "coordinator", { personId: people.mia, person: undefined })).status).toBe(201);
    expect((await grant(people.ingrid, "nett", "coordinator")).status).toBe(404);
    expect((await grant(people.nora, "hus", "coordinator")).body.code).toBe("organization.not_a_network");
  });

  test("opens the door at once, is in the log and is told on", async () => {
    const added = await grant(people.marte, "hus", "manager", { title: "Nestleder" });

    expect(positionShape.strict().safeParse(added.body).success).toBe(true);
    expect(added.body).toMatchObject({
      role: "manager",
      title: "Nestleder",
      from: "2026-11-23",
      to: null,
      person: { name: "Ny Person", email: "ny@person.example" },
    });
    expect((await as(added.body.person.id).get("/organizations/hus")).body.abilities.edit).toBe(true);
    const log = await installation.db.selectFrom("audit_log").selectAll().where("subject_id", "=", added.body.id).execute();
    expect(log).toMatchObject([{ action: "position.grant", actor_person_id: people.marte, organization_id: ids.hus }]);
    const told = await installation.db
      .selectFrom("outbox")
      .selectAll()
      .where("topic", "=", "position.granted")
      .orderBy("id", "desc")
      .executeTakeFirst();
    expect(told?.organization_ids).toEqual([ids.hus]);
    expect(JSON.stringify(told?.payload)).not.toContain("@");
  });

  test("to an address that is known grants it to whom it belongs", async () => {
    const { body } = await grant(people.marte, "hus", "host", { person: { name: "Noen", email: "SIRI@annet.example" } });

    expect(body.person).toEqual({ id: people.siri, name: "Siri Ukjent", email: "siri@annet.example" });
  });

  test("by the id of somebody at another house is answered as if nobody had it", async () => {
    const other = await grant(people.marte, "hus", "member", { person: undefined, personId: people.siri });
    const nobody = await grant(people.marte, "hus", "member", { person: undefined, personId: newId() });
    const own = await grant(people.marte, "hus", "host", { person: undefined, personId: people.mia });

    expect(other).toEqual(nobody);
    expect([other.status, own.status]).toEqual([404, 201]);
  });

  test("the same role twice at one time is refused, also when both ask at once", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => grant(people.marte, "hus", "host", { person: undefined, personId: people.mia })));

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe("organization.already_held");
  });

  test("that ends before it begins is refused", async () => {
    expect((await grant(people.marte, "hus", "host", { from: "2026-12-01", to: "2026-12-01" })).body.code).toBe(
      "organization.ends_before_it_starts",
    );
  });
});

describe("Ending a position", () => {
  const end = (asker: string | undefined, id: string, organization = "hus") =>
    as(asker).delete(`/organizations/${organization}/positions/${id}`);

  test("shuts the door at once and keeps what was", async () => {
    const id = await positionOf(people.vera, "host");

    const { status } = await end(people.marte, id);

    expect(status).toBe(204);
    const row = await installation.db.selectFrom("positions").selectAll().where("id", "=", id).executeTakeFirst();
    expect(row?.during).toBe("[2024-01-01,2026-11-23)");
    expect((await end(people.marte, id)).status).toBe(404);
    expect((await grant(people.marte, "hus", "host", { person: undefined, personId: people.mia })).status).toBe(201);
  });

  test("one granted by mistake today leaves nothing but the log", async () => {
    const { body } = await grant(people.marte, "hus", "host");

    await end(people.marte, body.id);

    expect(await installation.db.selectFrom("positions").select("id").where("id", "=", body.id).execute()).toEqual([]);
    const log = await installation.db.selectFrom("audit_log").select("action").where("subject_id", "=", body.id).orderBy("id").execute();
    expect(log.map(({ action }) => action)).toEqual(["position.grant", "position.end"]);
  });

  test.each([
    ["marte", "nora", "owner"],
    ["vera", "mia", "member"],
    ["mia", "vera", "host"],
    ["ingrid", "mia", "member"],
    ["siri", "mia", "member"],
  ] as const)("%s does not end what %s has as %s", async (name, holder, role) => {
    const id = await positionOf(people[holder], role);

    expect((await end(people[name], id)).status).toBe(404);
    const row = await installation.db.selectFrom("positions").selectAll().where("id", "=", id).executeTakeFirst();
    expect(row?.during).toBe("[2024-01-01,)");
  });

  test("everyone may leave by themselves, but not the last owner", async () => {
    const leaves = await end(people.mia, await positionOf(people.mia, "member"));
    const alone = await end(people.nora, await positionOf(people.nora, "owner"));
    await grant(people.nora, "hus", "owner", { person: undefined, personId: people.vera });
    const together = await end(people.nora, await positionOf(people.nora, "owner"));

    expect(leaves.status).toBe(204);
    expect([alone.status, alone.body.code]).toEqual([409, "organization.last_owner"]);
    expect(together.status).toBe(204);
  });

  test("of two owners who leave at the same moment one stays", async () => {
    await networkBuilder(installation).position(people.vera, ids.hus, "owner");
    const positions = [await positionOf(people.nora, "owner"), await positionOf(people.vera, "owner")];

    const answers = await Promise.all([end(people.nora, positions[0] ?? ""), end(people.vera, positions[1] ?? "")]);

    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  test("somebody always runs the installation", async () => {
    const answer = await end(people.oddvar, await positionOf(people.oddvar, "operator"), "nett");

    expect([answer.status, answer.body.code]).toEqual([409, "organization.last_operator"]);
  });

  test("under the address of another organization there is none to end", async () => {
    expect((await end(people.oddvar, await positionOf(people.mia, "member"), "annet")).status).toBe(404);
  });
});

describe("People", () => {
  const list = async (asker: string, query = "") => as(asker).get(`/people?${query}`);

  test("an operator finds anyone by name or address, with all positions", async () => {
    const all = await list(people.oddvar);
    const siri = await list(people.oddvar, "q=annet.example");

    expect(all.body.items.length).toBe(7);
    expect(siri.body.items.map(({ name }) => name)).toEqual(["Siri Ukjent"]);
    for (const item of all.body.items) expect(personShape.strict().safeParse(item).success).toBe(true);
  });

  test("a manager finds those at the own house, with their positions there and nowhere else", async () => {
    await networkBuilder(installation).position(people.mia, ids.annet, "mentor");

    const { body } = await list(people.marte);

    expect(body.items.map(({ name }) => name)).toEqual(["Marte Leder", "Mia Medlem", "Nora Eier", "Vera Vert"]);
    expect(JSON.stringify(body)).not.toMatch(/annet|mentor|Siri/);
  });

  test("others find nobody, and are told nothing by an id", async () => {
    for (const asker of [people.vera, people.mia, people.ingrid, people.siri]) {
      expect((await list(asker)).status).toBe(404);
      expect(await as(asker).get(`/people/${people.nora}`)).toEqual(await as(asker).get(`/people/${newId()}`));
    }
    expect((await as(people.marte).get(`/people/${people.siri}`)).status).toBe(404);
    expect((await as(undefined).get("/people")).status).toBe(401);
  });

  test("one changes one's own name, language and visibility, and not the address one signs in by", async () => {
    const own = `/people/${people.mia}` as const;

    const changed = await as(people.mia).patch(own, { name: "Mia Nynorsk", locale: "nn", visibility: "private" });
    const moved = await as(people.mia).patch(own, { email: "offer@andre.example" });

    expect(changed.body).toMatchObject({
      name: "Mia Nynorsk",
      locale: "nn",
      visibility: "private",
      abilities: { edit: true, changeEmail: false },
    });
    expect(moved.status).toBe(404);
    expect((await as(people.mia).get(own)).body.email).toBe("mia.medlem@example.test");
  });

  test("nobody but oneself and an operator changes a person", async () => {
    for (const asker of [people.marte, people.nora, people.siri]) {
      expect((await as(asker).patch(`/people/${people.mia}`, { name: "Kapret" })).status).toBe(404);
    }
    expect((await as(people.oddvar).patch(`/people/${people.mia}`, { email: "MIA@ny.example" })).body.email).toBe("mia@ny.example");
  });

  test("the later of two saves is told and sees the first", async () => {
    const { etag } = await as(people.mia).get(`/people/${people.mia}`);
    await as(people.oddvar).patch(`/people/${people.mia}`, { name: "Mia Ny" }, { "if-match": etag ?? "" });

    const late = await as(people.mia).patch(`/people/${people.mia}`, { locale: "en" }, { "if-match": etag ?? "" });

    expect(late).toMatchObject({ status: 412, body: { details: { current: { name: "Mia Ny" } } } });
  });

  test("an operator adds people; an address belongs to one", async () => {
    const added = await as(people.oddvar).post("/people", { name: "Åse Ås", email: "Ase@AS.example", locale: "nn" });
    const again = await as(people.oddvar).post("/people", { name: "En annen", email: "ase@as.example" });
    const byManager = await as(people.marte).post("/people", { name: "Ny", email: "ny@ny.example" });

    expect(added.body).toMatchObject({ name: "Åse Ås", email: "ase@as.example", locale: "nn", visibility: "network", positions: [] });
    expect([again.status, again.body.code]).toEqual([409, "organization.email_taken"]);
    expect(byManager.status).toBe(404);
  });

  test("who is erased is nowhere", async () => {
    await installation.db.updateTable("people").set({ erased_at: installation.now() }).where("id", "=", people.mia).execute();

    expect((await list(people.oddvar, "q=mia")).body.items).toEqual([]);
    expect((await as(people.oddvar).get(`/people/${people.mia}`)).status).toBe(404);
    expect(JSON.stringify((await as(people.oddvar).get("/organizations/hus/positions")).body)).not.toContain("Mia");
  });
});
