import { afterAll, beforeEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { signInVisitor } from "../../../tests/support/sign-in.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { isFirstOperatorMissing, prepareFirstOperator } from "./first-operator.ts";

const open: TestInstallation[] = [];
let installation: TestInstallation;

beforeEach(async () => {
  installation = await testInstallation({ ROMSLIG_DEMO: "0" });
  open.push(installation);
});
afterAll(async () => {
  for (const one of open) await one.close();
});

const as = (personId: string | undefined) => callers(installation).as(personId);

const setUp = (code: string | undefined, more: Record<string, unknown> = {}) =>
  as(undefined).post("/installation/first-operator", {
    code,
    name: "Oddvar Drift",
    email: "oddvar@kystnett.example",
    installationName: "Kystnett",
    organization: { name: "Kystnett", kind: "network" },
    ...more,
  });

test("the code printed at start makes the first operator, who owns the first organization", async () => {
  const code = await prepareFirstOperator(installation);

  const { status, body } = await setUp(code?.toLowerCase().replaceAll("-", " "));

  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  expect([status, body.organizationSlug]).toEqual([201, "kystnett"]);
  const { body: shown } = await as(body.personId).get("/installation");
  expect(shown).toEqual({ name: "Kystnett", isSetUp: true, abilities: { rename: true } });
  const held = await installation.db.selectFrom("positions").select("role").orderBy("role").execute();
  expect(held.map(({ role }) => role)).toEqual(["coordinator", "operator", "owner"]);
});

test("who made it is signed in at once, since no letter may reach them yet; a wrong code signs nobody in", async () => {
  const code = await prepareFirstOperator(installation);
  const visitor = signInVisitor(installation);
  const given = {
    name: "Oddvar Drift",
    email: "oddvar@kystnett.example",
    installationName: "Kystnett",
    organization: { name: "Kystnett", kind: "network" },
  };

  const wrong = await visitor.post("/installation/first-operator", { ...given, code: "AAAA-AAAA-AAAA" });
  const opened = await visitor.post("/installation/first-operator", { ...given, code });

  expect(wrong.cookies).toEqual([]);
  expect((await visitor.as(opened).get("/me")).body.email).toBe("oddvar@kystnett.example");
  expect((await visitor.as(opened).get("/installation")).body.abilities).toEqual({ rename: true });
});

test("another code makes nobody, and the right one still works", async () => {
  const code = await prepareFirstOperator(installation);

  const wrong = await setUp("AAAA-AAAA-AAAA");

  expect([wrong.status, wrong.body.code]).toEqual([403, "organization.wrong_code"]);
  expect(await installation.db.selectFrom("people").select("id").execute()).toEqual([]);
  expect((await setUp(code)).status).toBe(201);
});

test("of two who send the code at once one becomes operator; afterwards the address does not exist", async () => {
  const code = await prepareFirstOperator(installation);

  const answers = await Promise.all([setUp(code), setUp(code, { email: "en.annen@kystnett.example" })]);

  expect(answers.filter(({ status }) => status === 201).length).toBe(1);
  expect((await installation.db.selectFrom("people").select("id").execute()).length).toBe(1);
  expect((await setUp(code, { email: "sen@kystnett.example" })).status).toBe(404);
});

test("a refused set-up does not use the code up", async () => {
  const code = await prepareFirstOperator(installation);

  const refused = await setUp(code, { email: "uten krøllalfa" });

  expect(refused.status).toBe(400);
  expect((await setUp(code)).status).toBe(201);
});

test("a new start makes a new code, and the one before stops working", async () => {
  const first = await prepareFirstOperator(installation);
  const second = await prepareFirstOperator(installation);

  expect(await isFirstOperatorMissing(installation.db, installation.now())).toBe(true);
  expect((await setUp(first)).status).toBe(403);
  expect((await setUp(second)).status).toBe(201);
});

test("where somebody runs it, and in the demonstration, there is no code", async () => {
  const code = await prepareFirstOperator(installation);
  await setUp(code);
  const demonstration = await testInstallation({ ROMSLIG_DEMO: "1" });
  open.push(demonstration);

  expect(await prepareFirstOperator(installation)).toBeUndefined();
  expect(await prepareFirstOperator(demonstration)).toBeUndefined();
  expect(await isFirstOperatorMissing(demonstration.db, demonstration.now())).toBe(false);
});

test("only an operator names the installation", async () => {
  const { body } = await setUp(await prepareFirstOperator(installation));

  expect((await as(undefined).patch("/installation", { name: "Kapret" })).status).toBe(401);
  expect((await as(body.personId).patch("/installation", { name: "Kystnettet" })).body.name).toBe("Kystnettet");
  expect((await as(undefined).get("/installation")).body).toEqual({ name: "Kystnettet", isSetUp: true, abilities: { rename: false } });
});
