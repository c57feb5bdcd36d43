import { afterAll, beforeAll, expect, test } from "vitest";
import { importing } from "../../../tests/support/importing.ts";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { loadGeography } from "../geography/index.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
beforeAll(async () => {
  installation = await testInstallation();
  await loadGeography(installation.db, installation.now());
  network = networkBuilder(installation);
});
afterAll(() => installation.close());

test("a manager brings in spaces, once, and those of others are left alone", async () => {
  const organizationId = await network.organization("husdriver");
  const manager = await network.person("Marte Evenrud");
  await network.position(manager, organizationId, "manager");
  await network.space("andres-hus");
  const files = importing(installation, manager);
  const spaces = { kind: "spaces", organization: "husdriver" };
  const file = [
    "Navn;Adresseord;Kommune;Breddegrad;Lengdegrad;Plasser;Telefon;Organisasjon",
    "Nordlyshuset;;Tromsø;69,6496;18,956;40;77 00 00 00;",
    "Uten sted;;Tromsø;;;;;",
    "Borte;;Atlantis;60;10;;;",
    "Andres;andres-hus;0301;59,9;10,7;;;",
    "Fremmed;;0301;59,9;10,7;;;andres-hus",
  ].join("\n");

  const checked = await files.check(file, spaces);
  await files.carryOut(checked.id, "good");
  const again = await files.check(file.replace(";40;", ";45;"), spaces);

  expect(checked.rows.map(({ outcome, reasons }) => [outcome, ...reasons.map(({ code, column }) => `${column}: ${code}`)])).toEqual([
    ["create"],
    ["refuse", "latitude: missing", "longitude: missing"],
    ["refuse", "municipality: unknown_municipality"],
    ["refuse", "slug: slug_taken"],
    ["refuse", "organization: unknown_organization"],
  ]);
  expect(again.rows[0]).toMatchObject({ outcome: "change", changes: [{ column: "Plasser", from: "40", to: "45" }] });
  const written = await installation.db
    .selectFrom("spaces")
    .select(["slug", "municipality_number", "desks", "contact_phone", "during"])
    .where("organization_id", "=", organizationId)
    .execute();
  expect(written).toEqual([
    { slug: "nordlyshuset", municipality_number: "5501", desks: 40, contact_phone: "+4777000000", during: "[2026-11-23,)" },
  ]);
});
