import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { allRefusals } from "../src/api.ts";
import { createApiKey, identifier } from "../src/features/accounts/index.ts";
import { newId } from "../src/platform/database/id.ts";
import type { OpenApiDocument } from "../src/platform/http/openapi.ts";
import { announce } from "../src/platform/outbox.ts";
import { deliversWebhooks } from "../src/platform/webhooks/deliver.ts";
import { type TestInstallation, testInstallation } from "./support/installation.ts";
import { doWhatIsDue } from "./support/jobs.ts";
import { networkBuilder } from "./support/network.ts";
import { strictApi } from "./support/strict-api.ts";
import { webhookReceiver } from "./support/webhook-receiver.ts";

type Parameter = { $ref?: string; name?: string; in?: string; required?: boolean; schema?: unknown };
type Operation = {
  summary?: string;
  tags?: string[];
  security?: unknown[];
  parameters?: Parameter[];
  responses: Record<string, { description?: string; content?: Record<string, { schema?: unknown }> }>;
  requestBody?: { content?: Record<string, { schema?: unknown }> };
  "x-permission"?: string;
  "x-refusals"?: string[];
};

let installation: TestInstallation;
let document: OpenApiDocument;
let api: ReturnType<typeof strictApi>;
let operations: { name: string; method: string; path: string; operation: Operation }[];

beforeAll(async () => {
  installation = await testInstallation({ ROMSLIG_WEBHOOKS_TO_LOOPBACK: "1" });
  api = strictApi(
    installation,
    identifier(installation, async () => undefined),
  );
  document = (await (await api.request("/api/v1/openapi.json")).json()) as OpenApiDocument;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method,
      path,
      operation: operation as Operation,
    })),
  );
});

afterAll(async () => {
  await installation.close();
});

/** The names of the operations for which something does not hold. */
function failing(holds: (one: (typeof operations)[number]) => boolean): string[] {
  return operations.filter((one) => !holds(one)).map(({ name }) => name);
}

describe("The description of the API", () => {
  test("is OpenAPI 3.1 with the address, the key and the routes under /api/v1", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(document.servers).toEqual([{ url: "http://localhost:3000" }]);
    expect(document.components.securitySchemes).toMatchObject({ key: { type: "http", scheme: "bearer" } });
    expect(operations.length).toBeGreaterThan(5);
    expect(failing(({ path }) => path.startsWith("/api/v1/"))).toEqual([]);
  });

  test("has nothing behind a reference that is not there", () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? "");

    const broken = references.filter((reference) => {
      const steps = reference.replace(/^#\//, "").split("/");
      return steps.reduce<unknown>((place, step) => (place as Record<string, unknown> | undefined)?.[step], document) === undefined;
    });

    expect(references.length).toBeGreaterThan(10);
    expect(broken).toEqual([]);
  });

  test("declares every parameter that stands in a path, and no other in its place", () => {
    const wrong = failing(({ path, operation }) => {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
      const declared = (operation.parameters ?? []).filter((one) => one.in === "path" && one.required);
      return JSON.stringify(declared.map(({ name }) => name).sort()) === JSON.stringify(inPath);
    });

    expect(wrong).toEqual([]);
  });

  test("gives each route a summary for a stranger, a tag, and who may call it", () => {
    expect(failing(({ operation }) => /^[A-Z][^.]{5,90}$/.test(operation.summary ?? ""))).toEqual([]);
    expect(failing(({ operation }) => (operation.tags?.length ?? 0) === 1)).toEqual([]);
    expect(failing(({ operation }) => (operation["x-permission"] ?? "") !== "" && (operation.security?.length ?? 0) > 0)).toEqual([]);
  });

  test("lets every write carry an Idempotency-Key, and no read", () => {
    const wrong = failing(({ method, operation }) => {
      const takesKey = operation.parameters?.some((one) => one.$ref === "#/components/parameters/IdempotencyKey") ?? false;
      return takesKey === (method !== "get");
    });

    expect(wrong).toEqual([]);
  });

  test("declares what each route answers when it goes well, and every refusal as a problem", () => {
    const known = new Set(allRefusals.map(({ code }) => code));

    expect(failing(({ operation }) => Object.keys(operation.responses).some((status) => /^[23]/.test(status)))).toEqual([]);
    expect(failing(({ operation }) => Object.values(operation.responses).every(({ description }) => (description ?? "") !== ""))).toEqual(
      [],
    );
    expect(failing(({ operation }) => (operation["x-refusals"] ?? []).every((code) => known.has(code)))).toEqual([]);
    const problems = failing(({ operation }) =>
      Object.entries(operation.responses)
        .filter(([status]) => /^[45]/.test(status))
        .every(([, { content }]) => content?.["application/problem+json"] !== undefined),
    );
    expect(problems).toEqual([]);
  });

  test("lists each refusal once, in three languages, so that the type of a problem leads somewhere", () => {
    const codes = document["x-refusals"].map(({ code }) => code);

    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toContain("request.away");
    const untold = document["x-refusals"].filter(({ texts }) => !["nb", "nn", "en"].every((language) => (texts[language] ?? "…") !== "…"));
    expect(untold.map(({ code }) => code)).toEqual([]);
  });
});

describe("Real answers are what the description says", () => {
  test("for the webhooks of an organization and what was sent to them", async () => {
    const network = networkBuilder(installation);
    const receiver = await webhookReceiver();
    const house = await network.organization("blender");
    const other = await network.organization("fluks");
    const amina = await network.person("Amina Larsen");
    const boris = await network.person("Boris Vik");
    await network.position(amina, house, "manager");
    await network.position(boris, other, "manager");
    const mine = await asPerson(amina);
    const theirs = await asPerson(boris);

    const added = await mine("POST", "/organizations/blender/webhooks", { url: receiver.url, topics: ["day_pass.*"] });
    const webhook = (await added.json()) as { id: string; secret: string };
    await announce(installation.db, [
      { at: installation.now(), topic: "day_pass.held", organizationIds: [house], payload: { id: newId() } },
    ]);
    await doWhatIsDue(installation, { handlers: [deliversWebhooks], subscriptions: [] });
    const listed = (await (await mine("GET", `/webhooks/${webhook.id}/deliveries`)).json()) as { items: { id: string; state: string }[] };
    const [delivery] = listed.items;
    const replayed = await mine("PUT", `/webhook-deliveries/${delivery?.id}/replay`);
    await doWhatIsDue(installation, { handlers: [deliversWebhooks], subscriptions: [] });

    expect(added.status).toBe(201);
    expect(webhook.secret).toMatch(/^whsec_/);
    expect(await (await mine("GET", "/organizations/blender/webhooks")).text()).not.toContain(webhook.secret);
    expect(delivery?.state).toBe("delivered");
    expect(await replayed.json()).toMatchObject({ state: "waiting", tries: 0 });
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(receiver.received).toHaveLength(2);
    const refused = await Promise.all([
      theirs("GET", "/organizations/blender/webhooks"),
      theirs("POST", "/organizations/blender/webhooks", { url: receiver.url, topics: ["*"] }),
      theirs("GET", `/webhooks/${webhook.id}/deliveries`),
      theirs("PUT", `/webhook-deliveries/${delivery?.id}/replay`),
      theirs("DELETE", `/organizations/fluks/webhooks/${webhook.id}`),
      theirs("GET", "/webhook-deliveries"),
    ]);
    expect(refused.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
    expect((await mine("DELETE", `/organizations/blender/webhooks/${webhook.id}`)).status).toBe(204);
    await receiver.close();
  });

  test("for an address that is not public, which is refused by name", async () => {
    const strict = await testInstallation();
    const network = networkBuilder(strict);
    const house = await network.organization("blender");
    const amina = await network.person("Amina Larsen");
    await network.position(amina, house, "manager");
    const { key } = await createApiKey(strict.db, strict.now(), { personId: amina, name: "test", scopes: ["read", "write"] });
    const there = strictApi(
      strict,
      identifier(strict, async () => undefined),
    );

    const answer = await there.request("/api/v1/organizations/blender/webhooks", {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/json", "accept-language": "en" },
      body: JSON.stringify({ url: "http://169.254.169.254/latest/meta-data", topics: ["*"] }),
    });

    expect({ status: answer.status, body: await answer.json() }).toMatchObject({
      status: 422,
      body: { code: "webhook.address_not_public", type: "/api/docs#webhook.address_not_public" },
    });
    await strict.close();
  });

  test("for the operator's view of the queues and the post, which nobody else has", async () => {
    const operatorsViews = ["/job-queues", "/troubled-jobs", "/webhook-deliveries", "/mail", "/letters"];
    const network = networkBuilder(installation);
    const office = await network.organization("the-office");
    const olga = await network.person("Olga Operatør");
    const member = await network.person("Mons Medlem");
    await network.position(olga, office, "operator");
    const operator = await asPerson(olga);
    const anybody = await asPerson(member);

    const answers = await Promise.all(operatorsViews.map((path) => operator("GET", path)));
    const others = await Promise.all(operatorsViews.map((path) => anybody("GET", path)));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(others.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect((await operator("PUT", "/troubled-jobs/999999/retry")).status).toBe(404);
    expect(api.checked).toContain("GET /job-queues");
  });
});

async function asPerson(personId: string) {
  const { key } = await createApiKey(installation.db, installation.now(), { personId, name: "test", scopes: ["read", "write"] });
  return (method: string, path: string, body?: unknown) =>
    api.request(`/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${key}`, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
}
