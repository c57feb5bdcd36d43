import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { signInVisitor } from "../../../tests/support/sign-in.ts";

let installation: TestInstallation;
let build: ReturnType<typeof networkBuilder>;
let visitor: ReturnType<typeof signInVisitor>;

beforeAll(async () => {
  installation = await testInstallation();
  build = networkBuilder(installation);
});
beforeEach(() => {
  visitor = signInVisitor(installation);
});
afterAll(() => installation.close());

describe("A sign-in link", () => {
  test("comes by letter and opens a session once", async () => {
    await build.person("Amina Larsen");

    await visitor.askForLink("amina.larsen@example.test");
    const token = await visitor.tokenInLetterTo("amina.larsen@example.test");
    const first = await visitor.openSession(token);
    const second = await visitor.openSession(token);

    expect(first.status).toBe(201);
    expect((await visitor.as(first).get("/me")).body).toMatchObject({ name: "Amina Larsen", email: "amina.larsen@example.test" });
    expect([second.status, second.body.code]).toEqual([410, "account.link_spent"]);
  });

  test("is for one: of ten who use it at once, one gets in", async () => {
    await build.person("Bo Lind");
    await visitor.askForLink("bo.lind@example.test");
    const token = await visitor.tokenInLetterTo("bo.lind@example.test");

    const answers = await Promise.all(Array.from({ length: 10 }, () => visitor.openSession(token)));

    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(410)]);
  });

  test("is of no use when it is too old", async () => {
    await build.person("Carla Moe");
    await visitor.askForLink("carla.moe@example.test");
    const token = await visitor.tokenInLetterTo("carla.moe@example.test");
    await installation.db
      .updateTable("login_verifications")
      .set({ expires_at: Temporal.Now.instant().subtract({ seconds: 1 }) })
      .execute();

    const answer = await visitor.openSession(token);

    expect([answer.status, answer.body.code]).toEqual([410, "account.link_spent"]);
  });

  test("is of no use when a letter of it is changed", async () => {
    await build.person("Dag Nes");
    await visitor.askForLink("dag.nes@example.test");
    const token = await visitor.tokenInLetterTo("dag.nes@example.test");

    const answer = await visitor.openSession(`${token.slice(0, -1)}${token.endsWith("a") ? "b" : "a"}`);

    expect(answer.status).toBe(410);
    expect(answer.cookies).toEqual([]);
  });

  test("is nowhere in the database but in the letter", async () => {
    await build.person("Eli Berg");
    await visitor.askForLink("eli.berg@example.test");
    const token = await visitor.tokenInLetterTo("eli.berg@example.test");

    const kept = await installation.db.selectFrom("login_verifications").selectAll().execute();

    expect(JSON.stringify(kept)).not.toContain(token);
  });
});

describe("Whoever asks for a link", () => {
  test("gets the same answer, and as much work is done, whether or not an account uses the address", async () => {
    await build.person("Frida Dahl");

    const known = await visitor.askForLink("frida.dahl@example.test");
    const unknown = await visitor.askForLink("nobody@example.test");

    expect([unknown.status, unknown.body, [...unknown.headers.keys()]]).toEqual([known.status, known.body, [...known.headers.keys()]]);
    expect(await visitor.lettersTo("frida.dahl@example.test")).toHaveLength(1);
    expect(await visitor.lettersTo("nobody@example.test")).toHaveLength(1);
    expect((await visitor.lettersTo("nobody@example.test"))[0]?.body_text).toContain("Ingen konto bruker denne adressen");
    expect((await visitor.lettersTo("nobody@example.test"))[0]?.body_text).not.toContain("token=");
  });

  test("gets no account by it: the token made for an unknown address opens nothing", async () => {
    const token = await visitor.identity.issueLink("stranger@example.test");

    const answer = await visitor.openSession(token);

    expect([answer.status, answer.cookies]).toEqual([410, []]);
    expect(await installation.db.selectFrom("logins").select("id").where("email", "=", "stranger@example.test").execute()).toEqual([]);
  });

  test("is written to in the language of the person, not of whoever asks", async () => {
    await build.person("Gunn Vik", { locale: "nn" });

    await visitor.askForLink("gunn.vik@example.test", { language: "en" });

    expect((await visitor.lettersTo("gunn.vik@example.test"))[0]?.body_text).toContain("Lenkja verkar éin gong");
  });

  test("is sent back to a page of this site only", async () => {
    await build.person("Hans Ås", { email: "hans@example.test" });

    await visitor.askForLink("hans@example.test", { to: "/nb/me/passes" });
    await visitor.askForLink("hans@example.test", { to: "https://evil.example/nb" });
    await visitor.askForLink("hans@example.test", { to: "//evil.example" });

    const links = (await visitor.lettersTo("hans@example.test")).map(({ body_text }) => /https?:\S+/.exec(body_text)?.[0] ?? "");
    expect(links.map((link) => new URL(link).searchParams.get("to"))).toEqual(["/nb/me/passes", null, null]);
  });

  test("may ask five times in a quarter of an hour for one address, account or none, and then waits", async () => {
    const strict = await testInstallation({ ROMSLIG_RATE_LIMITS: "1" });
    await networkBuilder(strict).person("Ida Ek");
    const impatient = signInVisitor(strict);

    const known = await sixTimes(() => impatient.askForLink("ida.ek@example.test"));
    const unknown = await sixTimes(() => impatient.askForLink("none@example.test"));

    expect(known).toEqual([202, 202, 202, 202, 202, 429]);
    expect(unknown).toEqual(known);
    await strict.close();
  });
});

describe("A session", () => {
  test("ends at once when it is revoked from another one", async () => {
    await build.person("Jon Ruud");
    const phone = await visitor.signIn("jon.ruud@example.test", "Mozilla/5.0 (iPhone) Safari/604.1");
    const desk = await visitor.signIn("jon.ruud@example.test", "Mozilla/5.0 (X11; Linux x86_64) Firefox/150.0");

    const listed = await desk.get("/me/sessions");
    const other = listed.body.items.find(({ isCurrent }) => !isCurrent);
    const ended = await desk.delete(`/me/sessions/${other?.id}`);

    expect(listed.body.items).toMatchObject([
      { browser: "Firefox", system: "Linux", isCurrent: true },
      { browser: "Safari", system: "iPhone", isCurrent: false },
    ]);
    expect(ended.status).toBe(204);
    expect((await phone.get("/me")).status).toBe(401);
    expect((await desk.get("/me")).status).toBe(200);
  });

  test("of somebody else cannot be ended, nor told from one that does not exist", async () => {
    await build.person("Kari Lie");
    await build.person("Lars Fjeld");
    const kari = await visitor.signIn("kari.lie@example.test");
    const lars = await visitor.signIn("lars.fjeld@example.test");
    const [hers] = (await kari.get("/me/sessions")).body.items;

    const answer = await lars.delete(`/me/sessions/${hers.id}`);

    expect([answer.status, answer.body.code]).toEqual([404, "access.not_here"]);
    expect((await kari.get("/me")).status).toBe(200);
  });

  test("is forgotten by the browser when one signs out", async () => {
    await build.person("Mona Dal");
    const mona = await visitor.signIn("mona.dal@example.test");

    const out = await mona.delete("/me/sessions/current");

    expect(out.cookies.join()).toMatch(/romslig\.session_token=;.*Max-Age=0/);
    expect((await mona.get("/me")).status).toBe(401);
  });

  test("is kept in a cookie that scripts and other sites cannot use, and over https only where the site is on https", async () => {
    const secure = await testInstallation({ ROMSLIG_URL: "https://hus.example" });
    await networkBuilder(secure).person("Nina Bø", { email: "nina@example.test" });
    await build.person("Nina Bø", { email: "nina@example.test" });

    const overHttps = await signInVisitor(secure).cookiesOf("nina@example.test");
    const overHttp = await visitor.cookiesOf("nina@example.test");

    expect(overHttps).toMatch(/^__Secure-romslig\.session_token=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(overHttp).toMatch(/^romslig\.session_token=.*; Path=\/; HttpOnly; SameSite=Lax$/);
    await secure.close();
  });

  test("with a changed cookie is nobody's", async () => {
    await build.person("Odd Haug");
    const cookie = (await visitor.cookiesOf("odd.haug@example.test")).split(";")[0] ?? "";

    const another = cookie[45] === "x" ? "y" : "x";
    const answer = await visitor.withCookie(`${cookie.slice(0, 45)}${another}${cookie.slice(46)}`).get("/me");

    expect(answer.status).toBe(401);
  });

  test("follows the person to a new address, and not whoever has the old one", async () => {
    const id = await build.person("Per Ness");
    await visitor.signIn("per.ness@example.test");
    await installation.db.updateTable("people").set({ email: "per@new.example.test" }).where("id", "=", id).execute();

    const moved = await visitor.signIn("per@new.example.test");
    await visitor.askForLink("per.ness@example.test");

    expect((await moved.get("/me")).body.id).toBe(id);
    expect((await visitor.lettersTo("per.ness@example.test")).at(-1)?.body_text).toContain("Ingen konto");
  });
});

async function sixTimes(ask: () => Promise<{ status: number }>): Promise<number[]> {
  const statuses = [];
  for (let count = 0; count < 6; count++) statuses.push((await ask()).status);
  return statuses;
}
