import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue, tellAllAgain } from "../../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { firstWording } from "./draft.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let visitors: ReturnType<typeof callers>;

beforeEach(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
  visitors = callers(installation);
});
afterEach(() => installation.close());

/**
 * Blender and WorkWork take part, Flow belongs to the network and has never answered, Gamlehuset has left, Utkant is of another
 * network. Unni runs Blender and Flow, Randi owns WorkWork and reads nynorsk, Ingrid and Ada coordinate.
 */
async function houses() {
  const [blender, workwork, flow, gamlehuset, utkant] = [
    await network.space("blender", { name: "Blender" }),
    await network.space("workwork", { name: "WorkWork" }),
    await network.space("flow", { name: "Flow" }),
    await network.space("gamlehuset", { name: "Gamlehuset" }),
    await network.space("utkant", { name: "Utkant" }),
  ];
  const kyst = await network.organization("kyst", { name: "Kyst", kinds: ["network"] });
  const agreement = await network.agreement([blender, workwork, gamlehuset], { networkId: kyst });
  await installation.db
    .updateTable("agreement_acceptances")
    .set({ withdrawn_on: "2026-06-01" })
    .where("space_id", "=", gamlehuset.id)
    .execute();
  for (const { organizationId } of [blender, workwork, flow, gamlehuset]) await network.membership(kyst, { organizationId });
  const unni = await network.person("Unni Lia");
  const randi = await network.person("Randi Skjold", { locale: "nn" });
  const ingrid = await network.person("Ingrid Berg");
  const ada = await network.person("Ada Holm", { locale: "en" });
  await network.position(unni, blender.organizationId, "manager");
  await network.position(unni, flow.organizationId, "manager");
  await network.position(randi, workwork.organizationId, "owner");
  await network.position(await network.person("Hans Host"), blender.organizationId, "host");
  await network.position(await network.person("Gunnar Gammel"), gamlehuset.organizationId, "manager");
  await network.position(await network.person("Ute Utkant"), utkant.organizationId, "manager");
  await network.position(await network.person("Tor Tidligere"), blender.organizationId, "manager", "[2024-01-01,2026-01-01)");
  await network.position(ingrid, kyst, "coordinator");
  await network.position(ada, kyst, "coordinator");
  return { agreement, unni, randi, ingrid, ada };
}

async function publish(ingrid: string) {
  const coordinator = visitors.as(ingrid);
  const draft = (await coordinator.post("/networks/kyst/agreement/versions")).body;
  const { terms, quotas } = firstWording;
  const texts = { nb: "Seks dager.", nn: "Seks dagar.", en: "Six days." };
  await coordinator.put("/networks/kyst/agreement/versions/2", { texts, terms, quotas }, { "if-match": `"${draft.revision}"` });
  return coordinator.put("/networks/kyst/agreement/versions/2/publication", { validFrom: "2027-01-01" });
}

function lettersWritten() {
  return installation.db.selectFrom("letters").select(["recipient", "language", "subject", "body_text"]).orderBy("recipient").execute();
}

describe("A version that is published", () => {
  test("is sent to those who run the houses that must answer, once each and in their language", async () => {
    const { ingrid } = await houses();

    await publish(ingrid);
    await doWhatIsDue(installation);

    const letters = await lettersWritten();
    expect(letters.map(({ recipient, language, subject }) => [recipient, language, subject])).toEqual([
      ["randi.skjold@example.test", "nn", "Ny avtale om gjestedagar i Kyst frå fredag 1. januar"],
      ["unni.lia@example.test", "nb", "Ny avtale om gjestedager i Kyst fra fredag 1. januar"],
    ]);
    expect(letters[0]?.body_text).toContain("Les og svar for WorkWork:\nhttp://localhost:3000/nn/spaces/workwork/agreement");
    expect(letters[1]?.body_text).toContain("Les og svar for Blender:\nhttp://localhost:3000/nb/spaces/blender/agreement");
    expect(letters[1]?.body_text).toContain("Les og svar for Flow:\nhttp://localhost:3000/nb/spaces/flow/agreement");
  });

  test("is not sent twice when it is told twice, and not to a house that has answered meanwhile", async () => {
    const { ingrid, randi } = await houses();
    await publish(ingrid);
    await visitors.as(randi).put("/spaces/workwork/agreement-acceptances/2");

    await doWhatIsDue(installation);
    await network.position(randi, await network.organization("nyhuset"), "manager");
    await tellAllAgain(installation);

    expect((await lettersWritten()).map(({ recipient }) => recipient)).toEqual(["unni.lia@example.test"]);
  });
});

describe("A house that leaves", () => {
  test("is told to the coordinators with its reason, once each, and to nobody else", async () => {
    const { unni } = await houses();

    await visitors.as(unni).put("/spaces/blender/agreement-withdrawal", { from: "2026-12-01", reason: "Vi bygger om." });
    await doWhatIsDue(installation);
    await tellAllAgain(installation);

    const letters = await lettersWritten();
    expect(letters.map(({ recipient, subject }) => [recipient, subject])).toEqual([
      ["ada.holm@example.test", "Blender leaves the agreement from Tuesday 1 December"],
      ["ingrid.berg@example.test", "Blender går ut av avtalen fra tirsdag 1. desember"],
    ]);
    expect(letters[0]?.body_text).toContain("They write: Vi bygger om.");
    expect(letters[0]?.body_text).toContain("http://localhost:3000/en/networks/kyst/agreement");
  });

  test("is not told to the coordinator who did it for them", async () => {
    const { ada, agreement } = await houses();
    const blender = await installation.db
      .selectFrom("spaces")
      .select("organization_id")
      .where("slug", "=", "blender")
      .executeTakeFirstOrThrow();
    await network.position(ada, blender.organization_id, "manager");

    await visitors.as(ada).put(`/spaces/blender/agreement-withdrawal?network=${agreement.networkId}`, { from: "2026-12-01" });
    await doWhatIsDue(installation);

    expect((await lettersWritten()).map(({ recipient }) => recipient)).toEqual(["ingrid.berg@example.test"]);
  });
});
