import { Hono } from "hono";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers, signedInAs } from "../../../tests/support/visitor.ts";
import { type Actor, type SignedIn, visitor } from "../../platform/access/actor.ts";
import { newId } from "../../platform/database/id.ts";
import { logoFiles } from "./logo-files.ts";

let installation: TestInstallation;
let visitors: ReturnType<typeof callers>;
let files: Hono;
let slug: string;
let id: string;
let marte: SignedIn;

beforeAll(async () => {
  installation = await testInstallation();
  visitors = callers(installation);
  files = new Hono().route("/", logoFiles(installation));
});
afterAll(() => installation.close());

beforeEach(async () => {
  slug = `hus-${newId()}`;
  id = await networkBuilder(installation).organization(slug, { name: "Naustet" });
  marte = signedInAs(await networkBuilder(installation).person("Marte Leder", { email: `${newId()}@example.test` }), "Marte", {
    [id]: "manager",
  });
});

function logo(bytes: Uint8Array, name = "logo.png"): FormData {
  const form = new FormData();
  form.set("file", new File([Uint8Array.from(bytes)], name, { type: "image/png" }));
  return form;
}

const as = (actor: Actor) => visitors.actingAs(actor);
const put = (bytes: Uint8Array, headers: Record<string, string> = {}, actor: Actor = marte) =>
  as(actor).put(`/organizations/${slug}/logo`, logo(bytes), headers);

async function served(address: string) {
  const response = await files.request(address);
  return { status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) };
}

/** A disc of one colour on a ground that can be seen through. */
const disc = (colour: string, size = 900) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size / 3}"><circle cx="150" cy="150" r="120" fill="${colour}"/></svg>`,
    ),
  );

describe("A logo", () => {
  test("keeps its exact colours and what can be seen through, in two sizes, and nothing else it carried", async () => {
    const drawn = await disc("#c2185b")
      .withExif({ IFD0: { Copyright: "Ola Tegner" }, IFD3: { GPSLatitude: "61/1 27/1 0/1" } })
      .png()
      .toBuffer();

    const answer = await put(drawn);

    expect((await sharp(drawn).metadata()).exif?.length).toBeGreaterThan(50);
    expect(answer).toMatchObject({ status: 200, body: { logo: { width: 768, height: 256, ground: "day" } } });
    for (const [address, width] of [
      [answer.body.logo.large, 768],
      [answer.body.logo.small, 256],
    ] as const) {
      const { bytes } = await served(address);
      const { format, exif, icc, xmp, width: found, hasAlpha } = await sharp(bytes).metadata();
      expect({ format, exif, icc, xmp, width: found, hasAlpha }).toEqual({ format: "webp", width, hasAlpha: true });
      expect(Buffer.from(bytes).includes("Tegner")).toBe(false);
      const middle = Math.round(width / 6);
      const pixel = await sharp(bytes).extract({ left: middle, top: middle, width: 1, height: 1 }).raw().toBuffer();
      const corner = await sharp(bytes).extract({ left: 0, top: 0, width: 1, height: 1 }).raw().toBuffer();
      expect([...pixel]).toEqual([0xc2, 0x18, 0x5b, 255]);
      expect(corner[3]).toBe(0);
    }
  });

  test("that is small enough is kept pixel by pixel", async () => {
    const stripes = Buffer.from(Array.from({ length: 60 * 20 }, (_, at) => (at % 2 ? [0xff, 0x00, 0x40] : [0x00, 0x80, 0xff])).flat());
    const drawn = await sharp(stripes, { raw: { width: 60, height: 20, channels: 3 } })
      .png()
      .toBuffer();

    const { body } = await put(drawn);

    const { bytes } = await served(body.logo.small);
    expect(Buffer.compare(await sharp(bytes).raw().toBuffer(), stripes)).toBe(0);
  });

  test.each([
    ["a dark mark one sees through", disc("#0e2a33"), "day"],
    ["a yellow mark one sees through", disc("#ffc83d"), "night"],
    ["a white mark one sees through", disc("#ffffff"), "night"],
    ["a mark on white of its own", disc("#2e7d32").flatten({ background: "#ffffff" }), "day"],
  ])("that is %s stands on a floor it is seen on: that of the %3$s", async (_, drawing, ground) => {
    expect((await put(await drawing.png().toBuffer())).body.logo.ground).toBe(ground);
  });

  test("is told with its organization, in lists and among a network's members; none is null", async () => {
    const networkId = await networkBuilder(installation).organization(`nett-${id}`, { kinds: ["network"] });
    await networkBuilder(installation).membership(networkId, { organizationId: id });
    const { body } = await put(await disc("#0e2a33").png().toBuffer());

    const alone = await as(visitor).get(`/organizations/${slug}`);
    const listed = await as(visitor).get(`/organizations?q=naustet&limit=200`);
    const member = await as(visitor).get(`/networks/nett-${id}/members`);
    const without = await as(visitor).get(`/organizations/nett-${id}`);

    expect(alone.body.logo).toEqual(body.logo);
    expect(listed.body.items.find((one: { id: string }) => one.id === id)?.logo).toEqual(body.logo);
    expect(member.body.items[0].logo).toEqual(body.logo);
    expect(without.body.logo).toBeNull();
  });

  test("takes the place of the one before, whose files go; taken away, its own go too, and the log tells of all three", async () => {
    const first = await put(await disc("#0e2a33").png().toBuffer());
    const second = await put(await disc("#c2185b").png().toBuffer());
    const removed = await as(marte).delete(`/organizations/${slug}/logo`);

    const addresses = [first, second].flatMap(({ body }) => [body.logo.large, body.logo.small]);
    const statuses = await Promise.all(addresses.map(async (address) => (await served(address)).status));
    const deeds = await installation.db
      .selectFrom("audit_log")
      .select(["action", "actor_person_id", "organization_id"])
      .where("subject_id", "=", id)
      .orderBy("id")
      .execute();
    expect(removed.body.logo).toBeNull();
    expect(statuses).toEqual([404, 404, 404, 404]);
    expect(deeds).toEqual(
      ["organization.set_logo", "organization.set_logo", "organization.remove_logo"].map((action) => ({
        action,
        actor_person_id: marte.personId,
        organization_id: id,
      })),
    );
  });

  test("that is saved over one somebody else just saved is refused, and leaves the other's in place", async () => {
    const { body: before, headers } = await as(marte).get(`/organizations/${slug}`);
    const version = { "if-match": headers.get("etag") ?? "" };
    const theirs = await put(await disc("#0e2a33").png().toBuffer(), version);

    const mine = await put(await disc("#c2185b").png().toBuffer(), version);

    expect(before.logo).toBeNull();
    expect([mine.status, mine.body.code]).toEqual([412, "request.changed_meanwhile"]);
    expect((await as(visitor).get(`/organizations/${slug}`)).body.logo).toEqual(theirs.body.logo);
    expect((await served(theirs.body.logo.large)).status).toBe(200);
    const kept = await installation.db.selectFrom("organizations").select("logo_id").where("id", "=", id).executeTakeFirstOrThrow();
    expect(theirs.body.logo.large).toContain(kept.logo_id);
  });

  test("is a picture by what the file holds: a drawing with a script, a cut file and a page are refused", async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const cut = (await disc("#0e2a33").png().toBuffer()).subarray(0, 500);
    const page = Buffer.from("<!doctype html><script>alert(1)</script>");

    const answers = await Promise.all([svg, cut, page, Buffer.alloc(0)].map((bytes) => put(bytes)));
    const large = await put(Buffer.alloc(5 * 1024 * 1024 + 1, 1));
    const wide = await put(
      await sharp({ create: { width: 5_100, height: 5_000, channels: 3, background: "#fff" } })
        .png()
        .toBuffer(),
    );

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(4).fill([415, "organization.not_a_logo"]));
    expect([large, wide].map(({ status, body }) => [status, body.code])).toEqual(Array(2).fill([413, "organization.logo_too_large"]));
  });

  test("is served from addresses of ours only", async () => {
    const { body } = await put(await disc("#0e2a33").png().toBuffer());

    const others = [
      "/logos/../secret-256.webp",
      `${body.logo.small}.png`,
      body.logo.small.replace("256", "512"),
      body.logo.small.toUpperCase(),
    ];
    expect(await Promise.all(others.map(async (address) => (await served(address)).status))).toEqual([404, 404, 404, 404]);
  });
});

describe("A network's colour", () => {
  test("is set by its coordinator, written one way, and taken away again", async () => {
    const networkId = await networkBuilder(installation).organization(`kyst-${id}`, { kinds: ["network"] });
    const kaja = signedInAs(await networkBuilder(installation).person("Kaja Koor", { email: `${newId()}@example.test` }), "Kaja", {
      [networkId]: "coordinator",
    });
    const colour = (value: string | null, actor = kaja) => as(actor).put(`/organizations/kyst-${id}/colour`, { colour: value });

    const set = await colour("#0B3D91");
    const byMarte = await colour("#c2185b", marte);
    const nonsense = await colour("red");
    const none = await colour(null);

    expect([set.status, set.body.colour, set.body.abilities]).toMatchObject([200, "#0b3d91", { changeLook: true, edit: false }]);
    expect([byMarte.status, nonsense.status]).toEqual([404, 400]);
    expect(none.body.colour).toBeNull();
  });

  test("is a network's: a house has that of the network it is seen in", async () => {
    const answer = await as(marte).put(`/organizations/${slug}/colour`, { colour: "#0b3d91" });

    expect([answer.status, answer.body.code]).toEqual([422, "organization.colour_of_networks"]);
  });
});
