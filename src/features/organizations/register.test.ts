import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { type FakeRegister, fakeRegister } from "../../../tests/support/register.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { refreshFromRegister } from "./refresh-from-register.ts";
import { createRegisterClient, type RegisterClient } from "./register-client.ts";
import { readableName } from "./register-entry.ts";

const house = "310000000";
const customer = "311000004";
const third = "310001376";

let installation: TestInstallation;
let visitors: ReturnType<typeof callers>;
let register: FakeRegister;
let operator: string;

beforeAll(async () => {
  register = await fakeRegister();
  installation = await testInstallation({ ROMSLIG_REGISTER_URL: register.url });
  visitors = callers(installation);
  const build = networkBuilder(installation);
  operator = await build.person("Oddvar Drift");
  await build.position(operator, await build.organization("drift"), "operator");
});
afterAll(async () => {
  await installation.close();
  await register.close();
});

afterEach(async () => {
  register.busy(0);
  register.silentAbout(undefined);
  await installation.db.deleteFrom("organizations").where("slug", "<>", "drift").execute();
  await installation.db.deleteFrom("installation_facts").execute();
});

const as = (personId: string | undefined) => visitors.as(personId);

function add(body: Record<string, unknown>) {
  return as(operator).post("/organizations", { kinds: ["company"], ...body });
}

const patient = () => createRegisterClient({ baseUrl: register.url, wait: async () => undefined });

describe("Adding an organization by its number", () => {
  test("fetches what the register says, and keeps source and date beside what people write", async () => {
    register.unit(house);

    const { status, body } = await add({ organizationNumber: "310 000 000" });

    expect(status).toBe(201);
    expect(body).toMatchObject({ name: "Eksempelhuset AS", slug: "eksempelhuset-as", organizationNumber: house, legalForm: null });
    expect(body.register).toEqual({
      unitKind: "unit",
      organizationNumber: house,
      parentNumber: null,
      name: "EKSEMPELHUSET AS",
      legalForm: "AS",
      foundedOn: "2014-01-10",
      deletedOn: null,
      industryCode: "68.200",
      industryStandard: "SN2025",
      municipalityNumber: "4005",
      address: { lines: ["Storgata 1"], postcode: "3674", town: "NOTODDEN" },
      status: "active",
      headcount: { least: 12, most: 12, on: "2026-03-10" },
      vatRegistered: true,
      source: "Enhetsregisteret",
      fetchedAt: "2026-11-23T08:00:00Z",
    });
  });

  test("keeps neither telephone, e-mail nor the name of a private person", async () => {
    register.unit(house);

    await add({ organizationNumber: house });

    const kept = JSON.stringify(await installation.db.selectFrom("register_entries").selectAll().execute());
    expect(kept).toContain("Storgata 1");
    expect(kept).not.toMatch(/22 00 00 00|post@example|Nordmann/);
  });

  test("a number of employees the register hides is from none to four, never zero", async () => {
    register.unit(house, { antallAnsatte: undefined });
    register.unit(customer, { antallAnsatte: undefined, harRegistrertAntallAnsatte: false });

    const small = await add({ organizationNumber: house });
    const unknown = await add({ organizationNumber: customer });

    expect(small.body.register.headcount).toEqual({ least: 0, most: 4, on: "2026-03-10" });
    expect(unknown.body.register.headcount).toEqual({ least: 0, most: 4, on: "2026-03-10" });
  });

  test.each([
    [{ konkurs: true }, "bankrupt"],
    [{ underAvvikling: true }, "being_wound_up"],
    [{ underTvangsavviklingEllerTvangsopplosning: true }, "being_wound_up"],
  ])("%j is shown as %s", async (said, status) => {
    register.unit(house, said);

    expect((await add({ organizationNumber: house })).body.register.status).toBe(status);
  });

  test("one that is deleted answers like any other, with nothing but name, form and the day", async () => {
    register.deleted(customer, "KUNDE AS", "2026-02-01");

    const { status, body } = await add({ organizationNumber: customer });

    expect(status).toBe(201);
    expect(body.name).toBe("Kunde AS");
    expect(body.register).toMatchObject({ status: "deleted", deletedOn: "2026-02-01", headcount: null, address: null });
  });

  test("a sub-unit is found where units end, and says whose it is", async () => {
    register.subUnit(third, customer);

    const { body } = await add({ organizationNumber: third });

    expect(body.register).toMatchObject({ unitKind: "sub_unit", parentNumber: customer, legalForm: "BEDR", municipalityNumber: "4003" });
  });

  test("one the register has taken out (410) is added without anything from it", async () => {
    register.gone(house);

    const named = await add({ organizationNumber: house, name: "Huset" });
    const nameless = await add({ organizationNumber: house });

    expect(named.status).toBe(201);
    expect(named.body.register).toBeNull();
    expect(nameless.body.code).toBe("organization.name_needed");
  });

  test("one the register does not know is kept as unknown", async () => {
    const { body } = await add({ organizationNumber: "974760673", name: "Ukjent" });

    expect(body.register).toMatchObject({ status: "unknown", name: null, headcount: null });
  });

  test("without a register it is added all the same, and filled in by the next refresh", async () => {
    register.unit(house);
    register.silentAbout(house);

    const { status, body } = await add({ organizationNumber: house, name: "Huset mitt" });
    register.silentAbout(undefined);
    const refreshed = await refreshFromRegister(installation, patient());

    expect(status).toBe(201);
    expect(body.register).toBeNull();
    expect(refreshed).toEqual({ read: 1, refreshed: 1, erased: 0, isComplete: true });
    const after = await as(undefined).get(`/organizations/${body.id}`);
    expect(after.body).toMatchObject({ name: "Huset mitt", register: { name: "EKSEMPELHUSET AS", status: "active" } });
  });

  test("without a register and without a name one is asked for the name", async () => {
    register.silentAbout(house);

    const { status, body } = await add({ organizationNumber: house });

    expect([status, body.code]).toEqual([422, "organization.name_needed"]);
  });

  test("a wrong number never reaches the register", async () => {
    const asked = register.asked.length;

    const { status, body } = await add({ organizationNumber: "310000001", name: "Huset" });

    expect([status, body.code]).toEqual([422, "organization.wrong_number"]);
    expect(register.asked.length).toBe(asked);
  });

  test("a number is used once", async () => {
    register.unit(house);
    await add({ organizationNumber: house });

    const { status, body } = await add({ organizationNumber: house, name: "Huset igjen" });

    expect([status, body.code]).toEqual([409, "organization.number_taken"]);
  });
});

describe("The register client", () => {
  test.each([429, 503] as const)("tries again when the register is busy (%i)", async (status) => {
    register.unit(house);
    register.busy(2, status);
    const waits: number[] = [];

    const answer = await createRegisterClient({ baseUrl: register.url, wait: async (time) => void waits.push(time) }).find(
      house,
      "2026-11-23",
    );

    expect(answer.kind).toBe("found");
    expect(waits.length).toBe(2);
  });

  test("waits longer each time nobody answers, and gives up with an answer, not an error", async () => {
    const waits: number[] = [];
    const nowhere = createRegisterClient({ baseUrl: "http://127.0.0.1:1", tries: 4, wait: async (time) => void waits.push(time) });

    expect((await nowhere.find(house, "2026-11-23")).kind).toBe("away");
    expect(await nowhere.updates("enheter", 1, 10)).toBeUndefined();
    expect(waits.slice(0, 3)).toEqual([500, 1000, 2000]);
  });

  test("an answer of another shape is no answer", async () => {
    register.unit(house, { navn: { uventet: true } });

    expect(await patient().find(house, "2026-11-23")).toEqual({ kind: "away", reason: "unexpected answer" });
  });

  test.each([
    ["EKSEMPELHUSET AS", "Eksempelhuset AS"],
    ["ØYSTRE SLIDRE FORSØK OG LÆRE SA", "Øystre Slidre Forsøk og Lære SA"],
    ["IBM NORGE AS", "IBM Norge AS"],
    ["KAI-OLAV LØVBRÆK ENK", "Kai-Olav Løvbræk ENK"],
    ["allerede Lesbart AS", "allerede Lesbart AS"],
  ])("%j is written %j", (name, readable) => {
    expect(readableName(name)).toBe(readable);
  });
});

describe("The nightly refresh", () => {
  let id: string;
  beforeEach(async () => {
    register.unit(house);
    id = (await add({ organizationNumber: house })).body.id;
    register.update("974760673", "Endring");
    await refreshFromRegister(installation, patient());
  });

  const shown = async () => (await as(undefined).get(`/organizations/${id}`)).body;

  test("follows a name, a form and a bankruptcy, and leaves the others alone", async () => {
    register.unit(house, { navn: "NYEHUSET ASA", konkurs: true });
    register.update(house, "Endring");
    register.update("987654325", "Ny");
    const asked = register.asked.length;

    const refreshed = await refreshFromRegister(installation, patient());

    expect(refreshed).toEqual({ read: 1, refreshed: 1, erased: 0, isComplete: true });
    expect(await shown()).toMatchObject({
      name: "Nyehuset ASA",
      slug: "eksempelhuset-as",
      register: { name: "NYEHUSET ASA", status: "bankrupt" },
    });
    expect(register.asked.slice(asked).filter((path) => !path.startsWith("/oppdateringer"))).toEqual([`/enheter/${house}`]);
  });

  test("a name somebody wrote is theirs", async () => {
    await as(operator).patch(`/organizations/${id}`, { name: "Huset på hjørnet" });
    register.unit(house, { navn: "NYEHUSET ASA" });
    register.update(house, "Endring");

    await refreshFromRegister(installation, patient());

    expect(await shown()).toMatchObject({ name: "Huset på hjørnet", register: { name: "NYEHUSET ASA" } });
  });

  test("a deletion is told with its day", async () => {
    register.deleted(house, "EKSEMPELHUSET AS", "2026-11-20");
    register.update(house, "Sletting");

    await refreshFromRegister(installation, patient());

    expect((await shown()).register).toMatchObject({ status: "deleted", deletedOn: "2026-11-20", headcount: null });
  });

  test("what the register takes out is erased here: the entry, the name and the slug that came from it", async () => {
    register.gone(house);
    register.update(house, "Fjernet");

    const refreshed = await refreshFromRegister(installation, patient());

    expect(refreshed.erased).toBe(1);
    expect(await installation.db.selectFrom("register_entries").selectAll().execute()).toEqual([]);
    expect(await shown()).toMatchObject({ slug: `n-${house}`, register: null });
    const kept = JSON.stringify(await installation.db.selectFrom("organizations").selectAll().execute());
    expect(kept.toLowerCase()).not.toContain("eksempelhuset");
  });

  test("of several changes to one the last decides", async () => {
    register.unit(house, { navn: "TILBAKE AS" });
    register.update(house, "Endring");
    register.update(house, "Fjernet");
    register.update(house, "Ny");

    await refreshFromRegister(installation, patient());

    expect((await shown()).register).toMatchObject({ name: "TILBAKE AS" });
  });

  test("goes on at the last id + 1 after being killed in the middle, and loses and repeats nothing", async () => {
    register.unit(customer, { navn: "KUNDE AS" });
    await add({ organizationNumber: customer });
    register.unit(house, { navn: "FØRST AS" });
    register.unit(customer, { navn: "SIST AS" });
    register.update(house, "Endring");
    const last = register.update(customer, "Endring");
    const killed = onceKilledAt(2);

    await expect(refreshFromRegister(installation, killed)).rejects.toThrow("killed");
    const halfway = (await shown()).register.name;
    const asked = register.asked.length;
    const again = await refreshFromRegister(installation, patient());

    expect(halfway).toBe("EKSEMPELHUSET AS");
    expect(again).toEqual({ read: 2, refreshed: 2, erased: 0, isComplete: true });
    expect((await shown()).register.name).toBe("FØRST AS");
    const fact = await installation.db
      .selectFrom("installation_facts")
      .selectAll()
      .where("name", "=", "register_feed_enheter")
      .executeTakeFirst();
    expect(fact?.value).toBe(last);
    expect(register.asked.slice(asked).filter((path) => path.startsWith("/enheter")).length).toBe(2);
    expect(await refreshFromRegister(installation, patient())).toEqual({ read: 0, refreshed: 0, erased: 0, isComplete: true });
  });

  test("stops before the first it gets no answer about, and takes that one next time", async () => {
    register.unit(customer, { navn: "KUNDE AS" });
    await add({ organizationNumber: customer });
    register.unit(house, { navn: "FØRST AS" });
    const first = register.update(house, "Endring");
    register.update(customer, "Endring");
    register.silentAbout(customer);

    const cut = await refreshFromRegister(installation, patient());
    const fact = await installation.db
      .selectFrom("installation_facts")
      .selectAll()
      .where("name", "=", "register_feed_enheter")
      .executeTakeFirst();
    register.silentAbout(undefined);
    const rest = await refreshFromRegister(installation, patient());

    expect(cut).toEqual({ read: 1, refreshed: 1, erased: 0, isComplete: false });
    expect(fact?.value).toBe(first);
    expect(rest).toEqual({ read: 1, refreshed: 1, erased: 0, isComplete: true });
  });

  test("sub-units have a feed of their own", async () => {
    register.subUnit(third, house);
    await add({ organizationNumber: third, name: "Avdelingen" });
    register.update("987654325", "Ny", "underenheter");
    await refreshFromRegister(installation, patient());
    register.subUnit(third, house, { nedleggelsesdato: "2026-10-31" });
    register.update(third, "Endring", "underenheter");

    await refreshFromRegister(installation, patient());

    const row = await installation.db
      .selectFrom("register_entries")
      .selectAll()
      .where("organization_number", "=", third)
      .executeTakeFirst();
    expect(row).toMatchObject({ status: "deleted", deleted_on: "2026-10-31", unit_kind: "sub_unit" });
  });

  test("a register that is away changes nothing", async () => {
    const before = await shown();

    const refreshed = await refreshFromRegister(
      installation,
      createRegisterClient({ baseUrl: "http://127.0.0.1:1", wait: async () => undefined }),
    );

    expect(refreshed).toEqual({ read: 0, refreshed: 0, erased: 0, isComplete: false });
    expect(await shown()).toEqual(before);
  });
});

// The process dies while it asks about the nth unit.
function onceKilledAt(nth: number): RegisterClient {
  const client = patient();
  let asked = 0;
  return {
    ...client,
    find: async (number, today) => {
      asked += 1;
      if (asked === nth) throw new Error("killed");
      return client.find(number, today);
    },
  };
}
