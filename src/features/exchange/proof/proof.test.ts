import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { signInVisitor } from "../../../../tests/support/sign-in.ts";

let installation: TestInstallation;
let visitor: ReturnType<typeof signInVisitor>;

beforeEach(async () => {
  installation = await testInstallation();
  visitor = signInVisitor(installation);
  const network = networkBuilder(installation);
  const flow = await network.space("flow", { name: "Flow" });
  await network.space("workwork", { name: "WorkWork" });
  await network.member("Jonas Vik", flow);
  await network.person("Stian Lie");
});
afterEach(() => installation.close());

async function codeFor(email: string, space = "flow"): Promise<string> {
  await visitor.post(`/spaces/${space}/proof-codes`, { email });
  await doWhatIsDue(installation);
  return /\b\d{6}\b/.exec((await visitor.lettersTo(email)).at(-1)?.body_text ?? "")?.[0] ?? "none";
}

const verify = (email: string, code: string, space = "flow") => visitor.post(`/spaces/${space}/proof-codes/verification`, { email, code });

describe("A member of a space on another system", () => {
  test("gets a code by e-mail and is signed in by it, once", async () => {
    const code = await codeFor("jonas.vik@example.test");

    const opened = await verify("jonas.vik@example.test", code);
    const again = await verify("jonas.vik@example.test", code);

    const me = await visitor.as(opened).get("/me");
    expect([opened.status, me.body.name]).toEqual([201, "Jonas Vik"]);
    expect([again.status, again.body.code]).toEqual([422, "proof.wrong_code"]);
  });

  test("reads the code inside the letter only: subjects are seen by others", async () => {
    const code = await codeFor("jonas.vik@example.test");

    const [letter] = await visitor.lettersTo("jonas.vik@example.test");

    expect([letter?.subject, letter?.subject.includes(code)]).toEqual(["Engangskoden din hos Flow", false]);
  });

  test("is answered as everybody is; who is not on the list gets no letter", async () => {
    const answers = [];
    for (const email of ["jonas.vik@example.test", "stian.lie@example.test", "nobody@example.test"]) {
      const { status, body } = await visitor.post("/spaces/flow/proof-codes", { email });
      answers.push([status, body]);
    }
    await doWhatIsDue(installation);

    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify([202, { sent: true }])]));
    expect(await visitor.lettersTo("stian.lie@example.test")).toEqual([]);
    expect(await visitor.lettersTo("nobody@example.test")).toEqual([]);
  });

  test("has five tries, and fifteen minutes", async () => {
    const code = await codeFor("jonas.vik@example.test");
    const wrong = code === "000000" ? "000001" : "000000";
    for (let tries = 0; tries < 5; tries++) await verify("jonas.vik@example.test", wrong);
    const sixth = await verify("jonas.vik@example.test", code);
    const late = await codeFor("jonas.vik@example.test");
    installation.setClock("2026-11-23T09:16:00+01:00");

    expect(sixth.status).toBe(422);
    expect((await verify("jonas.vik@example.test", late)).status).toBe(422);
  });

  test("uses the newest code, at the space that sent it", async () => {
    const first = await codeFor("jonas.vik@example.test");
    const second = await codeFor("jonas.vik@example.test");

    const statuses = [
      (await verify("jonas.vik@example.test", second, "workwork")).status,
      (await verify("jonas.vik@example.test", first)).status === 201 && first !== second ? 201 : 422,
      (await verify("jonas.vik@example.test", second)).status,
    ];

    expect(statuses).toEqual([422, 422, 201]);
  });
});

test("asking again and again is stopped, with when to come back", async () => {
  const limited = await testInstallation({ ROMSLIG_RATE_LIMITS: "1" });
  const eager = signInVisitor(limited);
  await networkBuilder(limited).space("flow");
  const statuses = [];
  for (let asked = 0; asked < 6; asked++)
    statuses.push((await eager.post("/spaces/flow/proof-codes", { email: "jonas@example.test" })).status);
  const refused = await eager.post("/spaces/flow/proof-codes", { email: "jonas@example.test" });

  expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
  await limited.close();
});
