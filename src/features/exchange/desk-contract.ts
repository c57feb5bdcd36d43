import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { idOrSlug } from "../../platform/http/fields.ts";
import { json, route } from "../../platform/http/route.ts";
import { liveRefusals } from "../../platform/live/live.ts";

const spaceParams = z.object({ id: idOrSlug });

/** What happens with the guests of a space while it happens, as server-sent events. */
export const followGuests = route({
  method: "get",
  path: "/spaces/{id}/events",
  tags: ["exchange"],
  summary: "Follow the guests of a space while things happen",
  description:
    "Server-sent events: `open` when one follows, `change` with `{passId, day}` for each change, `missed` when one should look again, `here` every fifteen seconds. Nothing is kept: who comes back reads `/arrivals`.",
  permission: "host of the space",
  refusals: [accessRefusals.signIn, accessRefusals.notHere, liveRefusals.tooMany],
  request: { params: spaceParams },
  responses: { 200: { content: { "text/event-stream": { schema: z.string() } }, description: "A stream that stays open" } },
});

/** The code a space hangs at its door. */
export const getDoorCode = route({
  method: "get",
  path: "/spaces/{id}/door-code",
  tags: ["exchange"],
  summary: "Get the code for the door of a space",
  description: "Guests scan it with their own phone and check in by themselves. It stays good when signing keys are rotated.",
  permission: "host of the space",
  refusals: [accessRefusals.signIn, accessRefusals.notHere],
  request: { params: spaceParams },
  responses: {
    200: json(z.object({ code: z.string(), url: z.string().openapi({ description: "What the QR code at the door holds" }) }), "The code"),
  },
});

/** Which door a code hangs at. */
export const readDoorCode = route({
  method: "get",
  path: "/door-codes/{code}",
  tags: ["exchange"],
  summary: "See which space a door code belongs to",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: z.object({ code: z.string().min(20).max(300) }) },
  responses: {
    200: json(
      z.object({
        space: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
        today: z.string().openapi({ format: "date", description: "The day it is at the space" }),
      }),
      "The space",
    ),
  },
});
