import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idOrSlug } from "../../../platform/http/fields.ts";
import { json, route } from "../../../platform/http/route.ts";
import { eventRefusals } from "../refusals.ts";
import { queueStates } from "./queue.ts";
import { queueRefusals } from "./refusals.ts";

const params = z.object({ id: idOrSlug });
const known = [accessRefusals.signIn, accessRefusals.notHere];

export const standInQueue = route({
  method: "put",
  path: "/events/{id}/queue-place",
  tags: ["events"],
  summary: "Stand in an event's queue",
  description:
    "Asked again, it says where one stands and that one is still here: whoever has not asked for a minute and a half is passed by, and keeps their place. Whoever is let in has ten minutes to choose.",
  permission: "signed in",
  refusals: [...known, queueRefusals.none, queueRefusals.tooEarly, eventRefusals.cancelled, eventRefusals.isOver],
  request: { params },
  responses: {
    200: json(
      z.object({
        state: z.enum(queueStates),
        ahead: z.number().int().nullable().openapi({ description: "How many stand before one; null for who has been let in" }),
        opensAt: z.string().nullable().openapi({ description: "When the first tickets are sold" }),
        letInUntil: z.string().nullable(),
        left: z.number().int().openapi({ description: "Places nobody has" }),
        held: z.number().int().openapi({ description: "Places kept for those who fill in a form or answer an offer" }),
        inside: z.number().int().openapi({ description: "People who have been let in and choose" }),
      }),
      "Where one stands",
    ),
  },
});

export const leaveQueue = route({
  method: "delete",
  path: "/events/{id}/queue-place",
  tags: ["events"],
  summary: "Leave an event's queue",
  permission: "signed in",
  refusals: known,
  request: { params },
  responses: { 204: { description: "One stands in no queue" } },
});
