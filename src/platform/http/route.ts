import { createRoute, type RouteConfig, z } from "@hono/zod-openapi";
import type { Refusal } from "../refusal/refusal.ts";

/** Who may call a route, in words; how it is held is in the feature's policy.ts, and the permission walk tries every role. */
export type Permission =
  | "everyone"
  | "signed in"
  | "the person"
  | "member of the organization"
  | "host of the space"
  | "manager of the organization"
  | "coordinator of the network"
  | "operator"
  | "holder or manager of the organization"
  | "holder, host of the space or manager of the home"
  | "coordinator of the network, or manager of a side"
  | "customer of the order or manager of the company that pays, or host of the space"
  | "the person, or host of the space"
  | "lead of the project, or manager of the organization"
  | "lead of the project, or manager of the organization or of its funder"
  | "manager or coordinator of the funder"
  | "whoever works on the project, or manager of the organization"
  | "whoever is visited or announced it, or host of the space"
  | "applicant"
  | "applicant, assigned juror or manager of the organization"
  | "assigned juror"
  | "juror whose scores they are, or manager of the organization"
  | "juror or manager of the organization, when the phase has closed"
  | "whoever runs the program or advises the startup"
  | "whoever runs the program, advises the startup or speaks for it"
  | "manager or coordinator of the network"
  | "owner or manager of the startup"
  | "owner or manager of the investor"
  | "the investor, or those who run the network"
  | "the investor, those who run the network, and startups that raise there"
  | "those the startup tells"
  | "the startup, and those who run the network"
  | "the startup, an investor, or those who run the network";

type Declared = {
  permission: Permission;
  /** The refusals the operation may answer with, so that the documentation lists them. */
  refusals?: { code: string; definition: { status: number } }[];
};

export type RefusalMaker = ((...details: never[]) => Refusal) & { code: string; definition: { status: number } };

export const problemSchema = z
  .object({
    type: z.string().openapi({ example: "/api/docs#exchange.past_day" }),
    title: z.string().openapi({ example: "The day has passed." }),
    status: z.number().int(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ field: z.string(), code: z.string(), message: z.string() })).optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .openapi("Problem", { description: "RFC 9457. `code` is stable; `title` is in the language asked for." });

/**
 * Declares a route: path, permission, request, answers and refusals. Writes accept `Idempotency-Key`.
 * A route without a permission does not compile, and one that got past the compiler does not start.
 */
export function route<const Path extends string, const Config extends Omit<RouteConfig, "path"> & { path: Path } & Declared>(
  config: Config,
) {
  const { permission, refusals = [], ...rest } = config;
  const codes = [...new Set(refusals.map((refusal) => refusal.code))];
  return createRoute({
    ...rest,
    "x-permission": permission,
    "x-refusals": codes,
    description: [
      config.description,
      `Permission: ${permission}.`,
      codes.length > 0 ? `Refusals: ${codes.map((code) => `\`${code}\``).join(", ")}.` : "",
    ]
      .filter(Boolean)
      .join("\n\n"),
  } as unknown as Omit<Config, "permission" | "refusals">);
}

/** A JSON answer, for the `responses` of a route. */
export function json<Schema extends z.ZodType>(schema: Schema, description: string) {
  return { content: { "application/json": { schema } }, description };
}

/** A JSON body, for the `request` of a route. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { content: { "application/json": { schema } }, required: true };
}
