import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { doWhatIsDue, tellAllAgain } from "../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { type Caller, callers } from "../../../tests/support/visitor.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let visitors: ReturnType<typeof callers>;
let blender: string;
let flow: string;
let kyst: string;
/** Mona runs Blender and is the one who looks; Frøya owns Flow; Ingrid coordinates Kyst; Odd is the operator. */
let mona: Caller;
let froya: Caller;
let ingrid: Caller;
let odd: Caller;

/**
 * What could leak is there: Flow is public, with a contact address, a sole proprietor's address of a home, a host who is seen by
 * fellows only, and Fluks as a member that networks see.
 */
beforeEach(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
  visitors = callers(installation);
  blender = (await network.space("blender", { name: "Blender" })).organizationId;
  flow = (await network.space("flow", { name: "Flow" })).organizationId;
  kyst = await network.organization("kyst", { name: "Kyst", kinds: ["network"] });
  const fluks = await network.organization("fluks", { name: "Fluks", visibility: "network" });
  await installation.db
    .updateTable("organizations")
    .set({ contact_email: "hemmelig@flow.test", legal_form: "ENK", address: "Hjemveien 1" })
    .where("id", "=", flow)
    .execute();
  await network.membership(flow, { organizationId: fluks });
  const helga = await network.person("Helga Vert");
  await installation.db.updateTable("people").set({ visibility: "network" }).where("id", "=", helga).execute();
  await network.position(helga, flow, "host");
  mona = await somebody("Mona Moe", blender, "manager");
  froya = await somebody("Frøya Ness", flow, "owner");
  ingrid = await somebody("Ingrid Berg", kyst, "coordinator");
  odd = await somebody("Odd Haug", await network.organization("kontoret"), "operator");
});
afterEach(() => installation.close());

async function somebody(name: string, organizationId: string, role: string): Promise<Caller> {
  const id = await network.person(name);
  await network.position(id, organizationId, role);
  return visitors.as(id);
}

/** All that a reader gets hold of about Flow, as one text. */
async function seenOfFlow(reader: Caller, house: string): Promise<string> {
  const answers = await Promise.all(
    [
      "/organizations/flow",
      "/organizations/flow/positions",
      "/organizations/fluks",
      `/organizations/${house}/members`,
      `/organizations/${house}/members?depth=all`,
      `/organizations/${house}/members?q=hemmelig`,
      "/organizations.csv?form=plain",
      `/organizations/${house}/member-organizations.csv?form=plain`,
    ].map((path) => reader.get(path)),
  );
  return answers.map(({ body }) => JSON.stringify(body)).join("\n");
}

const secrets = /hemmelig@flow|Hjemveien|Helga|Fluks/;

describe("A manager who enters an organization as a member of their own", () => {
  test("sees no more of it than before, until it has said yes", async () => {
    const before = await seenOfFlow(mona, "blender");
    const added = await mona.post("/organizations/blender/members", { organization: "flow", from: "2026-11-01" });
    const after = await seenOfFlow(mona, "blender");

    const confirmed = await froya.put(`/memberships/${added.body.id}/confirmation`);
    const then = await seenOfFlow(mona, "blender");

    expect(added).toMatchObject({ status: 201, body: { name: "Flow", isConfirmed: false, email: null, contactConfirmedOn: null } });
    expect([secrets.test(before), secrets.test(after)]).toEqual([false, false]);
    expect(confirmed).toMatchObject({
      status: 200,
      body: { isConfirmed: true, memberOf: { slug: "blender" }, abilities: { confirm: false } },
    });
    for (const secret of ["hemmelig@flow.test", "Helga", "Fluks"]) expect(then).toContain(secret);
    expect(then).not.toContain("Hjemveien");
  });

  test("cannot say yes for it, nor can anybody else who does not speak for it", async () => {
    const { body } = await mona.post("/organizations/blender/members", { organization: "flow", from: "2026-11-01" });
    const helga = await installation.db.selectFrom("people").select("id").where("name", "=", "Helga Vert").executeTakeFirstOrThrow();

    const answers = [
      await mona.put(`/memberships/${body.id}/confirmation`),
      await ingrid.put(`/memberships/${body.id}/confirmation`),
      await visitors.as(helga.id).put(`/memberships/${body.id}/confirmation`),
      await visitors.nobody.put(`/memberships/${body.id}/confirmation`),
      await mona.get("/organizations/flow/memberships"),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 401, 404]);
    expect(await seenOfFlow(mona, "blender")).not.toMatch(secrets);
  });

  test("gets its people no guest days, and books none for them, until it has said yes", async () => {
    const workwork = await network.space("workwork");
    await network.agreement([{ id: (await spaceOf(blender)).id, organizationId: blender }, workwork]);
    const frida = await network.person("Frida Flow");
    await network.position(frida, flow, "staff");
    const { body } = await mona.post("/organizations/blender/members", { organization: "flow", from: "2026-01-01", plan: "flex" });
    const day = { day: "2026-11-25" };

    const forHer = await mona.post("/spaces/workwork/day-passes", { ...day, personId: frida });
    const herself = await visitors.as(frida).post("/spaces/workwork/day-passes", day);
    await froya.put(`/memberships/${body.id}/confirmation`);
    const afterwards = await visitors.as(frida).post("/spaces/workwork/day-passes", day);

    expect([forHer.status, herself.body.code]).toEqual([404, "exchange.not_member"]);
    expect(JSON.stringify(forHer.body)).not.toContain("Frida");
    expect(afterwards).toMatchObject({ status: 201, body: { state: "held" } });
  });

  test("finds no address behind an id of a person that stands in a list", async () => {
    const helga = await installation.db.selectFrom("people").select("id").where("name", "=", "Helga Vert").executeTakeFirstOrThrow();

    const added = await mona.post("/organizations/blender/members", { personId: helga.id, from: "2026-11-01" });

    expect(added).toMatchObject({ status: 422, body: { code: "membership.unknown_member" } });
    expect(JSON.stringify(added.body)).not.toContain("helga.vert@");
  });

  test("cannot tell a private organization from one that is not there", async () => {
    await network.organization("lukket", { name: "Lukket", visibility: "private" });

    const answers = await Promise.all(
      ["lukket", "finnes-ikke"].map((organization) => mona.post("/organizations/blender/members", { organization, from: "2026-11-01" })),
    );

    expect(answers.map(({ status, body }) => [status, body.code, body.title])[0]).toEqual(
      answers.map(({ status, body }) => [status, body.code, body.title])[1],
    );
  });
});

describe("A network", () => {
  test("whose coordinator enters a house others run sees it as fellows do when the house has said yes, and lists it only then", async () => {
    const { body: candidate } = await ingrid.post("/networks/kyst/candidates", { organization: "flow" });
    await ingrid.put(`/candidates/${candidate.id}/stage`, { stage: "contacted" });
    await ingrid.put(`/candidates/${candidate.id}/stage`, { stage: "member" });
    const listed = async () => (await visitors.nobody.get("/networks/kyst/members")).body.items.map(({ slug }) => slug);

    const before = [await seenOfFlow(ingrid, "kyst"), await listed()];
    const { body: own } = await froya.get("/organizations/flow/memberships");
    await froya.put(`/memberships/${own.items[0].id}/confirmation`);

    expect(before[0]).not.toMatch(secrets);
    expect(before[1]).toEqual([]);
    expect(own).toMatchObject({
      organization: { slug: "flow" },
      items: [{ memberOf: { slug: "kyst" }, isConfirmed: false, abilities: { confirm: true } }],
    });
    expect(await seenOfFlow(ingrid, "kyst")).toMatch(secrets);
    expect(await listed()).toEqual(["flow"]);
  });

  test("has the members it entered itself and nobody runs yet, without anybody being asked", async () => {
    await ingrid.post("/organizations", { name: "Nyhuset", kinds: ["space_operator"], network: "kyst", contactEmail: "post@nyhuset.test" });

    const added = await ingrid.post("/organizations/kyst/members", { organization: "nyhuset", from: "2026-11-01" });
    await network.membership(kyst, { organizationId: blender });

    expect(added.body).toMatchObject({ isConfirmed: true, email: "post@nyhuset.test" });
    expect((await mona.get("/organizations/nyhuset")).body.contact).toMatchObject({ email: "post@nyhuset.test" });
  });

  test("gets no sight of it back by entering it again when it has left", async () => {
    await network.membership(kyst, { organizationId: flow }, { during: "[2024-01-01,2026-06-01)" });

    const gap = await ingrid.post("/organizations/kyst/members", { organization: "flow", from: "2026-07-01", to: "2026-08-01" });
    const goesOn = await ingrid.post("/organizations/kyst/members", { organization: "flow", from: "2026-06-01", to: "2026-07-01" });

    expect([gap.body.isConfirmed, goesOn.body.isConfirmed]).toEqual([false, true]);
  });
});

test("whoever speaks for both sides, and the operator, need not say it twice", async () => {
  const both = await somebody("Bo Begge", blender, "manager");
  const { id } = await installation.db.selectFrom("people").select("id").where("name", "=", "Bo Begge").executeTakeFirstOrThrow();
  await network.position(id, flow, "manager");

  const byBoth = await both.post("/organizations/blender/members", { organization: "flow", from: "2026-01-01", to: "2026-02-01" });
  const byOperator = await odd.post("/organizations/kyst/members", { organization: "flow", from: "2026-11-01" });

  expect([byBoth.body.isConfirmed, byOperator.body.isConfirmed]).toEqual([true, true]);
});

test("those who run the organization are asked by letter, once, and saying yes twice is logged once", async () => {
  const { body } = await mona.post("/organizations/blender/members", { organization: "flow", from: "2026-11-01" });
  await mona.patch(`/memberships/${body.id}`, { note: "Ringt" });
  await doWhatIsDue(installation);
  await tellAllAgain(installation);

  await froya.put(`/memberships/${body.id}/confirmation`);
  await froya.put(`/memberships/${body.id}/confirmation`);
  await doWhatIsDue(installation);

  const letters = await installation.db.selectFrom("letters").select(["recipient", "subject", "body_text"]).execute();
  expect(letters.map(({ subject }) => subject)).toEqual(["Blender har ført opp Flow som medlem"]);
  expect(letters[0]?.body_text).toContain("http://localhost:3000/nb/organizations/flow/memberships");
  const deeds = await installation.db
    .selectFrom("audit_log")
    .select(["action", "organization_id"])
    .where("subject_id", "=", body.id)
    .execute();
  expect(deeds.filter(({ action }) => action === "membership.confirm")).toEqual([{ action: "membership.confirm", organization_id: flow }]);
});

function spaceOf(organizationId: string) {
  return installation.db.selectFrom("spaces").select("id").where("organization_id", "=", organizationId).executeTakeFirstOrThrow();
}
