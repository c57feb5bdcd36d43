import type { lookup } from "node:dns";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { outsideServer } from "../../../tests/support/outside-server.ts";
import { isPublicAddress, publicReach, type Reach, reachOf } from "./public-address.ts";
import { readOutside } from "./read-outside.ts";

let near: Awaited<ReturnType<typeof outsideServer>>;
let inner: Awaited<ReturnType<typeof outsideServer>>;

// 127.0.0.2 stands for a place anybody could reach; 127.0.0.1 is this machine
const standIn = "127.0.0.2";
const beyond: Reach = { mayReach: (address) => address === standIn || isPublicAddress(address), isPlainAllowed: true };

beforeAll(async () => {
  near = await outsideServer(standIn);
  inner = await outsideServer("127.0.0.1");
});
beforeEach(() => {
  inner.serves("secret of the machine");
  inner.asked.length = 0;
  near.asked.length = 0;
});
afterAll(() => Promise.all([near.close(), inner.close()]));

function asked(url: string, more: Partial<Parameters<typeof readOutside>[0]> = {}) {
  const known = { etag: null, lastModified: null };
  return readOutside({ url, known, accept: "text/calendar", reach: beyond, mostBytes: 1000, patienceMilliseconds: 5000, ...more });
}

function answering(...addresses: string[]): typeof lookup {
  const left = [...addresses];
  const found = (_: string, __: unknown, done: (error: null, all: { address: string; family: number }[]) => void) =>
    done(null, [{ address: left.length > 1 ? (left.shift() ?? "") : (left[0] ?? ""), family: 4 }]);
  return found as unknown as typeof lookup;
}

describe("What lies at an address", () => {
  test("is read, with what tells whether it has changed", async () => {
    near.serves("BEGIN", '"one"');

    const first = await asked(`${near.url}/a.ics`);
    const again = await asked(`${near.url}/a.ics`, { known: { etag: '"one"', lastModified: null } });

    expect(first).toEqual({ kind: "body", body: Buffer.from("BEGIN"), etag: '"one"', lastModified: null });
    expect(again).toEqual({ kind: "unchanged" });
    expect([near.asked[0]?.["accept-encoding"], near.asked[0]?.cookie, near.asked[0]?.authorization]).toEqual([
      "identity",
      undefined,
      undefined,
    ]);
  });

  test.each([
    [404, "not_found"],
    [410, "not_found"],
    [401, "not_allowed"],
    [403, "not_allowed"],
    [500, "wrong_answer"],
    [204, "wrong_answer"],
  ])("answered with %i is told as %s", async (status, failure) => {
    near.answers((_, response) => void response.writeHead(status).end());

    expect(await asked(near.url)).toEqual({ kind: "failed", failure, status });
  });

  test("is followed where it has moved, but not for ever", async () => {
    near.answers(({ url }, response) => {
      if (url === "/there") response.writeHead(200).end("here");
      else response.writeHead(302, { location: url === "/loop" ? "/loop" : "/there" }).end();
    });

    const [moved, loop] = await Promise.all([asked(near.url), asked(`${near.url}/loop`)]);

    expect([moved.kind, loop]).toEqual(["body", { kind: "failed", failure: "too_many_redirects" }]);
  });
});

describe("An address that leads inside is not followed", () => {
  test.each(["http://127.0.0.1", "http://localhost", "http://0x7f.1", "http://[::1]", "http://169.254.169.254", "file:///etc/passwd"])(
    "by a redirect to %s",
    async (to) => {
      const location = to.startsWith("http") ? `${to}:${inner.port}/` : to;
      near.answers((_, response) => void response.writeHead(302, { location }).end());

      const read = await asked(near.url);

      expect([read, inner.asked]).toEqual([{ kind: "failed", failure: "not_public" }, []]);
    },
  );

  test("by a name that stands for this machine", async () => {
    const read = await asked(`http://calendar.example:${inner.port}/`, { reach: { ...beyond, lookup: answering("127.0.0.1") } });

    expect([read, inner.asked]).toEqual([{ kind: "failed", failure: "not_public" }, []]);
  });

  test("by a name that changes what it stands for between two hops", async () => {
    near.answers((_, response) => void response.writeHead(302, { location: `http://calendar.example:${inner.port}/` }).end());

    const reach = { ...beyond, lookup: answering(standIn, "127.0.0.1") };
    const read = await asked(`http://calendar.example:${near.port}/`, { reach });

    expect([read, near.asked.length, inner.asked]).toEqual([{ kind: "failed", failure: "not_public" }, 1, []]);
  });

  test("nor anything that is not encrypted, outside of tests", async () => {
    const read = await asked("http://calendar.example/", { reach: publicReach });

    expect(read).toEqual({ kind: "failed", failure: "not_public" });
  });
});

describe("Who answers too much or too slowly is left", () => {
  test("after so many bytes", async () => {
    near.answers((_, response) => void response.writeHead(200).end("x".repeat(1001)));

    expect(await asked(near.url)).toEqual({ kind: "failed", failure: "too_large", status: 200 });
  });

  test("when the bytes are packed, which could be many more", async () => {
    near.answers((_, response) => void response.writeHead(200, { "content-encoding": "gzip" }).end("x"));

    expect(await asked(near.url)).toEqual({ kind: "failed", failure: "wrong_answer", status: 200 });
  });

  test("before the first byte, and in the middle of them", async () => {
    near.answers(({ url }, response) => {
      if (url === "/drips") response.writeHead(200).write("BEGIN:");
    });

    const patienceMilliseconds = 150;
    const reads = await Promise.all([
      asked(`${near.url}/silent`, { patienceMilliseconds }),
      asked(`${near.url}/drips`, { patienceMilliseconds }),
    ]);

    expect(reads).toEqual([
      { kind: "failed", failure: "too_slow" },
      { kind: "failed", failure: "too_slow" },
    ]);
  });

  test("when nobody is there", async () => {
    const gone = await outsideServer();
    await gone.close();

    expect(await asked(gone.url, { reach: reachOf(true) })).toEqual({ kind: "failed", failure: "no_answer" });
  });
});
