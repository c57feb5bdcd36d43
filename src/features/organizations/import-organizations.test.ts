import { afterAll, beforeAll, expect, test } from "vitest";
import { importing } from "../../../tests/support/importing.ts";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { loadGeography } from "../geography/index.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
let files: ReturnType<typeof importing>;
let networkId: string;
beforeAll(async () => {
  installation = await testInstallation();
  await loadGeography(installation.db, installation.now());
  network = networkBuilder(installation);
  networkId = await network.organization("nordnett", { kinds: ["network"] });
  const coordinator = await network.person("Ingrid Bråtveit");
  await network.position(coordinator, networkId, "coordinator");
  files = importing(installation, coordinator);
});
afterAll(() => installation.close());

const organizations = { kind: "organizations", organization: "nordnett" };

test("a coordinator brings in organizations; the same file changes nothing, a corrected one changes what differs", async () => {
  const file =
    "Navn;Orgnr;Slag;Kommune;Nettside;Stiftet\nFjordlys AS;310 000 019;Selskap, Oppstartsselskap;Tråante;fjordlys.example;1.2.2019\nHavblikk;;;0301;;\n";

  const checked = await files.check(file, organizations);
  await files.carryOut(checked.id, "all");
  const again = await files.check(file, organizations);
  const corrected = await files.check(file.replace("fjordlys.example", "https://fjordlys.example/om"), organizations);

  expect([checked, again, corrected].map(({ counts }) => counts)).toEqual([
    { create: 2, change: 0, same: 0, refuse: 0 },
    { create: 0, change: 0, same: 2, refuse: 0 },
    { create: 0, change: 1, same: 1, refuse: 0 },
  ]);
  expect(corrected.rows[0]?.changes).toEqual([{ column: "Nettsted", from: "https://fjordlys.example", to: "https://fjordlys.example/om" }]);
  await files.carryOut(corrected.id, "all");
  const written = await installation.db
    .selectFrom("organizations")
    .select(["slug", "organization_number", "municipality_number", "website", "founded_on", "entered_by_network_id"])
    .where("slug", "=", "fjordlys-as")
    .execute();
  expect(written).toEqual([
    {
      slug: "fjordlys-as",
      organization_number: "310000019",
      municipality_number: "5001",
      website: "https://fjordlys.example/om",
      founded_on: "2019-02-01",
      entered_by_network_id: networkId,
    },
  ]);
});

test("wrong numbers, unknown places and what others keep are refused with the reason", async () => {
  const other = await network.organization("andres", { name: "Andres AS" });
  await installation.db.updateTable("organizations").set({ organization_number: "310000035" }).where("id", "=", other).execute();
  const file = [
    "name;organizationNumber;municipality;kinds;latitude;longitude;slug",
    "A;310000018;;;;;",
    "B;;9999;;;;",
    "C;;Herøy;;;;",
    "D;;;Nettverk;;;",
    "E;;;Klubb;;;",
    "F;;;;59,9;;",
    "G;310000035;;;;;",
    "H;;;;;;Ikke Slik",
    "I;;;;;;",
    "I;;;;;;",
  ].join("\n");

  const { counts, rows } = await files.check(file, organizations);

  expect(counts).toEqual({ create: 1, change: 0, same: 0, refuse: 9 });
  expect(rows.filter(({ outcome }) => outcome === "refuse").map(({ row, reasons }) => [row, reasons[0]?.code])).toEqual([
    [2, "wrong_check_digit"],
    [3, "unknown_municipality"],
    [4, "ambiguous_municipality"],
    [5, "kind_not_allowed"],
    [6, "not_in_vocabulary"],
    [7, "coordinates_incomplete"],
    [8, "kept_by_others"],
    [9, "not_a_slug"],
    [11, "duplicate_in_file"],
  ]);
});

test("people come in with roles that open nothing, and keep the name they have", async () => {
  const known = await network.person("Kjent Kari", { email: "kari@kjent.example" });
  const file =
    "Navn;E-post;Språk;Rolle;Tittel;Fra\nK. Kjent;kari@kjent.example;;Styreleder;Leder;2026-01-01\nNy Nils;nils@ny.example;Nynorsk;;;\nSleip Siv;siv@ny.example;;Leder;;2026-01-01\n";

  const checked = await files.check(file, { kind: "people", organization: "nordnett" });
  const done = await files.carryOut(checked.id, "good");
  const again = await files.check(file, { kind: "people", organization: "nordnett" });

  expect(done.counts).toEqual({ create: 2, change: 0, same: 0, refuse: 1 });
  expect(checked.rows[2]?.reasons[0]?.message).toBe("Rolle: Denne rollen gis ikke ved import. Gi den til én om gangen.");
  expect(again.counts).toEqual({ create: 0, change: 0, same: 2, refuse: 1 });
  const people = await installation.db
    .selectFrom("positions")
    .innerJoin("people", "people.id", "person_id")
    .select(["people.id", "name", "locale", "role", "title", "during"])
    .where("organization_id", "=", networkId)
    .where("email", "like", "%.example")
    .where("role", "<>", "coordinator")
    .orderBy("name")
    .execute();
  expect(people).toEqual([
    { id: known, name: "Kjent Kari", locale: "nb", role: "board_leader", title: "Leder", during: "[2026-01-01,)" },
    { id: expect.any(String), name: "Ny Nils", locale: "nn", role: "contact", title: null, during: "[2026-11-23,)" },
  ]);
});
