import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { presentEvent } from "../present.ts";
import { seeEvent } from "../read.ts";
import { addKind, type NewKind } from "./add-kind.ts";
import { changeKind, closeKind, type KindChange, removeKind } from "./change-kind.ts";
import { addKindsAlike, changeKindsAlike, closeKindsAlike, removeKindsAlike } from "./change-kinds-alike.ts";
import * as contract from "./contract.ts";
import { usesOfKinds } from "./queries.ts";
import { runnable } from "./within-event.ts";

/** The kinds of tickets of an event that stands, for those who run it. */
export function kindRoutes(installation: Installation) {
  const { db, now } = installation;
  const shown = async (actor: Actor, id: string) => {
    await runnable(db, actor, id);
    const { ticketTypes, quotas, version, id: eventId } = presentEvent(await seeEvent(db, actor, id), actor, now());
    const uses = new Map((await usesOfKinds(db, eventId)).map((use) => [use.id, use]));
    const unused = { accessCode: null, placesTaken: 0, waitingFor: 0, isUsed: false };
    return { items: ticketTypes.map((type) => ({ ...type, ...(uses.get(type.id) ?? unused) })), quotas, version };
  };
  const answered = async (actor: Actor, id: string) => {
    const kinds = await shown(actor, id);
    return [kinds, { etag: etag(kinds.version) }] as const;
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.readKinds, async (c) => {
      const [kinds, headers] = await answered(c.get("actor"), c.req.valid("param").id);
      return c.json(kinds, 200, headers);
    })
    .openapi(contract.addKind, async (c) => {
      const id = await addKind(installation, c.get("actor"), c.req.valid("param").id, kindIn(c.req.valid("json")));
      const [kinds, headers] = await answered(c.get("actor"), id);
      return c.json(kinds, 201, headers);
    })
    .openapi(contract.addKindToAll, async (c) => {
      const changed = await addKindsAlike(installation, c.get("actor"), c.req.valid("param").id, kindIn(c.req.valid("json")));
      return c.json({ changed }, 201);
    })
    .openapi(contract.changeKind, async (c) => {
      const { id, type: typeId } = c.req.valid("param");
      const change = changeOf(c.req.valid("json"));
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      const eventId = await changeKind(installation, c.get("actor"), { idOrSlug: id, typeId }, change, expected);
      const [kinds, headers] = await answered(c.get("actor"), eventId);
      return c.json(kinds, 200, headers);
    })
    .openapi(contract.changeKindOfAll, async (c) => {
      const { id, type: typeId } = c.req.valid("param");
      const kind = { idOrSlug: id, typeId };
      return c.json({ changed: await changeKindsAlike(installation, c.get("actor"), kind, changeOf(c.req.valid("json"))) }, 200);
    })
    .openapi(contract.closeKind, async (c) => {
      const { id, type: typeId } = c.req.valid("param");
      const eventId = await closeKind(installation, c.get("actor"), { idOrSlug: id, typeId });
      const [kinds, headers] = await answered(c.get("actor"), eventId);
      return c.json(kinds, 200, headers);
    })
    .openapi(contract.closeKindOfAll, async (c) => {
      const { id, type: typeId } = c.req.valid("param");
      return c.json({ changed: await closeKindsAlike(installation, c.get("actor"), { idOrSlug: id, typeId }) }, 200);
    })
    .openapi(contract.removeKind, async (c) => {
      const { id, type: typeId } = c.req.valid("param");
      await removeKind(installation, c.get("actor"), { idOrSlug: id, typeId });
      return c.body(null, 204);
    })
    .openapi(contract.removeKindOfAll, async (c) => {
      const { id, type: typeId } = c.req.valid("param");
      return c.json({ changed: await removeKindsAlike(installation, c.get("actor"), { idOrSlug: id, typeId }) }, 200);
    });
}

type NewGiven = Omit<NewKind, "opensAt" | "closesAt"> & { opensAt?: string | undefined; closesAt?: string | undefined };

function kindIn({ opensAt, closesAt, ...given }: NewGiven): NewKind {
  return {
    ...given,
    ...(opensAt !== undefined && { opensAt: Temporal.Instant.from(opensAt) }),
    ...(closesAt !== undefined && { closesAt: Temporal.Instant.from(closesAt) }),
  };
}

type Given = Omit<KindChange, "opensAt" | "closesAt"> & { opensAt?: string | null | undefined; closesAt?: string | null | undefined };

function changeOf({ opensAt, closesAt, ...given }: Given): KindChange {
  const momentOrNone = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));
  return {
    ...given,
    ...(opensAt !== undefined && { opensAt: momentOrNone(opensAt) }),
    ...(closesAt !== undefined && { closesAt: momentOrNone(closesAt) }),
  };
}

export type KindApi = ReturnType<typeof kindRoutes>;
