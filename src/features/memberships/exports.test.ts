import { OpenAPIHono } from "@hono/zod-openapi";
import { afterAll, beforeAll, expect, test } from "vitest";
import { importing } from "../../../tests/support/importing.ts";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { visitor } from "../../platform/access/actor.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { problems } from "../../platform/http/problem.ts";
import { findActor } from "../accounts/index.ts";
import { loadGeography } from "../geography/index.ts";
import { organizationExports } from "../organizations/index.ts";
import { membershipExports } from "./exports.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
  await loadGeography(installation.db, installation.now());
});
afterAll(() => installation.close());

async function download(personId: string | undefined, path: string) {
  const actor = personId && (await findActor(installation.db, personId, "2026-11-23"));
  const api = new OpenAPIHono<ApiEnvironment>();
  api.onError(problems(installation.log, new Map()));
  api.use(async (c, next) => {
    c.set("actor", actor || visitor);
    c.set("language", "nb");
    c.set("requestId", "asked-by-a-test");
    await next();
  });
  const answer = await api.route("/", membershipExports(installation)).route("/", organizationExports(installation)).request(path);
  return { status: answer.status, type: answer.headers.get("content-type"), bytes: new Uint8Array(await answer.arrayBuffer()) };
}
const textOf = ({ bytes }: { bytes: Uint8Array }) => new TextDecoder().decode(bytes);

test("members go out and come back through the import unchanged, as CSV for Excel, for programs and as a workbook", async () => {
  const organizationId = await network.organization("rundtur");
  const manager = await network.person("Marte Evenrud");
  await network.position(manager, organizationId, "manager");
  const eva = await network.person("Eva; «Evig» Å", { email: "eva@rundtur.example" });
  await network.membership(organizationId, { personId: eva }, { during: "[2023-01-01,2024-01-01)", plan: "flex" });
  await network.membership(organizationId, { personId: eva }, { during: "[2025-01-01,)", plan: "Gullkort" });
  const formula = await network.person("=HYPERLINK(A1)", { email: "=f@rundtur.example" });
  await network.membership(organizationId, { personId: formula }, { during: "[2025-05-17,)", plan: "team" });
  const files = importing(installation, manager);

  const excel = await download(manager, "/organizations/rundtur/members.csv");
  const plain = await download(manager, "/organizations/rundtur/members.csv?form=plain");
  const workbook = await download(manager, "/organizations/rundtur/members.xlsx");

  expect(textOf(excel)).toBe(
    [
      "Navn;E-post;Plan;Fra;Til;Selskap",
      "'=HYPERLINK(A1);'=f@rundtur.example;Lagplass;17.05.2025;;",
      '"Eva; «Evig» Å";eva@rundtur.example;Fleksplass;01.01.2023;01.01.2024;',
      '"Eva; «Evig» Å";eva@rundtur.example;Gullkort;01.01.2025;;',
      "",
    ].join("\r\n"),
  );
  for (const file of [excel, plain, workbook]) {
    const { counts } = await files.check(file.bytes, { organization: "rundtur" });
    expect(counts).toEqual({ create: 0, change: 0, same: 3, refuse: 0 });
  }
});

test("members are for those who manage them, candidates for the network's coordinators, people for those who see everyone", async () => {
  const organizationId = await network.organization("lukket", { kinds: ["network"] });
  await network.membership(organizationId, { personId: await network.person("Hemmelig Hanne") });
  const member = await network.person("Vanlig Vera");
  await network.position(member, organizationId, "member");
  const coordinator = await network.person("Koor Dina");
  await network.position(coordinator, organizationId, "coordinator");
  const paths = [
    "/organizations/lukket/members.csv",
    "/organizations/lukket/member-organizations.xlsx",
    "/networks/lukket/candidates.csv",
    "/organizations/lukket/people.csv",
  ];

  const statuses = async (personId: string | undefined) => Promise.all(paths.map(async (path) => (await download(personId, path)).status));

  expect(await statuses(undefined)).toEqual([401, 401, 401, 401]);
  expect(await statuses(member)).toEqual([404, 404, 404, 404]);
  expect((await statuses(coordinator)).slice(0, 3)).toEqual([200, 200, 200]);
});

test("everyone gets the organizations they may see, and no contact of strangers", async () => {
  const seen = await network.organization("synlig", { name: "Synlig AS" });
  await installation.db.updateTable("organizations").set({ contact_email: "post@synlig.example" }).where("id", "=", seen).execute();
  await network.organization("usynlig", { name: "Usynlig AS", visibility: "private" });

  const text = textOf(await download(undefined, "/organizations.csv"));

  expect(text).toContain("Synlig AS");
  expect(text).not.toContain("post@synlig.example");
  expect(text).not.toContain("Usynlig");
});
