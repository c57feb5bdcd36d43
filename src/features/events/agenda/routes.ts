import { OpenAPIHono } from "@hono/zod-openapi";
import { found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { addSession, changeSession, removeSession } from "./change-agenda.ts";
import * as contract from "./contract.ts";
import { enterSession } from "./enter-session.ts";
import { presentSession, warningsOf } from "./present.ts";
import { sessionsOf } from "./queries.ts";
import { readAgenda } from "./read-agenda.ts";

/** The programme of an event, and the doors of its sessions. */
export function agendaRoutes(installation: Installation) {
  const { db } = installation;
  const moment = Temporal.Instant.from;
  const shown = async ({ eventId, id }: { eventId: string; id: string }) => {
    const rows = await sessionsOf(db, eventId);
    const session = found(rows.find((row) => row.id === id));
    return { session: presentSession(session, true), warnings: warningsOf(rows, id) };
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listSessions, async (c) => c.json(await readAgenda(db, c.get("actor"), c.req.valid("param").id), 200))
    .openapi(contract.addSession, async (c) => {
      const body = c.req.valid("json");
      const given = { ...body, startsAt: moment(body.startsAt), endsAt: moment(body.endsAt) };
      const added = await shown(await addSession(installation, c.get("actor"), c.req.valid("param").id, given));
      return c.json(added, 201, { etag: etag(added.session.version) });
    })
    .openapi(contract.changeSession, async (c) => {
      const [body, { id, session }] = [c.req.valid("json"), c.req.valid("param")];
      const given = { ...body, startsAt: moment(body.startsAt), endsAt: moment(body.endsAt) };
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      const changed = await shown(await changeSession(installation, c.get("actor"), id, session, given, expected));
      return c.json(changed, 200, { etag: etag(changed.session.version) });
    })
    .openapi(contract.removeSession, async (c) => {
      const { id, session } = c.req.valid("param");
      await removeSession(installation, c.get("actor"), id, session);
      return c.body(null, 204);
    })
    .openapi(contract.enterSession, async (c) => {
      const { id, session: sessionId } = c.req.valid("param");
      const scan = { ...c.req.valid("json"), scannedAt: moment(c.req.valid("json").scannedAt) };
      const { ticket, session, firstScannedAt, isDouble } = await enterSession(installation, c.get("actor"), id, sessionId, scan);
      const { attended, most_people: mostPeople } = session;
      return c.json(
        {
          ...{ ticketId: id, holder: ticket.holder_name, sessionId, scannedAt: firstScannedAt.toString(), isDouble, attended, mostPeople },
          isOverLimit: mostPeople !== null && attended > mostPeople,
        },
        200,
      );
    });
}

export type AgendaApi = ReturnType<typeof agendaRoutes>;
