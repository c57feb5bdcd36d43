import { expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../../tests/support/installation.ts";
import { networkBuilder } from "../../../../../tests/support/network.ts";
import { callers } from "../../../../../tests/support/visitor.ts";
import { createApi } from "../../../../api.ts";
import type { Visit } from "../../../../interface/visit.ts";
import { visitor } from "../../../../platform/access/actor.ts";
import { labsWithCourses } from "./labs-with-courses.ts";

test("a lab whose machines come after two hundred others is named too, once", async () => {
  const installation = await testInstallation();
  const network = networkBuilder(installation);
  const [large, small] = [await network.space("storverket", { name: "Storverket" }), await network.space("bitraf", { name: "Bitraf" })];
  const [laser, lathe] = [await course(installation, large), await course(installation, small)];
  await Promise.all(Array.from({ length: 201 }, (_, number) => network.resource(large, `Maskin ${number}`, { kind: "machine", ...laser })));
  await network.resource(small, "Dreiebenken", { kind: "machine", ...lathe });
  await network.resource(await network.space("flow"), "Symaskinen", { kind: "machine" });

  const labs = await labsWithCourses(visitTo(installation));

  expect(labs.map(({ name }) => name).sort()).toEqual(["Bitraf", "Storverket"]);
  await installation.close();
});

async function course(installation: TestInstallation, lab: { organizationId: string; slug: string }) {
  const network = networkBuilder(installation);
  const leader = await network.person(`Leder ${lab.slug}`);
  await network.position(leader, lab.organizationId, "manager");
  const { body } = await callers(installation)
    .as(leader)
    .post(`/organizations/${lab.slug}/certifications`, { names: { nb: "Kurs" } });
  return { certification_id: body.id, certification_level: 1 };
}

// a page asks by the API only
function visitTo(installation: TestInstallation): Visit {
  const api = createApi(installation, async () => visitor);
  const inside = { actor: visitor, language: "nb" as const, requestId: "asked-by-a-test", address: "test" };
  return { api: async (path: string, init?: RequestInit) => api.request(path, init, { inside }) } as Visit;
}
