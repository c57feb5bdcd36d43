import { crc32, deflateSync } from "node:zlib";
import { Hono } from "hono";
import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { callers, signedInAs } from "../../../tests/support/visitor.ts";
import { type Actor, type SignedIn, visitor } from "../../platform/access/actor.ts";
import { newId } from "../../platform/database/id.ts";
import { mostPhotos } from "./photo.ts";
import { photoFiles } from "./photo-files.ts";

let installation: TestInstallation;
let visitors: ReturnType<typeof callers>;
let files: Hono;
let house: { id: string; organizationId: string; slug: string };
let kari: SignedIn;

beforeAll(async () => {
  installation = await testInstallation();
  visitors = callers(installation);
  files = new Hono().route("/", photoFiles(installation));
});
afterAll(() => installation.close());

beforeEach(async () => {
  house = await networkBuilder(installation).space(`hus-${newId()}`);
  kari = signedInAs(newId(), "Kari", { [house.organizationId]: "manager" });
});

function photo(bytes: Uint8Array, name = "bilde.jpg", texts: Record<string, string> = { nb: "Langbordet" }): FormData {
  const form = new FormData();
  form.set("file", new File([Uint8Array.from(bytes)], name, { type: "image/jpeg" }));
  for (const [language, text] of Object.entries(texts)) form.set(language, text);
  return form;
}

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: "#ffc83d" } });
// one bit a pixel: 50 MB of nothing that shrink to next to nothing in the file
function whitePng(side: number): Buffer {
  const chunk = (kind: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(kind), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 1;
  const pixels = deflateSync(Buffer.alloc(side * (1 + side / 8)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", header), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

const as = (actor: Actor) => visitors.actingAs(actor);
const add = (form: FormData, actor: Actor = kari) => as(actor).post(`/spaces/${house.slug}/photos`, form);
const rows = () => installation.db.selectFrom("space_photos").select("id").where("space_id", "=", house.id).execute();

async function served(address: string) {
  const response = await files.request(address);
  return { response, bytes: new Uint8Array(await response.arrayBuffer()) };
}

describe("A photo with the place it was taken", () => {
  test("comes out upright, in two sizes, without anything it carried", async () => {
    const taken = await plain(2400, 1200)
      .withExif({
        IFD0: { Copyright: "Kari Nordmann", Orientation: "6" },
        IFD3: { GPSLatitude: "61/1 27/1 0/1", GPSLatitudeRef: "N", GPSLongitude: "5/1 51/1 0/1" },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const before = await sharp(taken).metadata();

    const added = await add(photo(taken));
    const large = await served(added.body.large);
    const small = await served(added.body.small);

    expect(before).toMatchObject({ orientation: 6 });
    expect(before.exif?.length).toBeGreaterThan(100);
    expect(added).toMatchObject({ status: 201, body: { width: 800, height: 1600, texts: { nb: "Langbordet" } } });
    for (const [{ bytes }, height] of [
      [large, 1600],
      [small, 480],
    ] as const) {
      const { format, exif, icc, xmp, iptc, orientation, height: found } = await sharp(bytes).metadata();
      expect({ format, exif, icc, xmp, iptc, orientation, height: found }).toEqual({ format: "webp", height });
      expect(Buffer.from(bytes).includes("Nordmann")).toBe(false);
    }
  });

  test("is served as a picture and nothing else, and may be kept for a year", async () => {
    const added = await add(photo(await plain(40, 30).png().toBuffer()));

    const { response } = await served(added.body.large);

    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "image/webp",
      "cache-control": "public, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
    });
    expect(added.body).toMatchObject({ width: 40, height: 30 });
  });
});

describe("What is not a photo", () => {
  test("is refused by what it holds, whatever it is called", async () => {
    const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF");
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
    const gif = await plain(10, 10).gif().toBuffer();
    const cut = (await plain(900, 900).jpeg().toBuffer()).subarray(0, 900);
    const pretence = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), pdf]);

    const answers = await Promise.all([pdf, svg, gif, cut, pretence, Buffer.alloc(0)].map((bytes) => add(photo(bytes))));

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(6).fill([415, "space.not_a_photo"]));
    expect(await rows()).toEqual([]);
  });

  test("a picture of 20,000 by 20,000 in a small file is refused before it fills the memory", async () => {
    const bomb = whitePng(20_000);
    expect(await sharp(whitePng(160)).metadata()).toMatchObject({ format: "png", width: 160, height: 160 });
    const memory = process.memoryUsage().rss;

    const answer = await add(photo(bomb, "lita.png"));

    expect(bomb.length).toBeLessThan(2_000_000);
    expect(answer).toMatchObject({ status: 413, body: { code: "space.photo_too_large", details: { megabytes: 15, megapixels: 50 } } });
    expect(process.memoryUsage().rss - memory).toBeLessThan(150_000_000);
  });

  test("a file above the limit is refused, and so is a form without a file", async () => {
    const heavy = await add(photo(Buffer.concat([await plain(10, 10).jpeg().toBuffer(), Buffer.alloc(15 * 1024 * 1024)])));
    const huge = await add(photo(Buffer.alloc(16 * 1024 * 1024)));
    const form = photo(Buffer.from("x"));
    form.set("file", "ikke ei fil");
    const none = await add(form);

    expect([heavy.status, huge.status, none.status]).toEqual([413, 413, 400]);
  });

  test("nothing is left behind when a photo is refused at the end", async () => {
    const { db } = installation;
    const at = installation.now();
    const full = Array.from({ length: mostPhotos }, (_, place) => ({
      space_id: house.id,
      id: newId(),
      file_key: "photos/x/y",
      width: 1,
      height: 1,
      place_in_order: place,
      created_at: at,
    }));
    await db.insertInto("space_photos").values(full).execute();
    const written: string[] = [];
    const removed: string[] = [];
    const watched = {
      ...installation,
      files: {
        ...installation.files,
        write: (key: string, bytes: Uint8Array) => installation.files.write(key, bytes).then(() => void written.push(key)),
        remove: (key: string) => installation.files.remove(key).then(() => void removed.push(key)),
      },
    };

    const answer = await callers(watched)
      .actingAs(kari)
      .post(`/spaces/${house.slug}/photos`, photo(await plain(10, 10).jpeg().toBuffer()));

    expect(answer).toMatchObject({ status: 409, body: { code: "space.too_many_photos" } });
    expect(written.length).toBe(2);
    expect(removed).toEqual(written);
  });
});

describe("The photos of a space", () => {
  const three = async () => {
    const bytes = await plain(20, 10).jpeg().toBuffer();
    const ids: string[] = [];
    for (const nb of ["Inngang", "Kjøkken", "Hage"]) ids.push((await add(photo(bytes, "a.jpg", { nb }))).body.id);
    return ids as [string, string, string];
  };

  test("say what they show, stand in the order given, and go with their files", async () => {
    const [entrance, kitchen, garden] = await three();
    const path = `/spaces/${house.slug}` as const;
    const before = await as(visitor).get(path);

    await as(kari).patch(`${path}/photos/${garden}`, { texts: { nb: "Hagen", en: "The garden" } });
    await as(kari).put(`${path}/photo-order`, { photoIds: [garden, entrance, kitchen] });
    const after = await as(kari).delete(`${path}/photos/${entrance}`);

    expect(after.body.photos.map(({ texts }) => texts)).toEqual([{ nb: "Hagen", en: "The garden" }, { nb: "Kjøkken" }]);
    const [gone] = before.body.photos;
    expect(gone.id).toBe(entrance);
    expect((await served(gone.large)).response.status).toBe(404);
    expect((await served(gone.small)).response.status).toBe(404);
    expect((await served(after.body.photos[0].large)).response.status).toBe(200);
  });

  test("are put in order all of them or not at all, and always say something", async () => {
    const [entrance, kitchen] = await three();
    const path = `/spaces/${house.slug}` as const;

    const some = await as(kari).put(`${path}/photo-order`, { photoIds: [entrance, kitchen] });
    const twice = await as(kari).put(`${path}/photo-order`, { photoIds: [entrance, kitchen, entrance] });
    const silent = await as(kari).patch(`${path}/photos/${entrance}`, { texts: { nb: " " } });
    const mute = await add(photo(await plain(10, 10).jpeg().toBuffer(), "a.jpg", {}));

    expect([some, twice].map(({ body }) => body.code)).toEqual(["space.photos_changed", "space.photos_changed"]);
    expect([silent, mute].map(({ body }) => body.code)).toEqual(["space.text_missing", "space.text_missing"]);
  });

  test("are not for others to add to, change or take, nor for a manager to take from another house", async () => {
    const [entrance] = await three();
    const other = await networkBuilder(installation).space(`flow-${newId()}`);
    const strangers = ["owner", "host", "member"].map((role) => signedInAs(newId(), role, { [other.organizationId]: role }));
    const bytes = await plain(10, 10).jpeg().toBuffer();

    const added = await Promise.all([visitor, ...strangers].map(async (actor) => (await add(photo(bytes), actor)).status));
    const taken = await as(strangers[0] ?? visitor).delete(`/spaces/${other.slug}/photos/${entrance}`);
    const kept = await as(visitor).get(`/spaces/${house.slug}`);

    expect(added).toEqual([401, 404, 404, 404]);
    expect(taken.status).toBe(404);
    expect(kept.body.photos.length).toBe(3);
  });

  test("an address that is no photo of ours leads nowhere", async () => {
    const [entrance] = await three();
    const addresses = [
      `/photos/${house.id}/${entrance}-1601.webp`,
      `/photos/${house.id}/${entrance}-1600.webp.unfinished`,
      `/photos/${house.id}/..%2f..%2fx-1600.webp`,
      `/photos/..%2f..%2fetc/${entrance}-1600.webp`,
      `/photos/${newId()}/${entrance}-1600.webp`,
    ];

    const statuses = await Promise.all(addresses.map(async (address) => (await served(address)).response.status));

    expect(statuses).toEqual([404, 404, 404, 404, 404]);
  });
});
