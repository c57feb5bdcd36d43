import { OpenAPIHono } from "@hono/zod-openapi";
import { authorize } from "../../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../../platform/installation.ts";
import { signingKeys } from "../../../exchange/index.ts";
import { type SigningKey, signTicket } from "../ticket-token.ts";
import * as contract from "./contract.ts";
import { type GivenTicketRow, ticketsGivenTo } from "./given-tickets.ts";

/** Tickets whoever asks was given by others. */
export function givenTicketRoutes({ db, now }: Installation) {
  const keys = signingKeys(db, now);
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid }).openapi(contract.myTickets, async (c) => {
    const actor = c.get("actor");
    authorize(actor, true);
    const { cursor, limit } = c.req.valid("query");
    const after = readCursorOf(cursor, ["moment", "id"]);
    const rows = await ticketsGivenTo(db, { personId: actor.personId, email: actor.email, at: now(), limit, after });
    const key = await keys.current();
    return c.json(
      page(
        rows,
        limit,
        ({ starts_at: startsAt, id }) => [startsAt.toString(), id],
        (row) => present(row, key),
      ),
      200,
    );
  });
}

function present(row: GivenTicketRow, key: SigningKey) {
  const { id, kind, organization, holderName: holder, code } = row;
  const { slug, titles: title, time_zone: timeZone } = row;
  const event = { slug, title, startsAt: row.starts_at.toString(), endsAt: row.ends_at.toString(), timeZone };
  return { id, event, kind, organization, holder, code, token: signTicket(row, key) };
}

export type GivenTicketApi = ReturnType<typeof givenTicketRoutes>;
