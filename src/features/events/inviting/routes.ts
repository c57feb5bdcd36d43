import { OpenAPIHono } from "@hono/zod-openapi";
import { authorize } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { presentLine } from "../present.ts";
import { answerInvitation, withdrawInvitation } from "./answer-invitation.ts";
import * as contract from "./contract.ts";
import { invite, run } from "./invite.ts";
import { type InvitationRow, invitationCounts, invitationsOf, invitationsTo, type OwnInvitationRow } from "./queries.ts";

/** Inviting people to events, and answering. */
export function eventInvitationRoutes(installation: Installation) {
  const { db } = installation;
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.invite, async (c) => {
      const { id } = c.req.valid("param");
      const done = await invite(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(done, 201, { location: `/api/v1/events/${id}/invitations` });
    })
    .openapi(contract.listInvitations, async (c) => {
      const { cursor, limit, state } = c.req.valid("query");
      const { id } = await run(db, c.get("actor"), c.req.valid("param").id);
      const after = readCursorOf(cursor, ["text", "id"]);
      const [rows, counts] = await Promise.all([invitationsOf(db, id, { state, limit, after }), invitationCounts(db, id)]);
      const shown = page(rows, limit, ({ name, person_id: personId }) => [name, personId], present);
      return c.json({ ...shown, counts }, 200);
    })
    .openapi(contract.withdrawInvitation, async (c) => {
      const { id, personId } = c.req.valid("param");
      await withdrawInvitation(installation, c.get("actor"), id, personId);
      return c.body(null, 204);
    })
    .openapi(contract.myInvitations, async (c) => {
      const { cursor, limit } = c.req.valid("query");
      const actor = c.get("actor");
      authorize(actor, true);
      const after = readCursorOf(cursor, ["moment", "id"]);
      const rows = await invitationsTo(db, { personId: actor.personId, at: installation.now(), limit, after });
      return c.json(
        page(rows, limit, ({ starts_at: startsAt, id }) => [startsAt.toString(), id], presentOwn),
        200,
      );
    })
    .openapi(contract.answerInvitation, async (c) => {
      const declinedAt = await answerInvitation(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json").declined);
      return c.json({ declinedAt: declinedAt?.toString() ?? null }, 200);
    });
}

function presentOwn(row: OwnInvitationRow) {
  return { event: presentLine(row), invitedAt: row.invited_at.toString(), declinedAt: row.declined_at?.toString() ?? null };
}

function present(row: InvitationRow) {
  return {
    personId: row.person_id,
    name: row.name,
    email: row.email,
    state: row.state,
    invitedAt: row.invited_at.toString(),
    toldAt: row.told_at?.toString() ?? null,
    declinedAt: row.declined_at?.toString() ?? null,
  };
}

export type EventInvitationApi = ReturnType<typeof eventInvitationRoutes>;
