import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type TestInstallation, testInstallation } from "./support/installation.ts";
import { networkBuilder } from "./support/network.ts";
import { callers } from "./support/visitor.ts";

const tuesday = "2026-11-24";
let installation: TestInstallation;

beforeEach(async () => {
  installation = await testInstallation({ ROMSLIG_LARGEST_FILE: "4" });
});
afterEach(() => installation.close());

async function aminaAndJonas() {
  const network = networkBuilder(installation);
  const [host, home] = [await network.space("workwork"), await network.space("blender-collective")];
  await network.agreement([host, home]);
  const visitors = callers(installation);
  return { amina: visitors.as(await network.member("Amina Larsen", home)), jonas: visitors.as(await network.member("Jonas Vik", home)) };
}

test("a write sent again with its key is answered as the first time, and done once", async () => {
  const { amina } = await aminaAndJonas();
  const key = { "idempotency-key": "amina-1" };

  const first = await amina.post("/spaces/workwork/day-passes", { day: tuesday }, key);
  await amina.put(`/day-passes/${first.body.id}/cancellation`);
  const again = await amina.post("/spaces/workwork/day-passes", { day: tuesday }, key);

  expect([again.status, again.body, again.headers.get("idempotency-replayed")]).toEqual([201, first.body, "true"]);
  expect(await installation.db.selectFrom("day_passes").select("state").execute()).toEqual([{ state: "cancelled" }]);
});

test("a key belongs to its person, and to one request", async () => {
  const { amina, jonas } = await aminaAndJonas();
  const key = { "idempotency-key": "the-same" };
  await amina.post("/spaces/workwork/day-passes", { day: tuesday }, key);

  const otherDay = await amina.post("/spaces/workwork/day-passes", { day: "2026-11-25" }, key);
  const otherPerson = await jonas.post("/spaces/workwork/day-passes", { day: tuesday }, key);

  expect([otherDay.status, otherDay.body.code, otherPerson.status]).toEqual([422, "request.key_reused", 201]);
});

test("an answer that shows a secret is kept nowhere", async () => {
  const { amina } = await aminaAndJonas();

  const made = await amina.post("/me/api-keys", { name: "calendar", scopes: ["read"] }, { "idempotency-key": "my-key" });

  expect(made.status).toBe(201);
  expect(await installation.db.selectFrom("idempotency_keys").selectAll().execute()).toEqual([]);
});

describe("A file that is sent with a key", () => {
  const boundary = "----grense";
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="skilt.svg"\r\n\r\n<svg xmlns="http://www.w3.org/2000/svg">`;
  const tail = `</svg>\r\n--${boundary}--\r\n`;
  // more than a pipe holds, so that it is not the last piece that is waited for
  const middle = "<!-- -->".repeat(40_000);

  async function order() {
    const network = networkBuilder(installation);
    const space = await network.space("verkstedet");
    await network.resource(space, "Laser", { kind: "machine" });
    const kari = callers(installation).as(await network.person("Kari Kunde", { email: "kari@example.test" }));
    const { body } = await kari.post("/production-orders", { space: "verkstedet", title: "Skilt" });
    const sent = (pieces: AsyncIterable<string> | string[]) =>
      kari.ask(`POST /production-orders/${body.id}/files`, Readable.toWeb(Readable.from(bytesOf(pieces))), {
        "content-type": `multipart/form-data; boundary=${boundary}`,
        "idempotency-key": "the-file",
      });
    return { id: body.id, kari, sent };
  }

  const codeOf = ({ body }: { body: unknown }) => (body as { code: string }).code;

  async function* bytesOf(pieces: AsyncIterable<string> | string[]) {
    for await (const piece of pieces) yield Buffer.from(piece);
  }

  test("is written as it comes: the beginning lies on disk while the end is not sent yet", async () => {
    const { sent } = await order();
    const ever = Temporal.Instant.from("2100-01-01T00:00:00Z");
    const isBegun = async () => (await installation.files.keysBefore("orders", ever)).some((key) => key.endsWith(".unfinished"));
    async function* waitingForDisk() {
      yield head;
      yield middle;
      // were the body gathered first, nothing would be written and this would never end
      await vi.waitUntil(isBegun, 3_000);
      yield tail;
    }

    const answer = await sent(waitingForDisk());

    expect(answer.status).toBe(201);
  });

  test("is kept once though it is sent twice, and another file under the same key is refused", async () => {
    const { id, kari, sent } = await order();

    const first = await sent([head, middle, tail]);
    const again = await sent([head + middle, tail]);
    const other = await sent([head, "<!-- annet -->", tail]);

    expect([first.status, again.status, again.headers.get("idempotency-replayed"), codeOf(other)]).toEqual([
      201,
      201,
      "true",
      "request.key_reused",
    ]);
    expect((await kari.get(`/production-orders/${id}`)).body.files.map(({ bytes }) => bytes)).toEqual([
      Buffer.byteLength(`<svg xmlns="http://www.w3.org/2000/svg">${middle}</svg>`),
    ]);
  });

  test("can be sent again when it was refused before it was read", async () => {
    const { id, kari, sent } = await order();
    const put = (state: string) => installation.db.updateTable("production_orders").set({ state }).where("id", "=", id).execute();
    await put("declined");
    const refused = await sent([head, tail]);
    await put("draft");

    const again = await sent([head, tail]);

    expect([codeOf(refused), again.status]).toEqual(["production.not_now", 201]);
    expect((await kari.get(`/production-orders/${id}`)).body.files.length).toBe(1);
  });

  test("is broken off where it is larger than any may be, though it never says how large it is", async () => {
    const { id, kari, sent } = await order();
    const most = installation.settings.largestOrderFile;
    async function* endless() {
      yield head;
      for (let size = 0; size < most + 1024 * 1024; size += 1024 * 1024) yield " ".repeat(1024 * 1024);
      yield tail;
    }

    const answer = await sent(endless());

    expect([answer.status, (await kari.get(`/production-orders/${id}`)).body.files]).toEqual([413, []]);
  });
});
