import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { json, route } from "../../../platform/http/route.ts";

const params = z.object({ year: z.coerce.number().int().min(2000).max(2200).openapi({ example: 2026 }) });
const texts = z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() });

const year = {
  year: z.number().int(),
  name: z.string(),
  guestDays: z.number().int().openapi({ description: "Days as a guest of another space, checked in" }),
  spaces: z.array(z.object({ slug: z.string(), name: z.string(), days: z.number().int() })),
  events: z
    .array(z.object({ slug: z.string(), titles: texts, day: z.string() }))
    .openapi({ description: "Where one was let in on a ticket" }),
};

const ownYear = z
  .object({
    ...year,
    sharing: z.object({ secret: z.string(), sharedAt: z.string() }).nullable().openapi({ description: "At `/shared-years/{secret}`" }),
  })
  .openapi("OwnYear");

export const readOwnYear = route({
  method: "get",
  tags: ["me"],
  path: "/me/years/{year}",
  summary: "My year in the network",
  description: "Guest days, places and events of one's own. People one met are not counted.",
  permission: "signed in",
  refusals: [accessRefusals.signIn],
  request: { params },
  responses: { 200: json(ownYear, "The year") },
});

export const shareOwnYear = route({
  method: "put",
  tags: ["me"],
  path: "/me/years/{year}/sharing",
  summary: "Show my year to whoever has its address",
  permission: "signed in",
  refusals: [accessRefusals.signIn],
  request: { params },
  responses: { 200: json(ownYear, "The year, with its address") },
});

export const hideOwnYear = route({
  method: "delete",
  tags: ["me"],
  path: "/me/years/{year}/sharing",
  summary: "Take the address of my year back",
  permission: "signed in",
  refusals: [accessRefusals.signIn],
  request: { params },
  responses: { 200: json(ownYear, "The year, shown to nobody") },
});

export const readSharedYear = route({
  method: "get",
  path: "/shared-years/{secret}",
  tags: ["me"],
  summary: "Somebody's year in the network, as they show it",
  description: "Events that are not for all are counted and not named.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: z.object({ secret: z.string().min(1).max(80) }) },
  responses: { 200: json(z.object({ ...year, eventsAttended: z.number().int() }).openapi("SharedYear"), "The year") },
});
