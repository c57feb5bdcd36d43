import { afterAll, beforeAll, expect, test } from "vitest";
import { importing } from "../../../tests/support/importing.ts";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { newId } from "../../platform/database/id.ts";
import { loadGeography } from "../geography/index.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
  await loadGeography(installation.db, installation.now());
});
afterAll(() => installation.close());

async function download(personId: string | undefined, path: string) {
  const { status, headers, bytes } = await callers(installation).as(personId).get(path);
  return { status, type: headers.get("content-type"), bytes };
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

test("a file is narrowed as its list is: by a name, by a day, by a kind, by who sees to what", async () => {
  const organizationId = await network.organization("smalt", { name: "Smalt nett", kinds: ["network"] });
  const coordinator = await network.person("Kaja Koor");
  await network.position(coordinator, organizationId, "coordinator");
  const [liv, olav] = [await network.person("Liv Åsheim"), await network.person("Olav Bakke")];
  await network.membership(organizationId, { personId: liv }, { during: "[2024-01-01,)" });
  await network.membership(organizationId, { personId: olav }, { during: "[2023-01-01,2024-01-01)" });
  const house = await network.organization("naustet-smalt", { name: "Naustet" });
  const quiet = await network.organization("stille-smalt", { name: "Stille", visibility: "network" });
  for (const id of [house, quiet]) await network.membership(organizationId, { organizationId: id }, { during: "[2025-02-03,)" });
  await candidate(organizationId, "Ved elva", { owner_id: coordinator, next_step: "Ringe", next_step_on: "2026-11-20" });
  await candidate(organizationId, "Under brua", {});

  const rows = async (personId: string | undefined, path: string) =>
    textOf(await download(personId, path))
      .split("\r\n")
      .slice(1, -1);

  expect(await rows(coordinator, "/organizations/smalt/members.csv?on=2026-11-23")).toEqual([
    "Liv Åsheim;liv.a.sheim@example.test;Fleksplass;01.01.2024;;",
  ]);
  expect(await rows(coordinator, "/organizations/smalt/members.csv?q=BAKKE")).toEqual([
    "Olav Bakke;olav.bakke@example.test;Fleksplass;01.01.2023;01.01.2024;",
  ]);
  expect(await rows(coordinator, "/organizations/smalt/member-organizations.csv?q=naust")).toEqual(["Naustet;naustet-smalt;;;03.02.2025;"]);
  expect(await rows(undefined, "/networks/smalt/members.csv")).toEqual(["Naustet;naustet-smalt;;;03.02.2025"]);
  expect(await rows(coordinator, "/networks/smalt/candidates.csv")).toHaveLength(2);
  expect(await rows(coordinator, `/networks/smalt/candidates.csv?owner=${coordinator}&only=overdue`)).toEqual([
    "Ved elva;ved-elva;;Kandidat;;Ringe;20.11.2026;Kaja Koor",
  ]);
  expect(await rows(undefined, "/organizations.csv?q=smalt%20nett&kind=network")).toEqual(["Smalt nett;;smalt;Nettverk;;;;;;;;"]);
  expect(await rows(undefined, "/organizations.csv?q=smalt%20nett&kind=company")).toEqual([]);
});

test("a list longer than one reading comes whole, each row once", async () => {
  const organizationId = await network.organization("langt");
  const manager = await network.person("Lange Leder");
  await network.position(manager, organizationId, "owner");
  const people = Array.from({ length: 2_100 }, (_, place) => ({ id: newId(), number: String(place).padStart(4, "0") }));
  const { db, now } = installation;
  await db
    .insertInto("people")
    .values(people.map(({ id, number }) => ({ id, name: "Like Like", email: `like${number}@langt.example`, created_at: now() })))
    .execute();
  await db
    .insertInto("positions")
    .values(
      people.map(({ id }) => ({ id: newId(), person_id: id, organization_id: organizationId, role: "staff", during: "[2025-01-01,)" })),
    )
    .execute();

  const file = textOf(await download(manager, "/people.csv?q=langt.example"));

  const addresses = file
    .split("\r\n")
    .slice(1, -1)
    .map((row) => row.split(";")[1]);
  expect(addresses).toHaveLength(2_100);
  expect(new Set(addresses).size).toBe(2_100);
});

test("the file of organizations keeps the home of a sole proprietor to itself, also when only the register says it is one", async () => {
  const id = await network.organization("alene", { name: "Alene" });
  const place = { address: "Heimvegen 3", postcode: "5003", latitude: 60.1, longitude: 5.3, organization_number: "974760673" };
  await installation.db.updateTable("organizations").set(place).where("id", "=", id).execute();
  await installation.db
    .insertInto("register_entries")
    .values({
      organization_id: id,
      organization_number: "974760673",
      legal_form: "ENK",
      status: "active",
      fetched_at: installation.now(),
      source: "Enhetsregisteret",
      address: "null",
      answer: "{}",
    })
    .execute();

  const text = textOf(await download(undefined, "/organizations.csv?q=alene"));

  expect(text.split("\r\n")[1]).toBe("Alene;974760673;alene;Driver av hus;;;;;;;;");
});

async function candidate(networkId: string, name: string, given: Record<string, string>): Promise<void> {
  const organizationId = await network.organization(name.toLowerCase().replace(" ", "-"), { name, visibility: "network" });
  await installation.db
    .insertInto("candidates")
    .values({
      id: newId(),
      network_id: networkId,
      organization_id: organizationId,
      stage: "prospect",
      created_at: installation.now(),
      ...given,
    })
    .execute();
}
