import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers } from "../../../tests/support/visitor.ts";
import { productionCrontab, productionJobs, productionSubscriptions } from "./index.ts";

let installation: TestInstallation;
let network: ReturnType<typeof networkBuilder>;

beforeAll(async () => {
  installation = await testInstallation({ ROMSLIG_LARGEST_FILE: "1" });
  network = networkBuilder(installation);
});
beforeEach(() => installation.setClock("2026-11-23T09:00:00+01:00"));
afterAll(() => installation.close());

let labs = 0;

/** A lab with a laser cutter; a customer, one at its desk who manages it, and somebody else. */
async function lab() {
  labs += 1;
  const space = await network.space(`verksted-${labs}`, { name: "Verkstedet" });
  const [kari, vera, sven] = [
    await network.person("Kari Kunde", { email: `kari.${labs}@example.test`, locale: "en" }),
    await network.person("Vera Vert", { email: `vera.${labs}@example.test` }),
    await network.person("Sven Fremmed", { email: `sven.${labs}@example.test` }),
  ];
  await network.position(vera, space.organizationId, "manager");
  const machine = await network.resource(space, "Laseren", { kind: "machine", booked_by: "everyone" });
  const { as } = callers(installation);
  return { space, machine, kari: as(kari), vera: as(vera), sven: as(sven) };
}

type Lab = Awaited<ReturnType<typeof lab>>;
const wanted = { title: "Skilt til døra", material: "Bjørk 4 mm", quantity: 2, wantedBy: "2026-12-04", priority: "urgent" };

async function started({ space, kari }: Lab): Promise<string> {
  return (await kari.post("/production-orders", { space: space.slug, ...wanted })).body.id;
}

/** An order that has been taken through these states by whoever does that. */
async function takenTo(given: Lab, ...states: string[]): Promise<string> {
  const id = await started(given);
  for (const state of states) {
    if (state === "quoted") await given.vera.post(`/production-orders/${id}/lines`, { kind: "work", text: "Skjæring", amountOre: 45_000 });
    const by = ["asked", "accepted"].includes(state) ? given.kari : given.vera;
    const { status, body } = await by.put(`/production-orders/${id}/state`, { state });
    if (status !== 200) throw new Error(`${state}: ${body.code}`);
  }
  return id;
}

const svg = '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

function fileOf(content: string | Uint8Array<ArrayBuffer>, name: string): FormData {
  const form = new FormData();
  form.set("file", new File([content], name));
  return form;
}

describe("An order", () => {
  test("goes from a file to collection, and each step is told to the other side in their language", async () => {
    const given = await lab();
    const { kari, vera, machine, space } = given;
    const id = await started(given);
    const step = (by: typeof kari, state: string) => by.put(`/production-orders/${id}/state`, { state });

    await kari.post(`/production-orders/${id}/files`, fileOf(svg, "skilt.svg"));
    await step(kari, "asked");
    await vera.post(`/production-orders/${id}/lines`, { kind: "work", text: "Skjæring", amountOre: 45_000 });
    const time = { startsAt: "2026-11-24T10:00:00+01:00", endsAt: "2026-11-24T11:00:00+01:00" };
    await vera.post(`/production-orders/${id}/machine-times`, { resourceId: machine, ...time, amountOre: 30_000 });
    const before = (await kari.get(`/production-orders/${id}`)).body;
    const quoted = (await step(vera, "quoted")).body;
    for (const [by, state] of [
      [kari, "accepted"],
      [vera, "in_production"],
      [vera, "ready"],
    ] as const)
      await step(by, state);
    const collected = (await step(vera, "collected")).body;
    await doWhatIsDue(installation, { subscriptions: productionSubscriptions });

    expect([before.lines, before.sumOre]).toEqual([[], 0]);
    expect([quoted.quotedOre, quoted.lines.map(({ kind, amountOre }) => [kind, amountOre])]).toEqual([
      75_000,
      [
        ["work", 45_000],
        ["machine", 30_000],
      ],
    ]);
    expect(collected.history.map(({ state }) => state)).toEqual([
      "draft",
      "asked",
      "quoted",
      "accepted",
      "in_production",
      "ready",
      "collected",
    ]);
    const taken = await kari.post(`/resources/${machine}/bookings`, time);
    expect(taken.body.code).toBe("booking.taken");
    const letters = await installation.db.selectFrom("letters").select(["recipient", "subject"]).orderBy("id").execute();
    const told = letters.filter(({ recipient }) => recipient.endsWith(`.${labs}@example.test`)).map(({ subject }) => subject);
    expect(told.toSorted()).toEqual(
      [
        "Kari Kunde spør om «Skilt til døra»",
        "Quote for “Skilt til døra”: NOK 750",
        "Ja til «Skilt til døra»",
        "“Skilt til døra” is being made",
        "“Skilt til døra” is ready",
        "“Skilt til døra” has been collected",
      ].toSorted(),
    );
    const { items, sumOre } = (await vera.get(`/spaces/${space.id}/charges?from=2026-11-01&until=2026-12-01`)).body;
    expect([sumOre, items.map(({ kind, owedBy, amountOre, cause }) => [kind, owedBy.name, amountOre, cause.orderId])]).toEqual([
      75_000,
      [["order", "Kari Kunde", 75_000, id]],
    ]);
  });

  test("is a draft of the customer's own until it is asked, and nobody else's ever", async () => {
    const given = await lab();
    const id = await started(given);

    const draft = await given.vera.get(`/production-orders/${id}`);
    await given.kari.put(`/production-orders/${id}/state`, { state: "asked" });
    const asked = await given.vera.get(`/production-orders/${id}`);
    const stranger = await given.sven.get(`/production-orders/${id}`);
    const list = await given.vera.get(`/spaces/${given.space.slug}/production-orders?state=asked`);

    expect([draft.status, asked.status, stranger.status]).toEqual([404, 200, 404]);
    expect(list.body.items.map((one) => one.id)).toEqual([id]);
  });

  test.each([
    ["the customer quotes their own", ["asked"], "kari", "quoted"],
    ["the lab accepts for the customer", ["asked", "quoted"], "vera", "accepted"],
    ["work begins before it is accepted", ["asked", "quoted"], "vera", "in_production"],
    ["it is collected before it is ready", ["asked", "quoted", "accepted", "in_production"], "vera", "collected"],
    ["it is declined when it is being made", ["asked", "quoted", "accepted", "in_production"], "vera", "declined"],
    ["it comes back from declined", ["asked", "declined"], "kari", "asked"],
  ] as const)("takes no step that is not in the table: %s", async (_, states, who, to) => {
    const given = await lab();
    const id = await takenTo(given, ...states);

    const answer = await given[who].put(`/production-orders/${id}/state`, { state: to });

    expect([answer.status, answer.body.code]).toEqual([409, "production.wrong_step"]);
    expect((await given.kari.get(`/production-orders/${id}`)).body.state).toBe(states.at(-1));
  });

  test("is accepted once, though both a yes and a no come at the same time", async () => {
    const given = await lab();
    const id = await takenTo(given, "asked", "quoted");

    const answers = await Promise.all([
      given.kari.put(`/production-orders/${id}/state`, { state: "accepted" }),
      given.kari.put(`/production-orders/${id}/state`, { state: "declined" }),
      given.kari.put(`/production-orders/${id}/state`, { state: "accepted" }),
    ]);

    const history = (await given.kari.get(`/production-orders/${id}`)).body.history;
    expect(answers.filter(({ status }) => status === 200).length).toBe(history.length - 3);
    expect(history.filter(({ state }) => state === "accepted").length).toBeLessThan(2);
  });

  test("has no price without lines, none that changes once it is agreed, and nothing the customer changes after it is given", async () => {
    const given = await lab();
    const id = await takenTo(given, "asked");

    const empty = await given.vera.put(`/production-orders/${id}/state`, { state: "quoted" });
    await given.vera.post(`/production-orders/${id}/lines`, { kind: "work", text: "Skjæring", amountOre: 45_000 });
    await given.vera.put(`/production-orders/${id}/state`, { state: "quoted" });
    const changed = await given.kari.patch(`/production-orders/${id}`, { quantity: 200 });
    await given.kari.put(`/production-orders/${id}/state`, { state: "accepted" });
    const dearer = await given.vera.post(`/production-orders/${id}/lines`, { kind: "other", text: "Frakt", amountOre: 9_000 });
    const photos = await given.kari.patch(`/production-orders/${id}`, { photosAllowed: true });

    expect([empty.body.code, changed.body.code, dearer.body.code, photos.status]).toEqual([
      "production.nothing_quoted",
      "production.not_now",
      "production.price_agreed",
      200,
    ]);
  });

  test("carries what the two write to each other", async () => {
    const given = await lab();
    const id = await takenTo(given, "asked");

    await given.vera.post(`/production-orders/${id}/messages`, { text: "Hvilken vei går årene?" });
    const answered = await given.kari.post(`/production-orders/${id}/messages`, { text: "Langs." });

    expect(answered.body.messages.map(({ by, isMine, text }) => [by, isMine, text])).toEqual([
      ["Vera Vert", false, "Hvilken vei går årene?"],
      ["Kari Kunde", true, "Langs."],
    ]);
  });
});

describe("The price of an order", () => {
  async function registered({ space }: Lab, isRegistered: boolean) {
    const entry = { organization_number: "310000000", address: "{}", status: "active", source: "test", answer: "{}" };
    const row = { organization_id: space.organizationId, ...entry, vat_registered: isRegistered, fetched_at: installation.now() };
    await installation.db
      .insertInto("register_entries")
      .values(row)
      .onConflict((conflict) => conflict.column("organization_id").doUpdateSet({ vat_registered: isRegistered }))
      .execute();
  }

  test("is told with VAT to whoever pays it, adds up, and is owed with the VAT it was quoted with", async () => {
    const given = await lab();
    await registered(given, true);
    const id = await takenTo(given, "asked");
    const priced = (amountOre: number) => given.vera.post(`/production-orders/${id}/lines`, { kind: "work", text: "Skjæring", amountOre });
    for (const amountOre of [33_333, 33_333, 33_335]) await priced(amountOre);
    await given.vera.put(`/production-orders/${id}/state`, { state: "quoted" });
    const { body: quoted } = await given.kari.get(`/production-orders/${id}`);
    await given.kari.put(`/production-orders/${id}/state`, { state: "accepted" });
    await registered(given, false);
    for (const state of ["in_production", "ready", "collected"]) await given.vera.put(`/production-orders/${id}/state`, { state });
    await doWhatIsDue(installation, { subscriptions: productionSubscriptions });

    // a quarter of 100 001 øre is 25 000.25; line by line it would have been three øre more
    const price = { netOre: 100_001, vatOre: 25_000, grossOre: 125_001, vatPercent: 25 };
    expect([quoted.price, quoted.sum]).toEqual([price, price]);
    expect(quoted.lines.reduce((sum, { grossOre }) => sum + grossOre, 0)).toBe(price.grossOre);
    const { items } = (await given.vera.get(`/spaces/${given.space.id}/charges?from=2026-11-01&until=2026-12-01`)).body;
    expect(items.map(({ amountOre, vatPercent, sellerIsVatRegistered }) => [amountOre, vatPercent, sellerIsVatRegistered])).toEqual([
      [100_001, 25, true],
    ]);
    const letters = await installation.db.selectFrom("letters").select(["recipient", "subject", "body_text"]).execute();
    const told = (who: string, word: RegExp) =>
      letters.find(({ recipient, subject }) => recipient === `${who}.${labs}@example.test` && word.test(subject));
    expect(told("kari", /Quote/)?.subject).toBe("Quote for “Skilt til døra”: NOK 1,250.01 (with VAT)");
    expect(told("vera", /^Ja til/)?.body_text).toContain("1\u00a0000,01\u00a0kr uten mva. (1\u00a0250,01\u00a0kr med)");
  });

  test("is one amount at a lab that is not registered, and follows the register until it is quoted", async () => {
    const given = await lab();
    const id = await takenTo(given, "asked");
    await given.vera.post(`/production-orders/${id}/lines`, { kind: "work", text: "Skjæring", amountOre: 45_000 });
    const sum = async () => (await given.vera.get(`/production-orders/${id}`)).body.sum.grossOre;

    const before = await sum();
    await registered(given, true);
    const registeredSince = await sum();
    await given.vera.put(`/production-orders/${id}/state`, { state: "quoted" });
    await registered(given, false);
    const quoted = await sum();
    await given.vera.put(`/production-orders/${id}/state`, { state: "asked" });

    expect([before, registeredSince, quoted, await sum()]).toEqual([45_000, 56_250, 56_250, 45_000]);
  });
});

describe("A design", () => {
  const triangles = (count: number) => {
    const bytes = new Uint8Array(84 + count * 50);
    new DataView(bytes.buffer).setUint32(80, count, true);
    return bytes;
  };

  test.each([
    ["kube.stl", triangles(12)],
    ["kube.STL", "solid kube\nfacet normal 0 0 1\nendsolid kube"],
    ["hus.step", "ISO-10303-21;\nHEADER;"],
    ["plate.dxf", "999\nlaget for hånd\n0\nSECTION\n2\nENTITIES\n"],
    ["tegning.pdf", "%PDF-1.7\n"],
    ["skilt.svg", svg],
  ])("is taken when its name and content say the same: %s", async (name, content) => {
    const given = await lab();
    const id = await started(given);

    const added = await given.kari.post(`/production-orders/${id}/files`, fileOf(content, name));

    expect([added.status, added.body.files.map((file) => file.name)]).toEqual([201, [name]]);
  });

  test.each([
    ["a program called a drawing", "tegning.pdf", "MZ\u0090\u0000"],
    ["a page called a model", "kube.stl", "<html><script>alert(1)</script></html>"],
    ["a model that is cut short", "kube.stl", triangles(12).slice(0, 300)],
    ["a kind that is not taken", "side.html", "<html></html>"],
    ["nothing at all", "kube.stl", ""],
    ["a name without an ending", "svg", svg],
  ])("is refused when it is %s, and nothing is kept", async (_, name, content) => {
    const given = await lab();
    const id = await started(given);

    const added = await given.kari.post(`/production-orders/${id}/files`, fileOf(content, name));

    expect([added.status, added.body.code]).toEqual([422, "production.wrong_file"]);
    expect((await given.kari.get(`/production-orders/${id}`)).body.files).toEqual([]);
  });

  test("is refused when it is larger than the operator allows, whether or not it says so first", async () => {
    const given = await lab();
    const id = await started(given);
    const large = triangles(21_500);

    const added = await given.kari.post(`/production-orders/${id}/files`, fileOf(large, "stor.stl"));

    expect([added.status, added.body.code]).toEqual([413, "production.file_too_large"]);
  });

  test("comes back byte for byte, to be saved and never shown, to those concerned alone", async () => {
    const given = await lab();
    const id = await started(given);
    const added = await given.kari.post(`/production-orders/${id}/files`, fileOf(svg, "Ærlig «skilt».svg"));
    const path = `/production-orders/${id}/files/${added.body.files[0].id}`;

    const own = await given.kari.get(path);
    const early = await given.vera.get(path);
    await given.kari.put(`/production-orders/${id}/state`, { state: "asked" });
    const [theirs, stranger] = [await given.vera.get(path), await given.sven.get(path)];

    expect(new TextDecoder().decode(own.bytes)).toBe(svg);
    expect([own.headers.get("content-type"), own.headers.get("content-disposition"), own.headers.get("x-content-type-options")]).toEqual([
      "application/octet-stream",
      "attachment; filename*=UTF-8''%C3%86rlig%20%C2%ABskilt%C2%BB.svg",
      "nosniff",
    ]);
    expect(own.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect([early.status, theirs.status, stranger.status]).toEqual([404, 200, 404]);
  });
});

describe("What is left on disk", () => {
  const everything = () => installation.files.keysBefore("orders", Temporal.Instant.from("2100-01-01T00:00:00Z"));

  test("goes with whoever is erased, and with a design that is taken away", async () => {
    const given = await lab();
    const before = await everything();
    const id = await started(given);
    await given.kari.post(`/production-orders/${id}/files`, fileOf(svg, "skilt.svg"));
    const added = await given.kari.post(`/production-orders/${id}/files`, fileOf(svg, "en-til.svg"));
    const own = async () => (await everything()).filter((key) => !before.includes(key)).length;
    const sent = await own();

    await given.kari.delete(`/production-orders/${id}/files/${added.body.files[0].id}`);
    await doWhatIsDue(installation);
    const takenAway = await own();
    await given.kari.post("/me/erasure", { email: `kari.${labs}@example.test` });
    const erased = await own();
    await doWhatIsDue(installation);

    expect([sent, takenAway, erased, await own()]).toEqual([2, 1, 1, 0]);
  });

  test("of an upload that was broken off is cleared away a day later, and what is written down stays", async () => {
    const given = await lab();
    const id = await started(given);
    const added = await given.kari.post(`/production-orders/${id}/files`, fileOf(svg, "skilt.svg"));
    const leftovers = [`orders/${given.space.id}/broken`, `orders/${given.space.id}/broken.unfinished`];
    for (const key of leftovers) await installation.files.write(key, new Uint8Array([1]));
    const isThere = async (key: string) => (await everything()).includes(key);
    const clear = async (days: number) => {
      installation.setClock(
        Temporal.Now.instant()
          .add({ hours: 24 * days })
          .toString(),
      );
      const [clearing] = productionCrontab;
      await productionJobs
        .find(({ kind }) => kind === clearing?.kind)
        ?.run(installation, {}, { attempt: 1, signal: new AbortController().signal });
    };

    await clear(0);
    const sameDay = await Promise.all(leftovers.map(isThere));
    await clear(2);

    expect([sameDay, await Promise.all(leftovers.map(isThere))]).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(await isThere(`orders/${given.space.id}/${added.body.files[0].id}`)).toBe(true);
  });
});

describe("A photo of the result", () => {
  test("is taken with the customer's consent only, and the customer can take it away again", async () => {
    const given = await lab();
    const id = await takenTo(given, "asked", "quoted", "accepted", "in_production");
    const { default: sharp } = await import("sharp");
    const png = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#609582" } })
      .png()
      .toBuffer();
    const photo = () => fileOf(new Uint8Array(png), "ferdig.png");

    const without = await given.vera.post(`/production-orders/${id}/photos`, photo());
    await given.kari.patch(`/production-orders/${id}`, { photosAllowed: true });
    const taken = await given.vera.post(`/production-orders/${id}/photos`, photo());
    const fileId = taken.body.photos[0].id;
    const shown = await given.kari.get(`/production-orders/${id}/files/${fileId}`);
    const removed = await given.kari.delete(`/production-orders/${id}/files/${fileId}`);

    expect([without.body.code, taken.status, shown.headers.get("content-type"), removed.body.photos]).toEqual([
      "production.photos_not_allowed",
      201,
      "image/webp",
      [],
    ]);
  });
});

describe("The stock of a lab", () => {
  async function plates({ vera, space }: Lab, inStock: number): Promise<string> {
    const made = await vera.post(`/spaces/${space.slug}/consumables`, { name: "Bjørk 4 mm", unit: "plate", priceOre: 12_000, inStock });
    return made.body.items[0].id;
  }
  const left = async ({ sven, space }: Lab) => (await sven.get(`/spaces/${space.slug}/consumables`)).body.items.map((one) => one.inStock);

  test("gives what an order needs when the work begins, and is what a count says", async () => {
    const given = await lab();
    const consumableId = await plates(given, 5);
    const id = await takenTo(given, "asked");
    const line = { kind: "material", text: "To plater", amountOre: 24_000, consumableId, consumed: 2 };
    await given.vera.post(`/production-orders/${id}/lines`, line);
    const asked = await left(given);
    for (const state of ["quoted", "accepted", "in_production"])
      await (state === "accepted" ? given.kari : given.vera).put(`/production-orders/${id}/state`, { state });

    const working = await left(given);
    await given.vera.post(`/spaces/${given.space.slug}/consumables/${consumableId}/movements`, { kind: "received", amount: 10 });
    await given.vera.post(`/spaces/${given.space.slug}/consumables/${consumableId}/movements`, { kind: "counted", amount: 12 });

    expect([asked, working, await left(given)]).toEqual([[5], [3], [12]]);
  });

  test("goes down by what is used without an order, never below what there is, and says who moved it and why", async () => {
    const given = await lab();
    const { vera, sven, space } = given;
    const consumableId = await plates(given, 5);
    const moves = `/spaces/${space.slug}/consumables/${consumableId}/movements` as const;

    const used = await vera.post(moves, { kind: "used", amount: 3, note: "Knust i esken" });
    const tooMuch = await vera.post(moves, { kind: "used", amount: 3 });
    await vera.post(moves, { kind: "received", amount: 10 });
    await vera.post(moves, { kind: "counted", amount: 11 });
    const history = await vera.get(moves);
    const [page, hidden] = [await vera.get(`${moves}?limit=3`), await sven.get(moves)];
    const rest = await vera.get(`${moves}?limit=3&cursor=${encodeURIComponent(page.body.nextCursor)}`);

    expect([used.status, used.body.items[0].inStock, tooMuch.status, tooMuch.body.code, hidden.status]).toEqual([
      201,
      2,
      409,
      "stock.not_enough",
      404,
    ]);
    expect(history.body.items.map(({ kind, change, inStock, by, note }) => [kind, change, inStock, by, note])).toEqual([
      ["counted", -1, 11, "Vera Vert", null],
      ["received", 10, 12, "Vera Vert", null],
      ["used", -3, 2, "Vera Vert", "Knust i esken"],
      ["counted", 5, 5, "Vera Vert", null],
    ]);
    expect([...page.body.items, ...rest.body.items]).toEqual(history.body.items);
  });

  test("says which order took of it, and for an order that comes to nothing before the work begins nothing is taken", async () => {
    const given = await lab();
    const { vera, kari, space } = given;
    const consumableId = await plates(given, 5);
    const [made, dropped] = [await takenTo(given, "asked"), await takenTo(given, "asked")];
    for (const id of [made, dropped]) {
      await vera.post(`/production-orders/${id}/lines`, { kind: "material", text: "Plater", amountOre: 1, consumableId, consumed: 2 });
      await vera.put(`/production-orders/${id}/state`, { state: "quoted" });
      await kari.put(`/production-orders/${id}/state`, { state: "accepted" });
    }

    await vera.put(`/production-orders/${dropped}/state`, { state: "declined", reason: "Laseren er ute av drift" });
    await vera.put(`/production-orders/${made}/state`, { state: "in_production" });

    const { items } = (await vera.get(`/spaces/${space.slug}/consumables/${consumableId}/movements`)).body;
    expect(items.map(({ kind, change, inStock, order }) => [kind, change, inStock, order])).toEqual([
      ["used", -2, 3, { id: made, title: "Skilt til døra" }],
      ["counted", 5, 5, null],
    ]);
  });

  test("is called and priced as its managers say, low when so much is left, and what an order said stays", async () => {
    const given = await lab();
    const { vera, sven, space } = given;
    const consumableId = await plates(given, 5);
    const path = `/spaces/${space.slug}/consumables/${consumableId}` as const;
    await vera.post(`/spaces/${space.slug}/consumables`, { name: "Akryl 3 mm", unit: "plate", priceOre: 14_500 });
    const id = await takenTo(given, "asked");
    await vera.post(`/production-orders/${id}/lines`, { kind: "material", text: "Plater", amountOre: 24_000, consumableId, consumed: 2 });

    const changed = await vera.patch(path, { name: "Bjørkefiner 4 mm", priceOre: 13_000, lowAt: 5 });
    const taken = await vera.patch(path, { name: "Akryl 3 mm" });
    const byStranger = await sven.patch(path, { priceOre: 1 });
    const enough = await vera.patch(path, { lowAt: null });

    const about = ({ body }: typeof changed) =>
      body.items
        .filter((one) => one.id === consumableId)
        .map(({ name, unit, priceOre, lowAt, isLow, version }) => [name, unit, priceOre, lowAt, isLow, version]);
    expect(about(changed)).toEqual([["Bjørkefiner 4 mm", "plate", 13_000, 5, true, 2]]);
    expect([taken.status, taken.body.code, byStranger.status]).toEqual([409, "stock.name_taken", 404]);
    expect(about(enough)).toEqual([["Bjørkefiner 4 mm", "plate", 13_000, null, false, 3]]);
    expect((await vera.get(`/production-orders/${id}`)).body.lines.map(({ amountOre }) => amountOre)).toEqual([24_000]);
  });

  test("is never below zero: of six orders that begin at once and need two each, those begin that there is enough for", async () => {
    const given = await lab();
    const consumableId = await plates(given, 7);
    const ids: string[] = [];
    for (let order = 0; order < 6; order += 1) {
      const id = await takenTo(given, "asked");
      await given.vera.post(`/production-orders/${id}/lines`, {
        kind: "material",
        text: "Plater",
        amountOre: 1,
        consumableId,
        consumed: 2,
      });
      await given.vera.put(`/production-orders/${id}/state`, { state: "quoted" });
      await given.kari.put(`/production-orders/${id}/state`, { state: "accepted" });
      ids.push(id);
    }

    const answers = await Promise.all(ids.map((id) => given.vera.put(`/production-orders/${id}/state`, { state: "in_production" })));

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 200, 409, 409, 409]);
    expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual(Array(3).fill("stock.not_enough"));
    expect(await left(given)).toEqual([1]);
  });
});
