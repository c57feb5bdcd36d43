import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { organizationNumbers } from "../../../tests/support/programs.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { observeRegister } from "./observing/observe-register.ts";
import { remindFounders } from "./observing/remind-founders.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let visitors: ReturnType<typeof callers>;
const person = {} as Record<"marte" | "adviser" | "founder" | "otherFounder" | "stranger", string>;
const [alfaNumber = "", betaNumber = "", gammaNumber = ""] = organizationNumbers(3);
let alfa: { id: string; organizationId: string };
let beta: { id: string; organizationId: string };

/** Parken runs the program Hagen, by Marte. Alfa is advised by Arne and founded by Frida, Beta by nobody and by Bo. */
beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
  visitors = callers(installation);
  const park = await network.organization("parken", { name: "Parken", kinds: ["cluster"] });
  person.marte = await network.person("Marte Moen");
  person.adviser = await network.person("Arne Aas");
  person.founder = await network.person("Frida Fjell", { locale: "nn" });
  person.otherFounder = await network.person("Bo Berg");
  person.stranger = await network.person("Ola Nordmann");
  await network.position(person.marte, park, "manager");
  await visitors.as(person.marte).post("/programs", {
    ...{ slug: "hagen", name: { nb: "Hagen" }, organization: "parken", kind: "incubator" },
    region: { name: "Ytre", municipalities: ["3024"], recordedOn: "2021-01-01" },
  });
  const enroll = async (organizationNumber: string, name: string, more: object) => {
    const { body } = await visitors
      .as(person.marte)
      .post("/programs/hagen/enrollments", { organizationNumber, name, intake: "2019-02-01", ...more });
    return { id: body.id, organizationId: body.organization.id };
  };
  alfa = await enroll(alfaNumber, "Alfa AS", { adviserEmail: "arne.aas@example.test", baseline: { heads: 1 } });
  beta = await enroll(betaNumber, "Beta AS", {});
  await network.position(person.founder, alfa.organizationId, "owner", "[2019-01-01,)");
  await network.position(person.otherFounder, beta.organizationId, "owner", "[2019-01-01,)");
});
afterAll(() => installation.close());

const observe = (who: string, body: object) =>
  visitors.as(who).post("/programs/hagen/observations", { organizationNumber: alfaNumber, date: "2026-11-01", ...body });

describe("What a program knows of a startup", () => {
  test("is for those who run the program, its adviser and its founder, and nobody else", async () => {
    const read = async (who: string | undefined, id: string) => (await visitors.as(who).get(`/enrollments/${id}`)).status;
    const listed = async (who: string) => {
      const { status, body } = await visitors.as(who).get("/programs/hagen/enrollments");
      return status === 200 ? body.items.map(({ organization }) => organization.name) : status;
    };

    const { marte, adviser, founder, otherFounder, stranger } = person;
    expect(await Promise.all([marte, adviser, founder, otherFounder, stranger, undefined].map((who) => read(who, alfa.id)))).toEqual([
      200, 200, 200, 404, 404, 401,
    ]);
    expect(await Promise.all([marte, adviser, founder, otherFounder, stranger].map(listed))).toEqual([
      ["Alfa AS", "Beta AS"],
      ["Alfa AS"],
      ["Alfa AS"],
      ["Beta AS"],
      404,
    ]);
  });

  test("hides an adviser's notes from the founder until they are shared", async () => {
    const secret = "Likviditeten holder til jul.";
    await visitors.as(person.adviser).post(`/enrollments/${alfa.id}/notes`, { text: secret });
    const { body } = await visitors.as(person.adviser).post(`/enrollments/${alfa.id}/notes`, { text: "Prøv månedspris.", isShared: true });
    const asFounder = async () => (await visitors.as(person.founder).get(`/enrollments/${alfa.id}`)).body;

    expect((await asFounder()).notes.map(({ text }) => text)).toEqual(["Prøv månedspris."]);
    expect(JSON.stringify(await asFounder())).not.toContain(secret);
    expect((await visitors.as(person.founder).post(`/enrollments/${alfa.id}/notes`, { text: "Nei." })).status).toBe(404);

    const hidden = body.notes.find(({ text }) => text === secret)?.id;
    const tried = await visitors.as(person.founder).put(`/enrollments/${alfa.id}/notes/${hidden}/sharing`, { isShared: true });
    expect([tried.status, (await asFounder()).notes.length]).toEqual([404, 1]);
    await visitors.as(person.adviser).put(`/enrollments/${alfa.id}/notes/${hidden}/sharing`, { isShared: true });
    expect((await asFounder()).notes.map(({ text }) => text)).toContain(secret);
  });

  test("is changed by its adviser, but not who advises it, and a later save does not undo an earlier", async () => {
    const change = (who: string, body: object, version?: string) =>
      visitors.as(who).patch(`/enrollments/${alfa.id}`, body, version ? { "if-match": version } : {});
    const { etag } = await visitors.as(person.adviser).get(`/enrollments/${alfa.id}`);

    expect((await change(person.adviser, { lastEvidence: "2026-10-01" }, etag)).status).toBe(200);
    expect((await change(person.adviser, { lastEvidence: "2026-09-01" }, etag)).status).toBe(412);
    expect((await change(person.adviser, { adviserEmail: null })).status).toBe(404);
    expect((await change(person.founder, { exitType: "graduated" })).status).toBe(404);
    expect((await change(person.marte, { exitType: "bankrupt" })).body.code).toBe("program.end_needs_day");
    expect((await change(person.marte, { exitType: "bankrupt", exit: "2018-01-01" })).body.code).toBe("program.wrong_order");
  });
});

describe("An observation", () => {
  test("that is wrong is taken back with a reason by those who work with the startup, and figures are counted without it", async () => {
    const jobs = async () => (await visitors.as(person.marte).get(`/programs/hagen/jobs`)).body.heads.created;
    const before = await jobs();
    const { body: wrong } = await observe(person.founder, { jobsHeads: 7_000, date: "2026-09-09" });
    const counted = await jobs();
    const takeBack = (who: string, id: string, reason: string) =>
      visitors.as(who).put(`/enrollments/${alfa.id}/observations/${id}/taking-back`, { reason });

    const refused = [await takeBack(person.founder, wrong.id, "Feil"), await takeBack(person.adviser, wrong.id, " ")];
    const { status, body } = await takeBack(person.adviser, wrong.id, "Sju, ikke sju tusen");
    const { reason } = await installation.db
      .selectFrom("audit_log")
      .select("reason")
      .where("action", "=", "program.take_back")
      .executeTakeFirstOrThrow();

    expect(refused.map((answer) => answer.status)).toEqual([404, 400]);
    expect([status, body.observations.some(({ id }) => id === wrong.id), reason]).toEqual([200, false, "Sju, ikke sju tusen"]);
    expect([counted, await jobs()]).toEqual([{ least: 6_999, most: 6_999 }, before]);
  });

  test("by a founder is the founder's word, of their own startup only", async () => {
    const own = await observe(person.founder, { jobsHeads: 4, jobsFte: 3.5, source: "register" });
    const ofAnother = await observe(person.founder, { organizationNumber: betaNumber, jobsHeads: 40 });
    const byStranger = await observe(person.stranger, { jobsHeads: 0 });

    expect([own.status, own.body.source, own.body.jobsHeads, own.body.jobsFte]).toEqual([
      201,
      "self",
      { least: 4, most: 4 },
      { least: 3.5, most: 3.5 },
    ]);
    expect([ofAnother.status, byStranger.status]).toEqual([404, 404]);
  });

  test("on the same day and from the same source takes the place of the one before", async () => {
    await observe(person.adviser, { jobsHeads: 5, turnover: 1_200_000 });
    await observe(person.adviser, { jobsHeads: { least: 5, most: 6 } });

    const { body } = await visitors.as(person.adviser).get(`/enrollments/${alfa.id}`);
    expect(body.observations.filter(({ source }) => source === "adviser").map(({ jobsHeads, turnover }) => [jobsHeads, turnover])).toEqual([
      [{ least: 5, most: 6 }, null],
    ]);
  });

  test("is of a startup in the program, of a day that has been, with the lower number first", async () => {
    const codes = await Promise.all([
      observe(person.marte, { organizationNumber: gammaNumber, jobsHeads: 1 }),
      observe(person.marte, { date: "2027-01-01", jobsHeads: 1 }),
      observe(person.marte, { jobsHeads: { least: 3, most: 2 } }),
    ]);

    expect(codes.map(({ status, body }) => [status, body.code])).toEqual([
      [422, "program.not_enrolled"],
      [422, "program.in_the_future"],
      [422, "program.interval_backwards"],
    ]);
  });
});

describe("Jobs", () => {
  test("are counted where they are under the borders of any year, and inside the region", async () => {
    await installation.db
      .updateTable("organizations")
      .set({ municipality_number: "0219", municipality_recorded_on: "2019-01-01" })
      .where("id", "=", alfa.organizationId)
      .execute();
    await observe(person.marte, { organizationNumber: betaNumber, jobsHeads: 2 });
    const jobs = async (borders: number) => (await visitors.as(person.marte).get(`/programs/hagen/jobs?borders=${borders}`)).body;

    const [then, viken, now] = [await jobs(2019), await jobs(2021), await jobs(2024)];

    expect([then, viken, now].map(({ byMunicipality }) => byMunicipality.map(({ number, name }) => [number, name]))).toEqual([
      [["0219", "Bærum"]],
      [["3024", "Bærum"]],
      [["3201", "Bærum"]],
    ]);
    expect(now).toMatchObject({ n: 2, unplaced: { startups: 1, heads: { least: 2, most: 2 } }, heads: { missing: 0, missingBaseline: 1 } });
    // Alfa's are inside, and Beta's may be
    expect(now.region.heads.jobs).toEqual({ least: now.heads.net.least - 2, most: now.heads.net.most });
    expect([then.region.heads, viken.region.heads]).toEqual([now.region.heads, now.region.heads]);
  });

  test("where fewer than five startups are, are told together to those who may not open the rows", async () => {
    const { body } = await visitors.nobody.get("/programs/hagen/jobs");

    expect([body.byMunicipality, body.elsewhere]).toMatchObject([[], { startups: 1 }]);
  });

  test("of a startup in two programs of a network are counted once", async () => {
    await visitors
      .as(person.marte)
      .post("/programs", { slug: "drivhuset", name: { nb: "Drivhuset" }, organization: "parken", kind: "accelerator" });
    await visitors.as(person.marte).post("/programs/drivhuset/enrollments", { organizationNumber: alfaNumber, intake: "2022-02-01" });

    const { body } = await visitors.nobody.get("/organizations/parken/program-jobs");

    expect(body.n).toBe(2);
  });
});

describe("The yearly observation", () => {
  test("is asked of the founder by a link that needs no sign-in, with what was answered the last time, and is good for ninety days", async () => {
    installation.setClock("2027-11-20T09:00:00+01:00");
    const asked = await remindFounders(installation);
    const again = await remindFounders(installation);
    const letters = await installation.db.selectFrom("letters").select(["recipient as to", "subject", "body_text as text"]).execute();
    const letter = letters.find(({ to }) => to === "frida.fjell@example.test");
    const secret = /observations\/(\S+)/.exec(letter?.text ?? "")?.[1] ?? "";

    const read = await visitors.nobody.get(`/observation-links/${secret}`);
    const answer = await visitors.nobody.put(`/observation-links/${secret}/observation`, { jobsHeads: 9, status: "active" });

    expect([asked, again]).toEqual([2, 0]);
    expect(letter?.subject).toBe("To minutt om Alfa AS");
    expect(read.body).toMatchObject({ organization: { name: "Alfa AS" }, last: { jobsHeads: { least: 5, most: 6 } }, today: null });
    expect(answer.body.today).toMatchObject({ date: "2027-11-20", jobsHeads: { least: 9, most: 9 }, source: "self" });
    const altered = `${secret.slice(0, -2)}${secret.endsWith("AA") ? "BB" : "AA"}`;
    expect((await visitors.nobody.get(`/observation-links/${altered}`)).status).toBe(404);
    installation.setClock("2028-02-20T09:00:00+01:00");
    expect((await visitors.nobody.get(`/observation-links/${secret}`)).status).toBe(404);
  });

  test("of who is not heard from is the adviser's to ask for", async () => {
    installation.setClock("2028-11-25T09:00:00+01:00");

    const { body } = await visitors.as(person.marte).get("/programs/hagen/enrollments?needsCall=true");

    expect(body.items.map(({ organization, needsCall }) => [organization.name, needsCall])).toEqual([
      ["Alfa AS", "not_observed"],
      ["Beta AS", "not_observed"],
    ]);
  });
});

describe("What the register says", () => {
  test("is filled in as an interval, once, and ends what it says is bankrupt", async () => {
    const at = installation.now();
    const entry = { organization_number: betaNumber, source: "brreg", answer: "{}", address: "null", fetched_at: at };
    await installation.db
      .insertInto("register_entries")
      .values({
        ...entry,
        organization_id: beta.organizationId,
        status: "active",
        headcount_least: 0,
        headcount_most: 4,
        headcount_on: "2028-11-10",
      })
      .execute();
    const seen = async () => {
      const { body } = await visitors.as(person.marte).get(`/enrollments/${beta.id}`);
      return { latest: body.observations[0], outcome: body.outcome };
    };

    expect([await observeRegister(installation), await observeRegister(installation)]).toEqual([1, 0]);
    expect((await seen()).latest).toMatchObject({
      date: "2028-11-10",
      jobsHeads: { least: 0, most: 4 },
      jobsFte: null,
      source: "register",
    });

    await installation.db
      .updateTable("register_entries")
      .set({ status: "bankrupt" })
      .where("organization_id", "=", beta.organizationId)
      .execute();
    await observeRegister(installation);
    expect((await seen()).outcome).toMatchObject({ type: "bankrupt", endedOn: "2028-11-25" });
  });
});
