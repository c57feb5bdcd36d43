import { OpenAPIHono, z } from "@hono/zod-openapi";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { isId } from "../../../platform/database/id.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { idField } from "../../../platform/http/fields.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import { route } from "../../../platform/http/route.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { requireState } from "../keep-visit.ts";
import { mayKeepVisit } from "../policy.ts";
import { findVisit } from "../queries.ts";
import { visitRefusals } from "../refusals.ts";
import { badgePdf, badgeSizes } from "./badge-pdf.ts";

/** Badges to print, `/visits/{id}.pdf?size=label`, for those who receive the visitor. */
export function badgeFiles({ db, now }: Installation) {
  const routes = new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid });
  routes.openAPIRegistry.registerPath(printBadge);
  // a path cannot say that a parameter ends before a dot, so the router is told by a pattern
  routes.get("/visits/:file{[0-9a-fA-F-]{36}\\.pdf}", async (c) => {
    const [id = ""] = c.req.param("file").split(".");
    const visit = found(isId(id) ? await findVisit(db, id) : undefined);
    authorize(c.get("actor"), mayKeepVisit(c.get("actor"), visit));
    requireState(visit, ["expected", "arrived"], dayIn(now(), visit.time_zone));
    const size = c.req.query("size") === "a6" ? "a6" : "label";
    return new Response(await badgePdf(visit, size, c.get("language")), {
      headers: {
        "content-type": "application/pdf",
        "content-disposition": `inline; filename="badge-${visit.code}.pdf"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
  return routes;
}

const printBadge = route({
  method: "get",
  path: "/visits/{id}.pdf",
  tags: ["visitors"],
  summary: "Print a visitor's badge",
  description: "A label of 62 × 100 mm or a sheet of A6, lying: name, organization, whom they visit, the day and a code to leave by.",
  permission: "whoever is visited or announced it, or host of the space",
  refusals: [accessRefusals.signIn, accessRefusals.notHere, visitRefusals.wrongState],
  request: { params: z.object({ id: idField }), query: z.object({ size: z.enum(badgeSizes).default("label") }) },
  responses: { 200: { content: { "application/pdf": { schema: z.string().openapi({ format: "binary" }) } }, description: "The badge" } },
});
