import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { deliverLetters, devMail, type Letter, type Postman, sendLetter } from "./index.ts";

let installation: TestInstallation;

beforeAll(async () => {
  installation = await testInstallation();
});
beforeEach(async () => {
  installation.setClock("2026-11-23T09:00+01:00");
  installation.failures.splice(0);
  await installation.db.deleteFrom("letters").execute();
});
afterAll(() => installation.close());

describe("A letter", () => {
  test("is written once, however often its reason is told", async () => {
    const first = await sendLetter(installation.db, letter("day-pass-held/1"));
    const again = await sendLetter(installation.db, letter("day-pass-held/1"));

    expect([first, again]).toEqual([true, false]);
  });

  test("is not there when the change that gave its reason is taken back", async () => {
    const work = installation.db.transaction().execute(async (tx) => {
      await sendLetter(tx, letter("1"));
      throw new Error("taken back");
    });

    await expect(work).rejects.toThrow("taken back");
    expect(await installation.db.selectFrom("letters").select("id").execute()).toEqual([]);
  });

  test("carries what people wrote as text, never as HTML or as a header of its own", async () => {
    const name = '<img src=x onerror="alert(1)">';
    await sendLetter(installation.db, {
      ...letter("1"),
      subject: "Hei\r\nBcc: all@example.test",
      parts: [name, { label: name, url: "https://hus.example/?a=1&b=2" }],
    });

    const kept = await installation.db.selectFrom("letters").selectAll().executeTakeFirstOrThrow();

    expect(kept.subject).toBe("Hei Bcc: all@example.test");
    expect(kept.body_html).not.toContain("<img");
    expect(kept.body_html).toContain('href="https://hus.example/?a=1&amp;b=2"');
    expect(kept.body_text).toContain("https://hus.example/?a=1&b=2");
  });

  test("to somebody erased is not written", async () => {
    expect(await sendLetter(installation.db, { ...letter("1"), to: "erased-1@erased.invalid" })).toBe(false);
  });
});

describe("The post", () => {
  test("sends each letter once, also when two processes send at once", async () => {
    for (const key of ["1", "2", "3", "4"]) await sendLetter(installation.db, letter(key));
    const taken: string[] = [];
    const postman: Postman = { send: async ({ subject }) => void taken.push(subject) };

    const counts = await Promise.all([deliverLetters(installation, postman), deliverLetters(installation, postman)]);

    expect(counts[0] + counts[1]).toBe(4);
    expect(taken.sort()).toEqual(["Brev 1", "Brev 2", "Brev 3", "Brev 4"]);
    expect(await deliverLetters(installation, postman)).toBe(0);
  });

  test("tries a refused letter again after a while, and sends the others meanwhile", async () => {
    await sendLetter(installation.db, letter("1"));
    await sendLetter(installation.db, letter("2"));
    const taken: string[] = [];
    let isFull = true;
    const postman: Postman = {
      async send({ subject }) {
        if (isFull && subject === "Brev 1") throw new Error("452 mailbox full");
        taken.push(subject);
      },
    };

    await deliverLetters(installation, postman);
    isFull = false;
    const atOnce = await deliverLetters(installation, postman);
    installation.setClock("2026-11-23T09:03+01:00");
    const later = await deliverLetters(installation, postman);

    expect([atOnce, later, taken]).toEqual([0, 1, ["Brev 2", "Brev 1"]]);
  });

  test("does not send again what was under way when the program died", async () => {
    await sendLetter(installation.db, letter("1"));
    const taken: string[] = [];
    await installation.db.updateTable("letters").set({ taken_at: installation.now() }).execute();

    await deliverLetters(installation, { send: async ({ subject }) => void taken.push(subject) });

    expect(taken).toEqual([]);
  });

  test("keeps what the mail server said with the letter, and no address in the log", async () => {
    await sendLetter(installation.db, letter("1"));
    const said = "550 5.1.1 <amina@example.test>: no such mailbox";
    const postman: Postman = { send: () => Promise.reject(new Error(said)) };

    await deliverLetters(installation, postman);

    expect(await installation.db.selectFrom("letters").select("failure").execute()).toEqual([{ failure: said }]);
    expect(installation.failures.map(({ error }) => (error instanceof Error ? error.cause : error))).toEqual([
      new Error("550 5.1.1 <a•••@example.test>: no such mailbox"),
    ]);
  });

  test("keeps letters where no mail server is set", async () => {
    await sendLetter(installation.db, letter("1"));

    expect(await deliverLetters(installation)).toBe(0);
    expect(await installation.db.selectFrom("letters").select("taken_at").execute()).toEqual([{ taken_at: null }]);
  });
});

test("letters that are kept can be read, with links to follow and nothing that runs", async () => {
  await sendLetter(installation.db, {
    ...letter("1"),
    parts: ["<script>alert(1)</script>", { label: "Logg inn", url: "https://hus.example/nb/sign-in/link?token=a&to=b" }],
  });
  const { id } = await installation.db.selectFrom("letters").select("id").executeTakeFirstOrThrow();

  const list = await devMail(installation).request("/");
  const one = await devMail(installation).request(`/${id}`);
  const none = await devMail(installation).request("/1");

  expect(await list.text()).toContain(`href="/dev/mail/${id}"`);
  const html = await one.text();
  expect(html).toContain('<a href="https://hus.example/nb/sign-in/link?token=a&amp;to=b">');
  expect(html).not.toContain("<script>");
  expect([one.headers.get("content-security-policy")?.includes("script-src 'self'"), none.status]).toEqual([true, 404]);
});

function letter(key: string): Letter {
  return {
    key,
    to: "amina@example.test",
    language: "nb",
    subject: `Brev ${key}`,
    parts: ["Hei."],
    from: "Romslig",
    at: installation.now(),
  };
}
