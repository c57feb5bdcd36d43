import type { Installation } from "../../../platform/installation.ts";
import { signingKeys } from "../../exchange/index.ts";
import type { EventReader } from "../letters/readers.ts";
import type { EventRow } from "../queries.ts";
import { signTicket } from "../tickets/ticket-token.ts";
import { hasSurvey } from "./queries.ts";

/** Where each reader of a follow-up answers the questions: by the ticket somebody came on. Nowhere when none are asked. */
export async function surveyLinks(
  { db, now, settings }: Installation,
  event: EventRow,
): Promise<(reader: EventReader) => string | undefined> {
  if (!(await hasSurvey(db, event.id))) return () => undefined;
  const key = await signingKeys(db, now).current();
  const used = await db
    .selectFrom("tickets as k")
    .innerJoin("ticket_types as t", "t.id", "k.ticket_type_id")
    .select(["k.id", "k.registration_id", "k.holder_name", "k.holder_email", "t.name as kind"])
    .where("k.event_id", "=", event.id)
    .where("k.checked_in_at", "is not", null)
    .orderBy("k.id")
    .execute();
  const byId = new Map(used.map((ticket) => [ticket.id, ticket]));
  // whoever registered answers on a ticket nobody else is written to about
  const ownOf = new Map(used.filter((ticket) => ticket.holder_email === null).map((ticket) => [ticket.registration_id, ticket]));
  return ({ ticketId, registrationId, language }) => {
    const ticket = ticketId === null ? ownOf.get(registrationId) : byId.get(ticketId);
    if (!ticket) return undefined;
    const token = signTicket({ id: ticket.id, eventId: event.id, holderName: ticket.holder_name, kind: ticket.kind }, key);
    return `${settings.url}/${language}/tickets/${token}/survey`;
  };
}
