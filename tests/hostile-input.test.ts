import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApi } from "../src/api.ts";
import { createApiKey, createIdentity, type Identity, identifier } from "../src/features/accounts/index.ts";
import { findActor } from "../src/features/accounts/queries.ts";
import { photoFiles } from "../src/features/spaces/index.ts";
import { type Actor, visitor } from "../src/platform/access/actor.ts";
import { newId } from "../src/platform/database/id.ts";
import type { OpenApiDocument } from "../src/platform/http/openapi.ts";
import { dayIn } from "../src/platform/time/day.ts";
import { createWeb, pagesAreBuilt } from "../src/web.ts";
import { type TestInstallation, testInstallation } from "./support/installation.ts";
import { networkBuilder } from "./support/network.ts";

const secretName = "Unevnelig Hemmelighet";
const secretAddress = "unevnelig@hemmelig.test";
const markup = '<script>alert("x")</script>';

/** Texts nobody means well with. */
const hostileTexts = [
  markup,
  "'; drop table people; --",
  "%' or 1=1 --",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "__proto__",
  "../../../../etc/passwd",
  "x".repeat(20_000),
  "-1",
  "1e400",
  "NaN",
  "\u202e\u0085\ufffe",
];
/** Values of the wrong kind. */
const hostileValues: unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 1,
  [],
  [[]],
  {},
  { __proto__: null, constructor: { prototype: { isOperator: true } } },
  nested(200),
  [...Array(300).keys()],
];

type Schema = Record<string, unknown>;
type Parameter = { name?: string; in?: string };
interface Walked {
  name: string;
  method: string;
  path: string;
  parameters: Parameter[];
  json: Schema | undefined;
  isForm: boolean;
}

let installation: TestInstallation;
let identity: Identity;
let api: ReturnType<typeof createApi>;
let document: OpenApiDocument;
let routes: Walked[];
let operator: Actor;
let stranger: Actor;
let ids: string[];
let key: string;

beforeAll(async () => {
  // whatever is asked of the register goes nowhere
  installation = await testInstallation({ ROMSLIG_REGISTER_URL: "http://127.0.0.1:9" });
  identity = createIdentity(installation);
  api = createApi(installation, identifier(installation, identity.sessionOf), identity);
  document = (await (await api.request("/api/v1/openapi.json")).json()) as OpenApiDocument;
  routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => walked(path, method, operation as never)),
  );
  await fillWithSecrets();
});

afterAll(() => installation.close());

describe("Hostile input never breaks a route, and every refusal is a problem with a code:", () => {
  test("in the path", async () => {
    const wrong = await everywhere((route) =>
      route.path.includes("{")
        ? [...hostileTexts, ...ids].map((text) => ({
            route,
            path: route.path.replace(/\{\w+\}/g, encodeURIComponent(text.toWellFormed())),
          }))
        : [],
    );

    expect(wrong).toEqual([]);
  });

  test("in the query, also when a parameter comes twice", async () => {
    const wrong = await everywhere((route) => {
      const names = route.parameters.filter((one) => one.in === "query").map(({ name }) => name ?? "");
      return names.flatMap((name) =>
        (name === "cursor" ? cursors() : hostileTexts.map((text) => text.toWellFormed().slice(0, 3_000))).flatMap((value, index) => {
          const query = new URLSearchParams([[name, value]]);
          if (index % 4 === 0) query.append(name, "2026-11-24");
          return [{ route, path: `${usual(route)}?${query}` }];
        }),
      );
    });

    expect(wrong).toEqual([]);
  });

  test("in every field of every body", async () => {
    const wrong = await everywhere((route) => {
      if (!route.json) return [];
      const usualBody = sample(route.json) as Record<string, unknown>;
      return Object.keys(usualBody).flatMap((field) =>
        [...hostileTexts, ...hostileValues].map((value) => ({
          route,
          path: usual(route),
          body: JSON.stringify({ ...usualBody, [field]: value }),
        })),
      );
    });

    expect(wrong).toEqual([]);
  });

  test("as a body that is not what it says", async () => {
    const bodies: [type: string, body: BodyInit][] = [
      ["application/json", "{"],
      ["application/json", ""],
      ["application/json", "null"],
      ["application/json", "[]"],
      ["application/json", '"text"'],
      ["application/json", "1e400"],
      ["application/json", '{"__proto__":{"isOperator":true},"constructor":{"prototype":{"isOperator":true}}}'],
      ["application/json", `${"[".repeat(50_000)}${"]".repeat(50_000)}`],
      ["application/json", new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
      ["application/json; charset=utf-16", "{}"],
      ["text/plain", "{}"],
      ["application/xml", '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>'],
      ["application/x-www-form-urlencoded", "name=a&name=b&__proto__[isOperator]=1"],
      ["multipart/form-data; boundary=x", "--x\r\nnothing of the kind"],
      ["multipart/form-data", "no boundary"],
      ["application/json", JSON.stringify({ text: "x".repeat(21 * 1024 * 1024) })],
    ];
    const wrong = await everywhere((route) =>
      route.method === "GET"
        ? []
        : bodies
            .slice(0, route.isForm || route.path.endsWith("/members") ? 16 : 15)
            .map(([type, body]) => ({ route, path: usual(route), body, type })),
    );

    expect(wrong).toEqual([]);
    expect(({} as { isOperator?: boolean }).isOperator).toBeUndefined();
  });

  test("as a file that is none", async () => {
    const files: [name: string, content: string | Uint8Array<ArrayBuffer>][] = [
      ["../../etc/passwd", "E-post;Navn\n"],
      ["fil.xlsx", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0])],
      ["fil.csv", new Uint8Array([0xff, 0xfe, 0, 0, 1])],
      ["fil.csv", '=cmd|"/c calc"!A1;"\n\u0000;;;\n'.repeat(200)],
      ["fil.csv", `"${"x".repeat(100_000)}`],
      ["bilde.svg", `<svg xmlns="http://www.w3.org/2000/svg">${markup}</svg>`],
      ["bilde.jpg", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
      ["tom", ""],
    ];
    const wrong = await everywhere((route) =>
      route.isForm
        ? files.map(([name, content]) => {
            const form = new FormData();
            form.set("kind", "members");
            form.set("mapping", '{"__proto__":"E-post","email":"E-post"}');
            form.set("nb", markup);
            form.set("file", new File([content], name));
            if (/\/(photos?|logo)$/.test(route.path)) {
              form.delete("kind");
              form.delete("mapping");
            }
            if (!/\/photos?$/.test(route.path)) form.delete("nb");
            return { route, path: usual(route), body: form };
          })
        : [],
    );

    expect(wrong).toEqual([]);
  });

  test("in the headers", async () => {
    const headers: Record<string, string>[] = [
      { "if-match": "'; drop table spaces" },
      { "if-match": `"${"9".repeat(30)}"` },
      { "idempotency-key": "x".repeat(400) },
      { "accept-language": "x,".repeat(5_000) },
      { "x-request-id": markup },
      { "x-forwarded-for": `${"1.2.3.4,".repeat(500)}<b>` },
      { authorization: `Bearer romslig_${"x".repeat(60_000)}` },
      { authorization: "Basic \u00ff" },
      { cookie: `romslig.session_token=${"%".repeat(20_000)}` },
      { cookie: "romslig.session_token=a.b; romslig.session_token=c; __proto__=x" },
    ];
    const wrong = await everywhere((route) =>
      /\/me$|spaces\/\{id\}$|memberships|guest-terms/.test(route.path)
        ? headers.map((given) => ({ route, path: usual(route), headers: given, isOutside: "authorization" in given || "cookie" in given }))
        : [],
    );

    expect(wrong).toEqual([]);
  });
});

describe("A stranger who tries the ids of others", () => {
  test("is never shown the name or address of a person who is private", async () => {
    const told: string[] = [];
    for (const route of routes.filter(({ method, path }) => method === "GET" && !path.includes("/events"))) {
      for (const actor of [stranger, visitor]) {
        const paths = route.path.includes("{") ? ids.map((id) => route.path.replace(/\{\w+\}/g, id)) : [route.path];
        for (const path of paths) {
          const required = route.parameters.some(({ name }) => name === "from") ? "?from=2026-11-01&to=2026-12-01" : "";
          const answer = await send({ route, path: `${path}${required}` }, actor);
          const shown = answer.bytes.includes(secretName) || answer.bytes.includes(secretAddress);
          if (shown) told.push(`${actor.kind} ${path}`);
        }
      }
    }

    expect(told).toEqual([]);
  });

  test("changes nothing of theirs", async () => {
    const before = await installation.db.selectFrom("day_passes").select(["id", "state"]).orderBy("id").execute();
    const through: string[] = [];
    for (const route of routes.filter(({ method, path }) => method !== "GET" && path.includes("{") && !path.includes("/me/"))) {
      for (const id of ids) {
        const body = route.json && JSON.stringify(sample(route.json));
        const answer = await send({ route, path: route.path.replace(/\{\w+\}/g, id), ...(body && { body }) }, stranger);
        const isOwnDoing = /^POST \/spaces\/\{id\}\/(day-passes|proof-codes)$|\/consent$/.test(route.name);
        if (answer.status < 300 && !isOwnDoing) through.push(`${route.name} ${id}`);
      }
    }

    expect(through).toEqual([]);
    expect(await installation.db.selectFrom("day_passes").select(["id", "state"]).orderBy("id").execute()).toEqual(before);
  });
});

describe("A forged, altered or spent token opens nothing:", () => {
  const me = (headers: Record<string, string>) => api.request("/api/v1/me", { headers });
  const altered = (text: string) => `${text.slice(0, -3)}${text.endsWith("AAA") ? "BBB" : "AAA"}`;

  test("session cookies and keys", async () => {
    const opened = await identity.openSession(await identity.issueLink("ole.operator@example.test"), new Headers());
    const cookie = opened?.cookies[0]?.split(";")[0] ?? "";
    expect((await me({ cookie })).status).toBe(200);
    expect((await me({ authorization: `Bearer ${key}` })).status).toBe(200);
    const expired = await createApiKey(installation.db, installation.now(), {
      personId: (operator as { personId: string }).personId,
      name: "spent",
      scopes: ["read"],
      expiresAt: installation.now().subtract({ seconds: 1 }),
    });
    const [name, value = ""] = cookie.split("=");
    const tries: Record<string, string>[] = [
      { cookie: altered(cookie) },
      { cookie: `${name}=${value.split(".")[0]}` },
      { cookie: `${name}=${newId()}.${value.split(".")[1]}` },
      { authorization: `Bearer ${altered(key)}` },
      { authorization: `Bearer ${key.toUpperCase()}` },
      { authorization: `Bearer ${expired.key}` },
    ];

    const statuses = await Promise.all(tries.map(async (headers) => (await me(headers)).status));

    expect(statuses).toEqual(tries.map(() => 401));
  });

  test("sign-in links", async () => {
    const token = await identity.issueLink("ole.operator@example.test");
    const open = (given: string) =>
      api.request("/api/v1/sessions", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ token: given }),
      });
    const statuses = [(await open(altered(token))).status, (await open(token)).status, (await open(token)).status];

    expect(statuses).toEqual([410, 201, 410]);
  });

  test("door codes and passes", async () => {
    const { body } = await send({ route: routeNamed("GET /spaces/{id}/door-code"), path: "/api/v1/spaces/workwork/door-code" }, operator);
    const { code } = JSON.parse(body) as { code: string };
    const [payload = "", signature = ""] = code.split(".");
    const other = Buffer.from(JSON.stringify(["x", "a", "b", "always", "", ""])).toString("base64url");
    const pass = JSON.parse(
      (await send({ route: routeNamed("GET /day-passes/{id}"), path: `/api/v1/day-passes/${ids[0]}` }, operator)).body,
    ) as {
      token?: string | null;
    };
    const tries = [altered(code), `${other}.${signature}`, `${payload}.${"A".repeat(86)}`, payload, pass.token ?? `${payload}.`];
    const read = (text: string) => api.request(`/api/v1/door-codes/${encodeURIComponent(text)}`);

    expect((await read(code)).status).toBe(200);
    const statuses = await Promise.all(tries.map(async (text) => (await read(text)).status));
    expect(statuses.every((status) => status === 404 || status === 400)).toBe(true);
  });
});

describe("Files", () => {
  test("outside the place of photos are not there", async () => {
    const files = photoFiles(installation);
    const tries = [
      "/photos/..%2f..%2fsecret",
      "/photos/../package.json",
      "/photos/%2e%2e%2fpackage.json",
      "/photos/a%00.webp",
      `/photos/${"x".repeat(5_000)}`,
      "/photos/C:%5Cboot.ini",
    ];

    const statuses = await Promise.all(tries.map(async (path) => (await files.request(path)).status));

    expect(statuses).toEqual(tries.map(() => 404));
  });
});

describe.runIf(pagesAreBuilt())("Pages", () => {
  test("show markup that somebody wrote as text", async () => {
    await installation.db
      .updateTable("spaces")
      .set({ name: markup, descriptions: JSON.stringify({ nb: markup }), town: markup })
      .where("slug", "=", "workwork")
      .execute();
    await installation.db.updateTable("organizations").set({ name: markup }).where("slug", "=", "kyst").execute();
    const web = await createWeb(installation, api, async () => operator, identity);
    const pages = [
      "/nb",
      "/nb/spaces",
      "/nb/spaces/workwork",
      "/nb/organizations/kyst",
      `/nb/spaces?near=${encodeURIComponent(markup)}`,
      `/nb/sign-in?to=${encodeURIComponent(markup)}`,
    ];

    const raw: string[] = [];
    for (const path of pages) {
      const answer = await web.request(`http://localhost:3000${path}`);
      if ((await answer.text()).includes("<script>alert(")) raw.push(path);
      if (answer.status >= 500) raw.push(`${path} ${answer.status}`);
    }

    expect(raw).toEqual([]);
  });

  test("and their files stay within their folders", async () => {
    const web = await createWeb(installation, api, async () => visitor, identity);
    const tries = [
      "/assets/..%2f..%2f..%2fpackage.json",
      "/scripts/..%2f..%2fpackage.json",
      "/assets/%2e%2e/%2e%2e/server/index.js",
      "/..%2f..%2fweb.ts",
    ];

    for (const path of tries) {
      const answer = await web.request(`http://localhost:3000${path}`);
      expect({ path, isFile: /"dependencies"|createRequestHandler/.test(await answer.text()), is5xx: answer.status >= 500 }).toEqual({
        path,
        isFile: false,
        is5xx: false,
      });
    }
  });
});

type Sent = { route: Walked; path: string; body?: BodyInit; type?: string; headers?: Record<string, string>; isOutside?: boolean };

/** Sends what is made for each route, as the operator, who gets furthest. @returns a line for each answer that is not as it should be */
async function everywhere(make: (route: Walked) => Sent[]): Promise<string[]> {
  const wrong: string[] = [];
  for (const route of routes) {
    for (const sent of make(route)) {
      const { status, type, body } = await send(sent, operator);
      const failure = installation.failures.pop();
      const told = `${route.name} ${sent.path.slice(0, 120)} ${typeof sent.body === "string" ? sent.body.slice(0, 160) : ""}`;
      if (status >= 500 || failure) wrong.push(`${status} ${told}: ${String(failure?.error).slice(0, 300)}`);
      else if (status >= 400 && !(type.includes("problem+json") && /^[a-z_]+\.[a-z_]+$/.test(codeIn(body))))
        wrong.push(`${status} without a code: ${told}`);
      else if (status >= 400 && /node_modules|\.ts:\d|select .* from /i.test(body)) wrong.push(`tells too much: ${told}`);
    }
    if (wrong.length > 15) break;
  }
  return [...new Set(wrong)];
}

async function send({ path, body, type, headers = {}, isOutside = false, route }: Sent, actor: Actor) {
  const stop = new AbortController();
  const isText = typeof body === "string" || body instanceof Uint8Array;
  const init: RequestInit = {
    method: route.method,
    signal: stop.signal,
    headers: { ...(isText && { "content-type": type ?? "application/json" }), ...headers },
    ...(body !== undefined && { body }),
  };
  const inside = { actor, language: "nb" as const, requestId: "hostile", address: "somewhere" };
  const answer = await api.request(new Request(`http://localhost${path}`, init), undefined, isOutside ? {} : { inside });
  const contentType = answer.headers.get("content-type") ?? "";
  if (contentType.includes("event-stream")) {
    stop.abort();
    await answer.body?.cancel();
    return { status: answer.status, type: contentType, body: "", bytes: Buffer.alloc(0) };
  }
  const bytes = Buffer.from(await answer.arrayBuffer());
  return { status: answer.status, type: contentType, body: bytes.toString(), bytes };
}

function codeIn(body: string): string {
  return (JSON.parse(body) as { code?: string }).code ?? "";
}

function walked(
  path: string,
  method: string,
  operation: { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: Schema }> } },
): Walked {
  const content = operation.requestBody?.content ?? {};
  return {
    name: `${method.toUpperCase()} ${path.replace("/api/v1", "")}`,
    method: method.toUpperCase(),
    path,
    parameters: operation.parameters ?? [],
    json: content["application/json"]?.schema,
    isForm: content["multipart/form-data"] !== undefined,
  };
}

function routeNamed(name: string): Walked {
  return routes.find((route) => route.name === name) as Walked;
}

/** The path of a route with things there are. */
function usual({ path }: Walked): string {
  return path
    .replace("/spaces/{id}", "/spaces/workwork")
    .replace("/organizations/{id}", "/organizations/workwork")
    .replace(/\/networks\/\{\w+\}/, "/networks/kyst")
    .replace("/day-passes/{id}", `/day-passes/${ids[0]}`)
    .replace("{day}", "2026-12-24")
    .replace("{version}", "1")
    .replace("{file}", "members.csv")
    .replace("{figure}", "joined")
    .replace(/\{\w+\}/g, newId());
}

/** A body that would be right. */
function sample(schema: Schema): unknown {
  if (typeof schema.$ref === "string") return sample((document.components.schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {}) as Schema);
  const one = (schema.anyOf ?? schema.oneOf ?? schema.allOf) as Schema[] | undefined;
  if (one) return sample(one[0] ?? {});
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (schema.example !== undefined) return schema.example;
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === "object")
    return Object.fromEntries(
      Object.entries((schema.properties ?? {}) as Record<string, Schema>).map(([name, inner]) => [name, sample(inner)]),
    );
  if (type === "array")
    return Array.from({ length: Math.max(1, Number(schema.minItems ?? 1)) }, () => sample((schema.items ?? {}) as Schema));
  if (type === "integer" || type === "number") return Number(schema.minimum ?? 1);
  if (type === "boolean") return true;
  if (schema.format === "uuid") return newId();
  if (schema.format === "date") return "2026-11-24";
  if (schema.format === "date-time") return "2026-11-23T09:00:00Z";
  if (schema.format === "email") return `${newId()}@example.test`;
  if (schema.format === "uri") return "https://huset.example/her";
  return "tekst";
}

/** Cursors from other lists, and some made up. */
function cursors(): string[] {
  const write = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  const parts = ["' or 1=1", "2026-99-99", newId(), 1e308, 0.5, -1, "infinity", "\u0000"];
  return [
    "not base64 at all!",
    write({}),
    write(null),
    ...parts.flatMap((part) => [write([part]), write([part, part, part]), write(["2026-11-24", part]), write([part, newId()])]),
  ];
}

function nested(depth: number): unknown {
  let value: unknown = "deep";
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { value };
  return value;
}

async function fillWithSecrets(): Promise<void> {
  const network = networkBuilder(installation);
  const { db, now } = installation;
  const kyst = await network.organization("kyst", { kinds: ["network"] });
  const here = await network.space("workwork", { name: "Workwork" });
  const home = await network.space("blender");
  await network.agreement([here, home], { networkId: kyst });
  for (const { organizationId } of [here, home]) await network.membership(kyst, { organizationId });
  const secret = await network.person(secretName, { email: secretAddress });
  await db.updateTable("people").set({ visibility: "private" }).where("id", "=", secret).execute();
  const membershipId = await network.membership(home.organizationId, { personId: secret });
  for (const [organizationId, role] of [
    [here.organizationId, "manager"],
    [kyst, "coordinator"],
    [kyst, "board_leader"],
  ] as const)
    await network.position(secret, organizationId, role);
  const ole = await network.person("Ole Operator");
  await network.position(ole, await network.organization("kontoret"), "operator");
  const ivar = await network.person("Ivar Inntrenger");
  const elsewhere = await network.organization("utkant");
  await network.position(ivar, elsewhere, "owner");
  const today = dayIn(now(), "Europe/Oslo");
  operator = (await findActor(db, ole, today)) as Actor;
  stranger = (await findActor(db, ivar, today)) as Actor;
  const claimed = await send(
    { route: { method: "POST" } as Walked, path: "/api/v1/spaces/workwork/day-passes", body: JSON.stringify({ day: "2026-11-24" }) },
    (await findActor(db, secret, today)) as Actor,
  );
  const passId = (JSON.parse(claimed.body) as { id: string }).id;
  const candidateId = newId();
  await db
    .insertInto("candidates")
    .values({ id: candidateId, network_id: kyst, organization_id: elsewhere, stage: "contacted", owner_id: secret, created_at: now() })
    .execute();
  await db
    .insertInto("candidate_notes")
    .values({ id: newId(), candidate_id: candidateId, written_at: now(), written_by: secret, note: secretName })
    .execute();
  const [settlementId, transactionId, webhookId, runId] = [newId(), newId(), newId(), newId()];
  await db
    .insertInto("settlements")
    .values({ id: settlementId, network_id: kyst, during: "[2026-07-01,2026-10-01)", closed_at: now(), closed_by: secret })
    .execute();
  await db
    .insertInto("ledger_transactions")
    .values({
      id: transactionId,
      network_id: kyst,
      host_id: here.organizationId,
      home_id: home.organizationId,
      space_id: here.id,
      pass_id: passId,
      day: "2026-11-20",
      days: 1,
      amount_ore: 0,
      booked_at: now(),
    })
    .execute();
  await db
    .insertInto("webhook_endpoints")
    .values({
      id: webhookId,
      organization_id: here.organizationId,
      url: "https://hooks.example/in",
      topics: ["*"],
      secret: "whsec_c2VjcmV0",
      created_at: now(),
      created_by: secret,
    })
    .execute();
  const file = {
    file_name: `${secretName}.csv`,
    file_key: `imports/${runId}`,
    header: JSON.stringify([{ name: "E-post" }]),
    mapping: "{}",
  };
  await db
    .insertInto("import_runs")
    .values({
      id: runId,
      kind: "members",
      organization_id: here.organizationId,
      started_by: secret,
      state: "checked",
      rows_total: 1,
      created_at: now(),
      ...file,
    })
    .execute();
  await db
    .insertInto("import_rows")
    .values({ run_id: runId, row_number: 1, outcome: "refuse", label: secretName, cells: JSON.stringify([secretAddress]) })
    .execute();
  const owned = { personId: ole, name: "ours", scopes: ["read", "write"] };
  ({ key } = await createApiKey(db, now(), owned));
  ids = [
    passId,
    here.id,
    here.organizationId,
    home.organizationId,
    kyst,
    "kyst",
    "workwork",
    secret,
    membershipId,
    candidateId,
    settlementId,
    transactionId,
    webhookId,
    runId,
  ];
}
