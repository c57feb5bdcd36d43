import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { idOrSlug } from "../../../platform/http/fields.ts";
import { json, route } from "../../../platform/http/route.ts";
import { openedCounts } from "./opened-counts.ts";

export const listCountRows = route({
  method: "get",
  path: "/events/{id}/counts/{count}",
  tags: ["events"],
  summary: "The rows behind a count of an event",
  description:
    "As many rows as the count says: who holds a place, each once; the organizations places are registered for; the tickets somebody came on, and those nobody came on. Places registered, held and waited for are the registrations by state.",
  permission: "host of the space",
  refusals: [accessRefusals.signIn, accessRefusals.notHere],
  request: { params: z.object({ id: idOrSlug, count: z.enum(openedCounts) }), query: pageQuery },
  responses: {
    200: json(
      pageOf(
        z
          .object({
            id: z.uuid(),
            name: z.string().nullable().openapi({ description: "Null of a company's place without a name" }),
            organization: z.string().nullable(),
            ticket: z.object({ kind: z.string(), code: z.string() }).nullable(),
            places: z.number().int().openapi({ description: "Places held" }),
            came: z.number().int().openapi({ description: "Places somebody came on" }),
            checkedInAt: z.string().nullable(),
          })
          .openapi("EventCountRow"),
      ),
      "The rows, in order of names",
    ),
  },
});
