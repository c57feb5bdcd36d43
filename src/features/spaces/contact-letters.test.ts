import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { askAboutContacts } from "./contact-letters.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;

/**
 * On 23 November: Naustet and the organization behind it were confirmed in May, Blender in June, Flow never. Unni runs Naustet
 * and reads nynorsk, Randi runs Blender, Maret runs Flow. Kyst has entered Nyhuset, which nobody runs yet; Ingrid coordinates Kyst.
 */
beforeEach(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
  const [naustet, blender, flow] = [
    await network.space("naustet", { name: "Naustet" }),
    await network.space("blender", { name: "Blender" }),
    await network.space("flow", { name: "Flow" }),
  ];
  const kyst = await network.organization("kyst", { name: "Kyst", kinds: ["network"] });
  const nyhuset = await network.organization("nyhuset", { name: "Nyhuset" });
  await ofSpace(naustet.id, "2026-05-26");
  await ofOrganization(naustet.organizationId, "2026-05-26");
  await ofSpace(blender.id, "2026-05-27");
  await ofOrganization(blender.organizationId, "2026-11-01");
  await ofSpace(flow.id, null);
  await ofOrganization(nyhuset, null);
  await installation.db.updateTable("organizations").set({ entered_by_network_id: kyst }).where("id", "=", nyhuset).execute();
  await network.position(await network.person("Unni Lia", { locale: "nn" }), naustet.organizationId, "manager");
  await network.position(await network.person("Randi Skjold"), blender.organizationId, "manager");
  await network.position(await network.person("Maret Sara", { locale: "en" }), flow.organizationId, "owner");
  await network.position(await network.person("Hans Host"), naustet.organizationId, "host");
  await network.position(await network.person("Ingrid Berg"), kyst, "coordinator");
});
afterEach(() => installation.close());

describe("Those who run a place", () => {
  test("are asked once about all its contact data that nobody has confirmed for half a year", async () => {
    await askAboutContacts(installation);
    await askAboutContacts(installation);

    const letters = await lettersWritten();
    expect(letters.map(({ recipient, subject }) => [recipient, subject])).toEqual([
      ["ingrid.berg@example.test", "Stemmer kontakten for Nyhuset?"],
      ["maret.sara@example.test", "Is the contact of Flow right?"],
      ["unni.lia@example.test", "Stemmer kontakten for 2 stader?"],
    ]);
    expect(letters[0]?.body_text).toContain("http://localhost:3000/nb/organizations/nyhuset");
    expect(letters[2]?.body_text).toContain("Kontakten for Naustet:\nhttp://localhost:3000/nn/organizations/naustet");
    expect(letters[2]?.body_text).toContain("Kontakten for huset Naustet:\nhttp://localhost:3000/nn/spaces/naustet/settings#contact");
  });

  test("are asked again a quarter later about what is still not confirmed, and about nothing else", async () => {
    await askAboutContacts(installation);
    await installation.db.deleteFrom("letters").where("recipient", "<>", "unni.lia@example.test").execute();
    await installation.db.updateTable("spaces").set({ contact_confirmed_on: "2026-12-01" }).execute();
    await installation.db.updateTable("organizations").set({ contact_confirmed_on: "2026-12-01" }).where("slug", "<>", "naustet").execute();
    installation.setClock("2027-01-04T08:00+01:00");

    await askAboutContacts(installation);

    expect((await lettersWritten()).map(({ recipient, subject }) => [recipient, subject])).toEqual([
      ["unni.lia@example.test", "Stemmer kontakten for 2 stader?"],
      ["unni.lia@example.test", "Stemmer kontakten for Naustet?"],
    ]);
  });
});

const contact = { contact_email: "post@huset.example" };

async function ofSpace(id: string, contact_confirmed_on: string | null): Promise<void> {
  await installation.db
    .updateTable("spaces")
    .set({ ...contact, contact_confirmed_on })
    .where("id", "=", id)
    .execute();
}

async function ofOrganization(id: string, contact_confirmed_on: string | null): Promise<void> {
  await installation.db
    .updateTable("organizations")
    .set({ ...contact, contact_confirmed_on })
    .where("id", "=", id)
    .execute();
}

function lettersWritten() {
  return installation.db.selectFrom("letters").select(["recipient", "subject", "body_text"]).orderBy("recipient").orderBy("id").execute();
}
