import type { Api } from "../../src/api.ts";
import { createApi } from "../../src/api.ts";
import type { Identify } from "../../src/features/accounts/index.ts";
import type { TestInstallation } from "./installation.ts";

interface Answer {
  content?: Record<string, { schema?: { parse(value: unknown): unknown } }>;
}

/**
 * The API, where every answer is held against what its route declares: a status that is not declared, a field that is
 * missing, wrong or not declared is an error.
 */
export function strictApi(installation: TestInstallation, identify: Identify): Pick<Api, "request"> & { checked: Set<string> } {
  const api = createApi(installation, identify);
  const routes = api.openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === "route"
      ? [
          {
            method: definition.route.method.toUpperCase(),
            path: definition.route.path,
            form: formOf(definition.route.path),
            responses: definition.route.responses,
          },
        ]
      : [],
  );
  // a path written out wins over one with a parameter in the same place
  routes.sort((one, other) => (one.path.match(/\{/g)?.length ?? 0) - (other.path.match(/\{/g)?.length ?? 0));
  const checked = new Set<string>();
  const request: Api["request"] = async (input, init, env) => {
    const asked = new Request(new URL(String(input), "http://inside"), init);
    const response = await api.request(input, init, env);
    const { pathname } = new URL(asked.url);
    const route = routes.find(({ method, form }) => method === asked.method && form.test(pathname));
    if (!route) return response;
    const name = `${route.method} /${route.path.replace(/^\/(api\/v1\/)?/, "")}`;
    if (response.status >= 400) return response;
    const declared = (route.responses as Record<string, Answer | undefined>)[String(response.status)];
    if (!declared) throw new Error(`${name} answered ${response.status}, which it does not declare`);
    const schema = declared.content?.["application/json"]?.schema;
    if (schema) requireSame(name, await response.clone().json(), schema);
    checked.add(name);
    return response;
  };
  return { request, checked };
}

// what a schema does not know it leaves out, so a difference is an undeclared field
function requireSame(name: string, body: unknown, schema: { parse(value: unknown): unknown }): void {
  const known = JSON.stringify(schema.parse(body), sorted);
  const given = JSON.stringify(body, sorted);
  if (known !== given) throw new Error(`${name} answered more than it declares:\n${given}\ndeclared:\n${known}`);
}

function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function formOf(path: string): RegExp {
  const prefix = path.startsWith("/api/v1") ? "" : "/api/v1";
  return new RegExp(`^${prefix}${path.replace(/\{\w+\}/g, "[^/]+")}$`);
}
