import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";

let installation: TestInstallation;

beforeEach(async () => {
  installation = await testInstallation();
});
afterEach(() => installation.close());

test("a name that is erased leaves milestones of startups and projects and drafts of reports, and what is published says that it stays", async () => {
  const network = networkBuilder(installation);
  const visitors = callers(installation);
  const kyst = await network.organization("kyst", { kinds: ["network"] });
  await network.organization("havbruk", { kinds: ["startup"] });
  const siri = await network.person("Siri Sæther");
  await network.position(siri, kyst, "coordinator");
  const amina = visitors.as(await network.person("Amina Larsen", { email: "amina@example.test" }));
  const coordinator = visitors.as(siri);
  await coordinator.post("/programs", { slug: "hagen", name: { nb: "Hagen" }, organization: "kyst", kind: "incubator" });
  const { body: startup } = await coordinator.post("/programs/hagen/enrollments", { organization: "havbruk", intake: "2024-01-01" });
  await coordinator.post(`/enrollments/${startup.id}/milestones`, { title: "Amina Larsen ansatt" });
  const period = { from: "2025-01-01", to: "2025-12-31" };
  const { body: project } = await coordinator.post("/organizations/kyst/projects", { title: { nb: "Kartet" }, ...period });
  await coordinator.post(`/projects/${project.id}/milestones`, { title: "Kartet av Amina Larsen", plannedOn: "2025-10-01" });
  const year = { from: "2025-01-01", to: "2026-01-01" };
  const reports = ["utkast", "lagt-ut"].map(async (title) => {
    const { body } = await coordinator.post("/organizations/kyst/reports", { title: { nb: title }, ...year });
    await coordinator.patch(`/reports/${body.id}`, { lead: { nb: "Takk til Amina Larsen" } });
    return body.id;
  });
  const [draft, published] = await Promise.all(reports);
  await coordinator.put(`/reports/${published}/publication`);

  await amina.post("/me/erasure", { email: "amina@example.test" });

  const leadOf = async (id: string | undefined) => (await coordinator.get(`/reports/${id}`)).body.leads.nb;
  expect([
    (await coordinator.get(`/enrollments/${startup.id}`)).body.milestones.map(({ title }) => title),
    (await coordinator.get(`/projects/${project.id}`)).body.milestones.map(({ title }) => title),
    await leadOf(draft),
    await leadOf(published),
  ]).toEqual([["— ansatt"], ["Kartet av —"], "Takk til —", "Takk til Amina Larsen"]);
});
