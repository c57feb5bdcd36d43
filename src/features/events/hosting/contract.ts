import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idOrSlug } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { eventLine } from "../contract.ts";
import { parentRefusals } from "../parents/refusals.ts";
import { eventRefusals } from "../refusals.ts";
import { coHostRefusals } from "./refusals.ts";

const known = [accessRefusals.signIn, accessRefusals.notHere];
const hosts = z.object({ items: eventLine.shape.hosts }).openapi("EventHosts");

const removeRefused = [
  ...known,
  eventRefusals.cancelled,
  eventRefusals.isOver,
  coHostRefusals.leads,
  coHostRefusals.membersRely,
  coHostRefusals.pricesRely,
];
const changed = json(
  z.object({ changed: z.number().int().openapi({ description: "Events where it is another than before" }) }),
  "How many were changed",
);

export const addCoHost = route({
  method: "post",
  path: "/events/{id}/co-hosts",
  tags: ["events"],
  summary: "Let an organization hold an event too",
  description:
    "Its name stands on the event, its people run it as well, and they are written to about it. Those of whoever leads add others.",
  permission: "manager of the organization",
  refusals: [...known, eventRefusals.cancelled, coHostRefusals.tooMany],
  request: { params: z.object({ id: idOrSlug }), body: jsonBody(z.strictObject({ organization: idOrSlug })) },
  responses: { 201: json(hosts, "Who holds it, the one that leads first") },
});

export const addCoHostToAll = route({
  method: "post",
  path: "/events/{id}/co-hosts/alike",
  tags: ["events"],
  summary: "Let an organization hold an event and those beside it too",
  description:
    "Of a series: this event and all that follow. Of a festival: all its events that are not over. And the series or festival itself. All or none; one that refuses is named in `event`. It is written to once.",
  permission: "manager of the organization",
  refusals: [...known, eventRefusals.cancelled, parentRefusals.notOfParent, coHostRefusals.tooMany],
  request: { params: z.object({ id: idOrSlug }), body: jsonBody(z.strictObject({ organization: idOrSlug })) },
  responses: { 201: changed },
});

export const removeCoHostOfAll = route({
  method: "delete",
  path: "/events/{id}/co-hosts/{organization}/alike",
  tags: ["events"],
  summary: "Let an organization hold an event and those beside it no longer",
  description: "The same events as when it is added for all; what it leads itself is left alone. It is written to once.",
  permission: "manager of the organization",
  refusals: [...removeRefused, parentRefusals.notOfParent],
  request: { params: z.object({ id: idOrSlug, organization: idOrSlug }) },
  responses: { 200: changed },
});

export const removeCoHost = route({
  method: "delete",
  path: "/events/{id}/co-hosts/{organization}",
  tags: ["events"],
  summary: "Let an organization hold an event no longer",
  description: "By those of whoever leads, or by its own people. It is written to about it.",
  permission: "manager of the organization",
  refusals: removeRefused,
  request: { params: z.object({ id: idOrSlug, organization: idOrSlug }) },
  responses: { 204: { description: "It holds it no longer" } },
});
