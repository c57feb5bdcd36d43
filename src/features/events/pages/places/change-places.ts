import { redirect } from "react-router";
import { attempt, client, type Problem, read } from "../../../../interface/api-client.ts";
import { oneOf, type Written } from "../../../../interface/form-values.ts";
import type { Visit } from "../../../../interface/visit.ts";
import type { EventApi } from "../../routes.ts";
import type { TicketApi } from "../../tickets/routes.ts";
import type { FieldError } from "../answers-written.ts";
import { holderField, holdersWritten } from "./holders-written.ts";
import { placeWords } from "./place-words.ts";

type Where = { id: string; path: string };
type Refused = { problem?: Problem; errors: FieldError[] };

/** Says who comes on the places of a registration. @returns what stands in the way */
export async function nameHolders(visit: Visit, { id, path }: Where, written: Written): Promise<Refused> {
  const { tickets } = await read(client<EventApi>(visit).registrations[":id"].$get({ param: { id } }));
  const { holders, errors } = holdersWritten(tickets, written, placeWords[visit.language].missing);
  if (errors.length > 0) return { errors };
  const api = client<TicketApi>(visit).tickets[":id"];
  for (const { ticketId, ...json } of holders) {
    const { problem } = await attempt(api.holder.$put({ param: { id: ticketId }, json }));
    if (problem) return { problem, errors: fieldErrors(problem, ticketId) };
  }
  throw redirect(`${path}/registrations/${id}?did=named`, 303);
}

/** Gives one place of a registration back. @returns what stands in the way */
export async function returnPlace(visit: Visit, { id, path }: Where, written: Written): Promise<Refused> {
  const param = { id: oneOf(written, "ticket") };
  const { problem } = await attempt(client<TicketApi>(visit).tickets[":id"].cancellation.$put({ param }));
  if (problem) return { problem, errors: [] };
  throw redirect(`${path}/registrations/${id}?did=returned`, 303);
}

function fieldErrors({ errors = [] }: Problem, ticketId: string): FieldError[] {
  return errors.flatMap(({ field, message }) =>
    field === "name" || field === "email" ? [{ field: holderField(field, ticketId), message }] : [],
  );
}
