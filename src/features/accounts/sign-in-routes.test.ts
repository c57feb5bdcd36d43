import { generateKeyPairSync, sign } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../tests/support/installation.ts";
import { networkBuilder } from "../../../tests/support/network.ts";
import { signInVisitor } from "../../../tests/support/sign-in.ts";
import { demoRoles } from "./demo.ts";
import { safePath } from "./safe-path.ts";
import { signInRoutes } from "./sign-in-routes.ts";

const opened: TestInstallation[] = [];

afterEach(async () => {
  for (const installation of opened.splice(0)) await installation.close();
});

async function open(variables: Record<string, string> = {}) {
  const installation = await testInstallation(variables);
  opened.push(installation);
  const visitor = signInVisitor(installation);
  return { installation, visitor, web: signInRoutes(installation, visitor.identity), build: networkBuilder(installation) };
}

describe("The demonstration's one click", () => {
  test("signs in as the role and goes where it leads", async () => {
    const { web, build, visitor } = await open();
    await build.person("Amina Larsen", { email: "host@demo.example" });

    const answer = await web.request("/demo/sign-in?as=host&to=/nn/spaces/kaia/today");

    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/nn/spaces/kaia/today"]);
    const me = await visitor.withCookie(answer.headers.getSetCookie()[0]?.split(";")[0] ?? "").get("/me");
    expect(me.body.email).toBe("host@demo.example");
  });

  test("leads nowhere outside the site, and to no other account", async () => {
    const { web, build } = await open();
    await build.person("Amina Larsen", { email: "host@demo.example" });
    await build.person("Bo Lind", { email: "bo@demo.example" });

    const away = await web.request("/demo/sign-in?as=host&to=https://evil.example/");
    const other = await web.request("/demo/sign-in?as=bo");
    const missing = await web.request("/demo/sign-in?as=manager");

    expect(away.headers.get("location")).toBe("/nb/me");
    expect([other.status, missing.status]).toEqual([404, 404]);
  });

  test("does not exist outside demonstration mode", async () => {
    const { web, build } = await open({ ROMSLIG_DEMO: "0" });
    await build.person("Amina Larsen", { email: "host@demo.example" });

    const answer = await web.request("/demo/sign-in?as=host");

    expect([answer.status, answer.headers.getSetCookie()]).toEqual([404, []]);
  });

  test("is offered in the page's language with one's own role marked", () => {
    const bar = demoRoles({ kind: "visitor" })("nn");

    expect(bar.about).toBe("Du er ikkje logga inn.");
    expect(bar.roles.map(({ label, isCurrent }) => [label, isCurrent])).toEqual([
      ["Medlem", false],
      ["Vert", false],
      ["Leiar", false],
      ["Koordinator", false],
      ["Rådgjevar", false],
      ["Gründer", false],
      ["Investor", false],
      ["Fylke", false],
      ["Drift", false],
    ]);
  });
});

describe("What better-auth offers", () => {
  test("is shut but for passkeys", async () => {
    const { web } = await open();
    const paths = [
      "sign-in/magic-link",
      "sign-up/email",
      "update-user",
      "change-email",
      "delete-user",
      "get-session",
      "magic-link/verify",
      "list-sessions",
      "callback/oidc",
    ];

    const answers = await Promise.all(
      paths.flatMap((path) => ["GET", "POST"].map((method) => web.request(`/api/auth/${path}`, { method }))),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
    expect((await web.request("/api/auth/passkey/generate-authenticate-options")).status).toBe(200);
    expect((await web.request("/api/auth/passkey/generate-register-options")).status).toBe(401);
  });
});

describe("Signing in with OpenID Connect", () => {
  let provider: FakeProvider;

  beforeAll(async () => {
    provider = await fakeProvider();
  });
  afterAll(() => provider.close());

  async function enterAs(claims: Record<string, unknown>, { web, visitor }: Awaited<ReturnType<typeof openWithProvider>>) {
    const sent = await web.request("/sign-in/open-id-connect?to=/nb/me/profile&language=nb");
    const asked = new URL(sent.headers.get("location") ?? "");
    provider.answerWith({ ...claims, nonce: asked.searchParams.get("nonce") });
    const cookie = sent.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; ");
    const back = await web.request(`/api/auth/callback/oidc?code=1&state=${asked.searchParams.get("state")}`, { headers: { cookie } });
    const session = back.headers.getSetCookie().find((one) => one.includes("session_token="));
    return { to: back.headers.get("location"), me: await visitor.withCookie(session?.split(";")[0] ?? "").get("/me") };
  }

  function openWithProvider() {
    return open({ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: "romslig", OIDC_CLIENT_SECRET: "secret" });
  }

  test("lets in a person whose address the provider has verified, and keeps none of its tokens", async () => {
    const house = await openWithProvider();
    const person = await house.build.person("Amina Larsen");

    const entered = await enterAs({ sub: "1", email: "amina.larsen@example.test", email_verified: true }, house);

    expect([entered.me.body.id, entered.to]).toEqual([person, "/nb/me/profile"]);
    const kept = await house.installation.db
      .selectFrom("login_providers")
      .select(["account_id", "access_token", "refresh_token", "id_token"])
      .execute();
    expect(kept).toEqual([{ account_id: "1", access_token: null, refresh_token: null, id_token: null }]);
  });

  test("does not take over the account of an address it has not verified, whether or not the person was here before", async () => {
    const house = await openWithProvider();
    await house.build.person("Amina Larsen");
    await house.build.person("Bo Lind");
    await house.visitor.signIn("amina.larsen@example.test");

    const amina = await enterAs({ sub: "7", email: "amina.larsen@example.test", email_verified: false }, house);
    const bo = await enterAs({ sub: "8", email: "bo.lind@example.test" }, house);

    expect([amina.me.status, bo.me.status]).toEqual([401, 401]);
    expect([amina.to, bo.to]).toEqual(Array(2).fill(expect.stringContaining("/nb/sign-in?failed=provider")));
    expect(await house.installation.db.selectFrom("login_providers").select("id").execute()).toEqual([]);
    expect(await house.installation.db.selectFrom("logins").select("email").execute()).toEqual([{ email: "amina.larsen@example.test" }]);
  });

  test("makes no account for somebody nobody has registered", async () => {
    const house = await openWithProvider();

    const stranger = await enterAs({ sub: "9", email: "stranger@example.test", email_verified: true }, house);

    expect(stranger.me.status).toBe(401);
    expect(await house.installation.db.selectFrom("logins").select("id").execute()).toEqual([]);
  });

  test("does not let in whoever has the address a person left", async () => {
    const house = await openWithProvider();
    const id = await house.build.person("Carla Moe");
    await house.visitor.signIn("carla.moe@example.test");
    await house.installation.db.updateTable("people").set({ email: "carla@new.example.test" }).where("id", "=", id).execute();

    const other = await enterAs({ sub: "10", email: "carla.moe@example.test", email_verified: true }, house);

    expect(other.me.status).toBe(401);
  });
});

test("a path to go on to stays on this site", () => {
  const away = [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/..//evil.example",
    "javascript:alert(1)",
    "nb/me",
    "",
    "/\n",
    `/${"x".repeat(600)}`,
  ];

  expect(away.map(safePath)).toEqual(away.map(() => undefined));
  expect(safePath("/nb/me/passes?day=2026-11-24&x=å")).toBe("/nb/me/passes?day=2026-11-24&x=%C3%A5");
});

interface FakeProvider {
  issuer: string;
  answerWith(claims: Record<string, unknown>): void;
  close(): void;
}

/** An OpenID Connect provider on this machine, with real signatures, that says of people what it is told to. */
async function fakeProvider(): Promise<FakeProvider> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  let claims: Record<string, unknown> = {};
  const server: Server = createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(answers()[request.url ?? ""] ?? {}));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    answerWith: (given) => {
      claims = given;
    },
    close: () => server.close(),
  };

  function answers(): Record<string, unknown> {
    return {
      "/.well-known/openid-configuration": {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/keys`,
        id_token_signing_alg_values_supported: ["RS256"],
      },
      "/keys": { keys: [{ ...publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }] },
      "/token": { access_token: "access", refresh_token: "refresh", token_type: "Bearer", expires_in: 3600, id_token: idToken() },
      "/userinfo": claims,
    };
  }

  function idToken(): string {
    const seconds = Math.floor(Temporal.Now.instant().epochMilliseconds / 1000);
    const parts = [
      { alg: "RS256", kid: "1" },
      { iss: issuer, aud: "romslig", iat: seconds, exp: seconds + 300, ...claims },
    ];
    const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
    return `${text}.${sign("RSA-SHA256", Buffer.from(text), privateKey).toString("base64url")}`;
  }
}
