import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callBuilder } from "../../../../tests/support/calls.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";

let installation: TestInstallation;
let build: ReturnType<typeof callBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = callBuilder(installation);
});
afterEach(() => installation.close());

const names = ["Ada Lie", "Bo Lind", "Cy Eng", "Di Moe"];

/** A phase is open on two submissions, with three jurors. */
async function judging(call: object = {}) {
  const held = await build.held({ call });
  const [eva = "", finn = ""] = await build.people(["Eva Vik", "Finn Ås"]);
  const window = await held.apply(eva, "Vindu");
  const door = await held.apply(finn, "Dør");
  const [ada = "", bo = "", cy = ""] = await held.jury(names.slice(0, 3));
  await held.open();
  return { ...held, eva, finn, window, door, ada, bo, cy };
}

describe("A juror", () => {
  test("gives no score before saying whether there is a conflict, and none where there is one", async () => {
    const { window, door, ada, criteria } = await judging();
    const her = build.visitors.as(ada);
    const scores = { [criteria[0]]: 5 };

    const early = await her.put(`/submissions/${window.id}/reviews/${ada}`, { scores });
    await her.put(`/submissions/${window.id}/reviews/${ada}/conflict`, { conflict: "none" });
    const declared = await her.put(`/submissions/${window.id}/reviews/${ada}`, { scores });
    const recused = await her.put(`/submissions/${door.id}/reviews/${ada}`, { conflict: "conflict", conflictReason: "Søster", scores });

    expect(early).toMatchObject({ status: 409, body: { code: "judging.conflict_not_declared" } });
    expect(declared).toMatchObject({ status: 200, body: { conflict: "none", scores, deliveredAt: null } });
    expect(recused).toMatchObject({ status: 409, body: { code: "judging.recused" } });
  });

  test("cannot be given a score by any statement while nothing is declared: the database refuses", async () => {
    const { call, window, ada, criteria } = await judging();

    const write =
      sql`insert into review_scores (call_id, phase, submission_id, juror_id, criterion_id, weight, least, most, score, given_at)
      values (${call.id}, 1, ${window.id}, ${ada}, ${criteria[0]}, 2, 1, 6, 5, ${installation.now()})`.execute(installation.db);

    await expect(write).rejects.toThrow(/review_scores_declared/);
    const weight = sql`update call_criteria set weight = 9 where id = ${criteria[0]}`;
    await build.visitors.as(ada).put(`/submissions/${window.id}/reviews/${ada}`, { conflict: "none", scores: { [criteria[0]]: 5 } });
    await expect(weight.execute(installation.db)).rejects.toThrow(/review_scores_criterion/);
  });

  test("who finds a conflict later loses the scores, and what was said before is kept", async () => {
    const { window, ada, criteria, score, close, office } = await judging();
    await score(ada, window, 6, 6);

    await build.visitors.as(ada).put(`/submissions/${window.id}/reviews/${ada}/conflict`, { conflict: "conflict", reason: "Søster" });
    await close();

    const { body } = await office.get(`/submissions/${window.id}/reviews`);
    const hers = body.items.find(({ juror }) => juror.id === ada);
    expect(hers).toMatchObject({ state: "recused", conflictReason: "Søster", scores: {}, isSealed: false });
    expect(hers?.changes.map(({ conflict, scores }) => [conflict, scores])).toEqual([
      ["none", { [criteria[0]]: 6, [criteria[1]]: 6 }],
      ["conflict", {}],
    ]);
  });

  test("takes a score away by null: it is missing, and not zero", async () => {
    const { window, ada, criteria, score } = await judging();
    await score(ada, window, 4, 5);

    const { body } = await build.visitors.as(ada).put(`/submissions/${window.id}/reviews/${ada}`, { scores: { [criteria[1]]: null } });

    expect(body.scores).toEqual({ [criteria[0]]: 4 });
    const off = await build.visitors.as(ada).put(`/submissions/${window.id}/reviews/${ada}`, { scores: { [criteria[1]]: 0 } });
    expect(off).toMatchObject({ status: 400, body: { code: "judging.off_scale" } });
  });

  test("sees only what is assigned, only their own scores, and gives none in another's name", async () => {
    const { call, apply, window, ada, bo, score } = await judging();
    await score(ada, window, 4, 5);
    const him = build.visitors.as(bo);
    const other = await build.held({ slug: "loftet" });
    const [gro = ""] = await build.people(["Gro Dal"]);
    const foreign = await other.apply(gro, "Trapp");

    const reading = await Promise.all([
      him.get(`/submissions/${window.id}`),
      him.get(`/submissions/${window.id}/reviews/${ada}`),
      him.put(`/submissions/${window.id}/reviews/${ada}`, { scores: {} }),
      him.put(`/submissions/${window.id}/reviews/${ada}/conflict`, { conflict: "conflict" }),
      him.get(`/submissions/${window.id}/reviews`),
      him.get(`/calls/${call.id}/submissions`),
      him.get(`/calls/${call.id}/jurors`),
      him.get(`/submissions/${foreign.id}`),
    ]);

    expect(reading.map(({ status }) => status)).toEqual([200, 404, 404, 404, 404, 404, 404, 404]);
    expect((await him.get("/me/reviews")).body.items.map(({ submission }) => submission.title)).toEqual(["Dør", "Vindu"]);
    expect(await apply(gro, "Kommer seint")).toMatchObject({ state: "submitted" });
    expect((await him.get("/me/reviews")).body.items).toHaveLength(3);
  });

  test("who reads blind is not told who applies, not by answers, file names, the list or the results", async () => {
    const { call, window, ada, bo, cy, score, close } = await judging({ isBlind: true });
    const her = build.visitors.as(ada);
    const seen = [await her.get(`/submissions/${window.id}`), await her.get("/me/reviews")].map(({ body }) => JSON.stringify(body));
    for (const juror of [ada, bo, cy]) await score(juror, window, 4, 5);
    await close();
    seen.push(JSON.stringify((await her.get(`/calls/${call.id}/results`)).body));

    expect(seen.join(" ")).toContain("Vindu");
    expect(seen.join(" ")).not.toMatch(/Eva|eva\.vik|Ada og Bo|Hvem er dere/);
  });

  test("does not judge what they applied with themselves", async () => {
    const { call, apply, office, open } = await build.held();
    const [ada = ""] = await build.people(["Ada Lie"]);
    await apply(ada, "Vindu");
    const { email } = await installation.db.selectFrom("people").select("email").where("id", "=", ada).executeTakeFirstOrThrow();
    await office.post(`/calls/${call.id}/jurors`, { name: "Ada Lie", email });
    await open();

    expect((await build.visitors.as(ada).get("/me/reviews")).body.items).toEqual([]);
  });
});

describe("A phase", () => {
  test("keeps its criteria from when it opens, and takes no score when it has closed", async () => {
    const { call, office, window, ada, score, close } = await judging();
    const rewrite = { name: { nb: "Lesing" }, criteria: [{ name: { nb: "Pris" }, weight: 9 }] };

    const frozen = await office.put(`/calls/${call.id}/phases/1`, rewrite);
    await close();
    const late = await score(ada, window, 4, 5);

    expect(frozen).toMatchObject({ status: 409, body: { code: "judging.criteria_frozen" } });
    expect(late).toMatchObject({ status: 409, body: { code: "judging.phase_not_open" } });
  });

  test("seals the scores until it closes: those who run the call see who has delivered, and no more", async () => {
    const { call, office, window, ada, score, close } = await judging();
    await score(ada, window, 6, 6);

    const sealed = await Promise.all([
      office.get(`/submissions/${window.id}/reviews/${ada}`),
      office.get(`/calls/${call.id}/results`),
      build.visitors.as(ada).get(`/calls/${call.id}/results`),
    ]);
    const { body: list } = await office.get(`/submissions/${window.id}/reviews`);
    const { body: jury } = await office.get(`/calls/${call.id}/jurors`);
    const { body: log } = await office.get("/audit?organization=naustet");

    expect(sealed.map(({ status, body }) => [status, (body as { code?: string }).code])).toEqual(Array(3).fill([409, "judging.sealed"]));
    expect(list.items.map(({ state, scores, isSealed }) => [state, scores, isSealed])).toEqual([
      ["delivered", null, true],
      ["assigned", null, true],
      ["assigned", null, true],
    ]);
    expect(jury.items.map(({ name, assigned, delivered }) => [name, assigned, delivered])).toEqual([
      ["Ada Lie", 2, 1],
      ["Bo Lind", 2, 0],
      ["Cy Eng", 2, 0],
    ]);
    expect(JSON.stringify(log)).not.toMatch(/"scores?"/);
    await close();
    expect((await office.get(`/submissions/${window.id}/reviews/${ada}`)).body.scores).toBeDefined();
  });

  test("comes to three figures side by side, and to none with fewer than three reviews", async () => {
    const { call, office, window, door, ada, bo, cy, score, close } = await judging();
    for (const juror of [ada, bo, cy]) await score(juror, window, 6, 1);
    for (const juror of [ada, bo]) await score(juror, door, 1, 1);
    await build.visitors.as(cy).put(`/submissions/${door.id}/reviews/${cy}/conflict`, { conflict: "conflict", reason: "Kjent" });

    await close();

    const { body } = await office.get(`/calls/${call.id}/results`);
    expect(body.items.map(({ submission, count, figures }) => [submission.title, count, figures])).toEqual([
      ["Dør", 2, null],
      [
        "Vindu",
        3,
        { mean: expect.closeTo(200 / 3, 6), median: expect.closeTo(200 / 3, 6), standardised: expect.closeTo(Math.SQRT2 / 3, 6) },
      ],
    ]);
    expect(body.leaders.mean).toEqual([window.id]);
    // who is recused sees nothing of it, not even afterwards
    const recused = await build.visitors.as(cy).get(`/calls/${call.id}/results`);
    expect(recused.body.items.map(({ submission }) => submission.title)).toEqual(["Vindu"]);
  });

  test("opens one after the other, by those who run the call only", async () => {
    const phases = [1, 2].map((number) => ({ name: { nb: `Fase ${number}` }, criteria: [{ name: { nb: "Nyhet" } }] }));
    const { call, open, jury } = await build.held({ call: { phases } });
    const [ada = ""] = await jury(["Ada Lie"]);

    const second = await open(2);
    const byJuror = await build.visitors.as(ada).put(`/calls/${call.id}/phases/1/opening`, {});
    const first = await open(1);

    expect(second).toMatchObject({ status: 409, body: { code: "judging.phase_out_of_order" } });
    expect(byJuror.status).toBe(404);
    expect(first.body.phases[0]?.openedAt).not.toBeNull();
    expect((await open(2)).status).toBe(409);
  });
});
