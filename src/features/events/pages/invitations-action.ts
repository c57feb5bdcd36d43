import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client } from "../../../interface/api-client.ts";
import { oneOf, type Written, writtenIn } from "../../../interface/form-values.ts";
import { signedIn } from "../../../interface/visit.ts";
import type { EventInvitationApi } from "../inviting/routes.ts";
import { addressesIn } from "./addresses-written.ts";
import type { FieldError } from "./answers-written.ts";
import { invitationWords } from "./invitation-words.ts";

/** What the page of the invited shows when nobody was invited. */
export interface NotInvited {
  written: Written;
  title: string;
  errors: FieldError[];
}

/** Invites whom is written or chosen, or takes an invitation back. */
export async function inviteWritten(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const text = invitationWords[visit.language];
  const id = given.params.event ?? "";
  const path = `/${visit.language}/events/${id}/invitations`;
  const api = client<EventInvitationApi>(visit).events[":id"].invitations;
  const [act = "", personId = ""] = oneOf(written, "act").split(":");
  const refused = (title: string, status: number, errors: FieldError[] = []) => data<NotInvited>({ written, title, errors }, { status });
  if (act === "withdraw") {
    const { problem } = await attempt(api[":personId"].$delete({ param: { id, personId } }));
    if (problem) return refused(problem.title, problem.status);
    throw redirect(path, 303);
  }
  const { people, others } = addressesIn(oneOf(written, "addresses"));
  const [membersOf, fromEvent] = [oneOf(written, "membersOf"), oneOf(written, "fromEvent")];
  const error = (message: string) => refused(message, 422, [{ field: "addresses", message }]);
  if (others.length > 0) return error(text.notAddresses({ lines: others.slice(0, 5).join(", ") }));
  if (people.length === 0 && !membersOf && !fromEvent) return error(text.choose);
  const json = { people, ...(membersOf && { membersOf }), ...(fromEvent && { fromEvent }) };
  const { done, problem } = await attempt(api.$post({ param: { id }, json }));
  if (problem) return refused(problem.errors?.[0]?.message ?? problem.title, problem.status);
  throw redirect(`${path}?${new URLSearchParams({ added: String(done.added), known: String(done.alreadyInvited) })}`, 303);
}
