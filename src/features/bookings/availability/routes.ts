import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { readCursorOf, writeCursor } from "../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { minutesBetween } from "../booking.ts";
import { mayBookFor } from "../policy.ts";
import { houseOf } from "../queries.ts";
import * as contract from "./contract.ts";
import { findAlternatives } from "./find-alternatives.ts";
import { findFreeTime } from "./find-free-time.ts";
import { presentFreeTime } from "./present.ts";
import { searchWindow } from "./search-window.ts";

const words = (text: string | undefined) => text?.split(",").filter(Boolean) ?? [];

export function availabilityRoutes(installation: Installation) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.findFreeTime, async (c) => {
      const actor = c.get("actor");
      const { from, to, capacity, cursor, kind, equipment, personId, ...search } = c.req.valid("query");
      const after = search.near ? readCursorOf(cursor, ["number", "integer", "id"]) : readCursorOf(cursor, ["text", "integer", "id"]);
      const { found: times, next } = await findFreeTime(
        installation,
        await bookerFor(installation, actor, { personId, resource: search.resource }),
        {
          ...search,
          window: searchWindow({ from, to }),
          people: capacity ?? null,
          kinds: words(kind),
          equipment: words(equipment),
          after,
        },
      );
      const items = times.map((one) => presentFreeTime(one, search.minutes, actor));
      return c.json({ items, nextCursor: next ? writeCursor(next) : null }, 200);
    })
    .openapi(contract.findAlternatives, async (c) => {
      const actor = c.get("actor");
      const { people, ...window } = c.req.valid("query");
      const wanted = searchWindow(window);
      const { taken, items } = await findAlternatives(installation, personOf(actor), {
        resourceId: c.req.valid("param").id,
        wanted,
        people: people ?? null,
      });
      const minutes = minutesBetween(wanted.from, wanted.until);
      return c.json(
        {
          taken: taken && { from: taken.from.toString(), until: taken.until.toString() },
          items: items.map(({ differs, freeTime }) => ({ differs, ...presentFreeTime(freeTime, minutes, actor) })),
        },
        200,
      );
    });
}

// the desk asks for a member about a room of its own house
async function bookerFor(
  { db }: Installation,
  actor: Actor,
  { personId, resource }: { personId: string | undefined; resource: string | undefined },
): Promise<string | null> {
  if (personId === undefined) return personOf(actor);
  const { hostId } = found((resource && (await houseOf(db, resource))) || undefined);
  authorize(actor, mayBookFor(actor, personId, hostId));
  return personId;
}

function personOf(actor: Actor): string | null {
  return actor.kind === "person" ? actor.personId : null;
}

export type AvailabilityApi = ReturnType<typeof availabilityRoutes>;
