import { afterAll, beforeAll, expect, test } from "vitest";
import { importing } from "../../../../tests/support/importing.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { carryOut, findRun } from "../../../platform/imports/index.ts";
import { inWindows1252 } from "../../../platform/sheets/files-for-tests.ts";

import { importMembers } from "../import-members.ts";
import { scopeOf } from "./scope.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;
beforeAll(async () => {
  installation = await testInstallation();
  network = networkBuilder(installation);
});
afterAll(() => installation.close());

let houses = 0;
async function houseWithManager() {
  houses += 1;
  const organizationId = await network.organization(`hus-${houses}`);
  const manager = await network.person("Marte Evenrud", { email: `marte${houses}@example.test` });
  await network.position(manager, organizationId, "manager");
  return { organizationId, slug: `hus-${houses}`, manager, files: importing(installation, manager) };
}

const members = (organizationId: string) =>
  installation.db
    .selectFrom("memberships")
    .innerJoin("people", "people.id", "memberships.member_person_id")
    .select(["people.name", "people.email", "memberships.plan", "memberships.during"])
    .where("memberships.organization_id", "=", organizationId)
    .orderBy("people.email")
    .orderBy("during")
    .execute();

test("a manager brings in members as Norwegian Excel saved them, and the same file again changes nothing", async () => {
  const { organizationId, slug, files } = await houseWithManager();
  const file = inWindows1252(
    "Navn;E-post;Plan;Medlem fra;Til\r\nSølvi Ås;Solvi@Hus.example;Fleksplass;17.5.2026;\r\nPål Bø;pal@hus.example;Gullkort;01.01.25;1.1.2026\r\n",
  );

  const checked = await files.check(new Uint8Array(file), { organization: slug });
  const before = await members(organizationId);
  const done = await files.carryOut(checked.id, "all");
  const again = await files.check(new Uint8Array(file), { organization: slug });

  expect(checked).toMatchObject({ state: "checked", counts: { create: 2, change: 0, same: 0, refuse: 0 } });
  expect(before).toEqual([]);
  expect(done).toMatchObject({ state: "imported", counts: { create: 2, change: 0, same: 0, refuse: 0 } });
  expect(await members(organizationId)).toEqual([
    { name: "Pål Bø", email: "pal@hus.example", plan: "Gullkort", during: "[2025-01-01,2026-01-01)" },
    { name: "Sølvi Ås", email: "solvi@hus.example", plan: "flex", during: "[2026-05-17,)" },
  ]);
  expect(again).toMatchObject({ state: "checked", counts: { create: 0, change: 0, same: 2, refuse: 0 } });
});

test("every fault is explained row by row, in the reader's language", async () => {
  const { organizationId, slug, files } = await houseWithManager();
  const gone = await network.person("Borte Vekk", { email: "borte@example.test" });
  await installation.db.updateTable("people").set({ erased_at: installation.now() }).where("id", "=", gone).execute();
  const old = await network.person("Gamle Gro", { email: "gro@example.test" });
  await network.membership(organizationId, { personId: old }, { during: "[2024-01-01,2025-01-01)" });
  const file = [
    "name;email;plan;from;to;company",
    "Ola;;flex;2026-01-01;;",
    "Ola;ola(at)hus.no;flex;2026-01-01;;",
    "Ola;ola@hus.example;flex;31.02.2026;;",
    "Ola;ola@hus.example;flex;;;",
    "Ola;ola@hus.example;flex;2026-02-01;2026-01-01;",
    ";ny@hus.example;flex;2026-02-01;;",
    "Borte;borte@example.test;flex;2026-02-01;;",
    "Gro;gro@example.test;flex;2024-06-01;;",
    "Kari;kari@hus.example;flex;2026-02-01;;",
    "Kari;KARI@hus.example;flex;2026-02-01;;",
    "Kari;kari@hus.example;flex;2026-03-01;;",
    "Per;per@hus.example;flex;2026-02-01;;;for mye",
    "Liv;liv@hus.example;flex;2026-02-01;;310000000",
    "#REF!;liv@hus.example;flex;2026-02-01;;",
  ].join("\n");

  const result = await files.check(file, { organization: slug });
  const nynorsk = await files.result(result.id, "nn");
  const english = await files.result(result.id, "en");

  const told = ({ rows }: typeof result) =>
    rows.filter(({ outcome }) => outcome === "refuse").map(({ row, reasons }) => [row, ...reasons.map(({ message }) => message)]);
  expect(result.counts).toEqual({ create: 1, change: 0, same: 0, refuse: 13 });
  expect(told(result)).toEqual([
    [2, "E-post mangler."],
    [3, "E-post: «ola(at)hus.no» er ikke en e-postadresse. Skriv den med @, for eksempel hei@huset.example."],
    [4, "Fra: Datoen 31.02.2026 finnes ikke."],
    [5, "Fra mangler."],
    [6, "Til: Sluttdagen må være seinere enn den første dagen."],
    [7, "Navn mangler."],
    [8, "E-post: Personen med adressen borte@example.test er slettet, og kan ikke legges inn igjen slik."],
    [9, "Fra: Overlapper et medlemskap fra 1. januar 2024 til 1. januar 2025."],
    [11, "E-post står også i rad 10."],
    [12, "Fra: Overlapper medlemskapet i rad 10."],
    [13, "Raden har en celle for mye: «for mye». Mangler det anførselstegn om en tekst med skilletegn i?"],
    [14, "Selskap: Ingen av medlemmene deres har organisasjonsnummeret 310000000. Legg selskapet til som medlem først."],
    [15, "Navn er en formel som ikke gikk opp: «#REF!»."],
  ]);
  expect(told(nynorsk).slice(0, 2)).toEqual([
    [2, "E-post manglar."],
    [3, "E-post: «ola(at)hus.no» er ikkje ei e-postadresse. Skriv ho med @, til dømes hei@huset.example."],
  ]);
  expect(told(english)[7]).toEqual([9, "From: Overlaps a membership from 1 January 2024 to 1 January 2025."]);
});

test("with refused rows all is refused, and the good rows can be taken alone", async () => {
  const { organizationId, slug, files } = await houseWithManager();
  const checked = await files.check("name;email;plan;from;to\nAda;ada.g@hus.example;flex;2026-01-01;\nOla;ola;flex;2026-01-01;\n", {
    organization: slug,
  });

  const all = await files.confirm(checked.id, "all");
  const done = await files.carryOut(checked.id, "good");
  const refused = await files.get(`/imports/${checked.id}/refused.csv`);

  expect([all.status, all.body.code]).toEqual([409, "import.rows_refused"]);
  expect(done).toMatchObject({ state: "imported", counts: { create: 1, change: 0, same: 0, refuse: 1 } });
  expect((await members(organizationId)).map(({ email }) => email)).toEqual(["ada.g@hus.example"]);
  expect(refused.body).toBe(
    'name;email;plan;from;to;Hvorfor avvist\r\nOla;ola;flex;2026-01-01;;"E-post: «ola» er ikke en e-postadresse. Skriv den med @, for eksempel hei@huset.example."\r\n',
  );
});

test("a known person keeps their own name; a new end or plan changes the membership, and it is told and logged", async () => {
  const { organizationId, slug, files } = await houseWithManager();
  const amina = await network.person("Amina Larsen", { email: "amina.l@example.test" });
  await network.membership(organizationId, { personId: amina }, { during: "[2025-01-01,)", plan: "flex" });
  const checked = await files.check("name;email;plan;from;to\nA. Hansen;amina.l@example.test;fast plass;2025-01-01;2026-12-01\n", {
    organization: slug,
  });

  const done = await files.carryOut(checked.id, "all");

  expect(checked.rows[0]?.changes).toEqual([
    { column: "Til", from: "", to: "2026-12-01" },
    { column: "Plan", from: "flex", to: "fixed_desk" },
  ]);
  expect(done.counts).toEqual({ create: 0, change: 1, same: 0, refuse: 0 });
  expect(await members(organizationId)).toEqual([
    { name: "Amina Larsen", email: "amina.l@example.test", plan: "fixed_desk", during: "[2025-01-01,2026-12-01)" },
  ]);
  const told = await installation.db
    .selectFrom("outbox")
    .select(["topic", "payload"])
    .where("topic", "=", "membership.changed")
    .orderBy("id", "desc")
    .limit(1)
    .execute();
  expect(told).toEqual([
    {
      topic: "membership.changed",
      payload: expect.objectContaining({ organizationId, memberPersonId: amina, from: "2025-01-01", to: "2026-12-01" }),
    },
  ]);
  const logged = await installation.db
    .selectFrom("audit_log")
    .select("action")
    .where("organization_id", "=", organizationId)
    .orderBy("id")
    .execute();
  expect(logged.map(({ action }) => action)).toEqual(["import.start", "import.confirm", "membership.change", "import.carry_out"]);
});

test("people of a company belong to the company, which becomes a member once", async () => {
  const { organizationId, slug, files } = await houseWithManager();
  const file =
    "name;email;plan;from;to;company\nLiv;liv@nordlys.example;team;2026-01-01;;Nordlys AS\nPer;per@nordlys.example;team;2026-02-01;;nordlys as\n";

  const checked = await files.check(file, { organization: slug });
  await files.carryOut(checked.id, "all");
  const again = await files.check(file, { organization: slug });

  expect(checked.counts).toEqual({ create: 2, change: 0, same: 0, refuse: 0 });
  expect(again.counts).toEqual({ create: 0, change: 0, same: 2, refuse: 0 });
  const companies = await installation.db
    .selectFrom("memberships")
    .innerJoin("organizations", "organizations.id", "memberships.member_organization_id")
    .select(["organizations.name", "organizations.slug", "plan", "during"])
    .where("organization_id", "=", organizationId)
    .execute();
  expect(companies).toEqual([{ name: "Nordlys AS", slug: "nordlys-as", plan: "team", during: "[2026-01-01,)" }]);
  const positions = await installation.db
    .selectFrom("positions")
    .innerJoin("people", "people.id", "person_id")
    .select(["email", "role", "during"])
    .where("email", "like", "%@nordlys.example")
    .orderBy("email")
    .execute();
  expect(positions).toEqual([
    { email: "liv@nordlys.example", role: "staff", during: "[2026-01-01,)" },
    { email: "per@nordlys.example", role: "staff", during: "[2026-02-01,)" },
  ]);
});

test("a word in a file does not reach into an organization that is not a member here", async () => {
  const { slug, files } = await houseWithManager();
  await network.organization("fremmed", { name: "Fremmed AS", kinds: ["company"] });

  const checked = await files.check("name;email;plan;from;to;company\nLiv;liv@f.example;team;2026-01-01;;Fremmed AS\n", {
    organization: slug,
  });
  await files.carryOut(checked.id, "all");

  const held = await installation.db
    .selectFrom("positions")
    .innerJoin("organizations", "organizations.id", "organization_id")
    .innerJoin("people", "people.id", "person_id")
    .select("slug")
    .where("email", "=", "liv@f.example")
    .execute();
  expect(held).toEqual([{ slug: "fremmed-as" }]);
});

test("two imports of one file at once write it once", async () => {
  const { organizationId, slug, files } = await houseWithManager();
  const file = `name;email;plan;from;to\n${Array.from({ length: 40 }, (_, at) => `P${at};p${at}@to.example;flex;2026-01-01;`).join("\n")}`;
  const [one, two] = [await files.check(file, { organization: slug }), await files.check(file, { organization: slug })];
  await files.confirm(one.id, "all");
  await files.confirm(two.id, "all");

  await Promise.all([doWhatIsDue(installation), doWhatIsDue(installation)]);

  const results = [await files.result(one.id), await files.result(two.id)];
  expect(results.map(({ state }) => state)).toEqual(["imported", "imported"]);
  expect(results.map(({ counts }) => counts.create).toSorted()).toEqual([0, 40]);
  expect(results.map(({ counts }) => counts.same).toSorted()).toEqual([0, 40]);
  expect(await members(organizationId)).toHaveLength(40);
});

test("all or nothing: a row that turned bad after the check stops everything, and says why", async () => {
  const { organizationId, slug, files } = await houseWithManager();
  const checked = await files.check("name;email;plan;from;to\nEva;eva@a.example;flex;2026-01-01;\nIda;ida@a.example;flex;2026-01-01;\n", {
    organization: slug,
  });
  const ida = await network.person("Ida", { email: "ida@a.example" });
  await network.membership(organizationId, { personId: ida }, { during: "[2025-06-01,)" });

  const done = await files.carryOut(checked.id, "all");

  expect(done).toMatchObject({ state: "checked", counts: { create: 1, change: 0, same: 0, refuse: 1 } });
  expect(done.rows[1]?.reasons[0]?.message).toBe("Fra: Overlapper et medlemskap fra 1. juni 2025, som ikke har noen slutt.");
  expect((await members(organizationId)).map(({ email }) => email)).toEqual(["ida@a.example"]);
});

test("only those who run the organization may send a file, read it or confirm it", async () => {
  const { organizationId, slug, files } = await houseWithManager();
  const host = await network.person("Vert Verten", { email: `vert${houses}@example.test` });
  await network.position(host, organizationId, "host");
  const stranger = await houseWithManager();
  const file = "name;email;plan;from;to\nEva;eva@b.example;flex;2026-01-01;\n";
  const checked = await files.check(file, { organization: slug });

  for (const files of [importing(installation, host), stranger.files]) {
    expect((await files.send(file, { organization: slug })).status).toBe(404);
    expect((await files.get(`/imports/${checked.id}`)).status).toBe(404);
    expect((await files.get(`/imports/${checked.id}/rows`)).status).toBe(404);
    expect((await files.get(`/imports/${checked.id}/refused.csv`)).status).toBe(404);
    expect((await files.confirm(checked.id, "all")).status).toBe(404);
  }
  expect((await importing(installation, undefined).send(file, { organization: slug })).status).toBe(401);
  expect(await members(organizationId)).toEqual([]);
});

test("a choice of columns is remembered for the next file with the same headings", async () => {
  const { slug, files } = await houseWithManager();
  const file = "Hvem;Kontakt;Starter\nEva;eva@c.example;2026-01-01\n";

  const { body: sent } = await files.send(file, { organization: slug });
  const matched = await files.put(`/imports/${sent.id}/mapping`, { columns: { name: "Hvem", email: "Kontakt", from: "Starter" } });
  const again = await files.check(file, { organization: slug });

  expect(sent).toMatchObject({ state: "uploaded", missing: ["email", "from"] });
  expect(matched.body).toMatchObject({ state: "checking", missing: [] });
  expect(again).toMatchObject({ state: "checked", counts: { create: 1 } });
});

test("a file that cannot be read is refused at once, with the row", async () => {
  const { slug, files } = await houseWithManager();

  const quotes = await files.send('name;email\n"Eva;eva@d.example\n', { organization: slug });
  const none = await files.send("name;email\n", { organization: slug });
  const kind = await files.send("name;email\nEva;e@d.example\n", { organization: slug, kind: "organizations" });
  const column = await files.send("name;email\nEva;e@d.example\n", { organization: slug, mapping: { email: "finnes ikke" } });

  expect([quotes, none, kind, column].map(({ status, body }) => [status, body.code])).toEqual([
    [422, "import.unreadable_file"],
    [422, "import.no_rows"],
    [422, "import.unknown_kind"],
    [422, "import.unknown_column"],
  ]);
  expect(quotes.body.title).toBe("Et anførselstegn i rad 2 er ikke lukket.");
});

test("rows meet their doubles across all parts of a long file", async () => {
  const { organizationId, slug, files } = await houseWithManager();
  const rows = Array.from({ length: 2_500 }, (_, at) => `Person ${at};person${at % 2_400}@lang.example;flex;2026-01-01;`);
  const checked = await files.check(`name;email;plan;from;to\n${rows.join("\n")}`, { organization: slug });

  const done = await files.carryOut(checked.id, "good");
  const { body: refused } = await files.get(`/imports/${checked.id}/rows?outcome=refuse&limit=1`);

  expect([checked.counts, done.counts]).toEqual(Array(2).fill({ create: 2_400, change: 0, same: 0, refuse: 100 }));
  expect(refused.items).toMatchObject([{ row: 2_402, reasons: [{ message: "E-post står også i rad 2." }] }]);
  expect(refused.nextCursor).not.toBeNull();
  expect(await members(organizationId)).toHaveLength(2_400);
});

test("an import that breaks off halfway leaves nothing half, and begins again", async () => {
  const { organizationId, slug, files } = await houseWithManager();
  const rows = Array.from({ length: 1_500 }, (_, at) => `Person ${at};p${at}@brudd.example;flex;2026-01-01;`);
  const checked = await files.check(`name;email;plan;from;to\n${rows.join("\n")}`, { organization: slug });
  await files.confirm(checked.id, "all");
  const run = await findRun(installation.db, checked.id);
  if (!run) throw new Error("The run is gone");
  const given = { runId: checked.id, kind: importMembers, scope: await scopeOf(installation, run) };

  const broken = carryOut(installation, {
    ...given,
    onProgress: (done) => {
      if (done === 1_000) throw new Error("The power went");
    },
  });

  await expect(broken).rejects.toThrow("The power went");
  expect(await members(organizationId)).toEqual([]);
  await files.work("imports.carry-out", checked.id);
  expect(await files.result(checked.id)).toMatchObject({ state: "imported", counts: { create: 1_500 } });
  expect(await members(organizationId)).toHaveLength(1_500);
});
