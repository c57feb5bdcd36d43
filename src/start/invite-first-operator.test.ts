import { afterEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../tests/support/installation.ts";
import { signInVisitor } from "../../tests/support/sign-in.ts";
import { inviteFirstOperator } from "./invite-first-operator.ts";

const opened: TestInstallation[] = [];

afterEach(async () => {
  for (const installation of opened.splice(0)) await installation.close();
});

async function open(variables: Record<string, string>) {
  const installation = await testInstallation({ ROMSLIG_URL: "https://kystnett.example", ...variables });
  opened.push(installation);
  return installation;
}

test("an installation nobody runs says where to set it up, and the code it prints opens that page once", async () => {
  const installation = await open({ ROMSLIG_DEMO: "0" });

  const said = await inviteFirstOperator(installation);

  const code = /one-time code (\S+)\n$/.exec(said)?.[1];
  expect(said).toContain("https://kystnett.example/nb/operations/setup");
  const answer = await signInVisitor(installation).post("/installation/first-operator", {
    code,
    name: "Oddvar Drift",
    email: "oddvar@kystnett.example",
    installationName: "Kystnett",
    organization: { name: "Kystnett", kind: "network" },
  });
  expect(answer.status).toBe(201);
  expect(await inviteFirstOperator(installation)).toBe("");
});

test("the demonstration invites nobody", async () => {
  expect(await inviteFirstOperator(await open({}))).toBe("");
});
