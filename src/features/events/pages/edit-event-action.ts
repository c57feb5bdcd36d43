import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem, read } from "../../../interface/api-client.ts";
import { oneOf, type Written, writtenIn } from "../../../interface/form-values.ts";
import { signedIn } from "../../../interface/visit.ts";
import type { EventChangeApi } from "../changing/routes.ts";
import type { ParentApi } from "../parents/routes.ts";
import type { EventApi } from "../routes.ts";
import { changeIn } from "./event-written.ts";

/** What the form shows when nothing was saved. */
export interface NotChanged {
  written: Written;
  problem: Problem;
  errors: { field: string; message: string }[];
}

/** Saves what is changed, here or in all that follow, or calls the event off; what stops it stands at its field. */
export async function saveEvent(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const param = { id: given.params.event ?? "" };
  const event = await read(client<EventApi>(visit).events[":id"].$get({ param }));
  const changing = client<EventChangeApi>(visit).events[":id"];
  const act = oneOf(written, "act");
  const change = changeIn(written, event);
  const asked = () => {
    if (act === "call-off") return attempt(changing.cancellation.$put({ param, json: { reason: oneOf(written, "reason") } }));
    if (oneOf(written, "scope") === "following")
      return attempt(client<ParentApi>(visit).events[":id"].following.$patch({ param, json: change }));
    const header = { "if-match": `"${oneOf(written, "version")}"` };
    return attempt(changing.$patch({ param, header, json: { ...change, ...(act === "publish" && { status: "published" as const }) } }));
  };
  const { problem } = await asked();
  if (problem)
    return data<NotChanged>(
      { written, problem, errors: errorsOf(problem, event, change, oneOf(written, "day")) },
      { status: problem.status },
    );
  throw redirect(`/${visit.language}/events/${event.slug}?did=${act === "call-off" ? "called-off" : "changed"}`, 303);
}

const ofField: Record<string, string> = { startsAt: "from", endsAt: "to", title: "title-nb", descriptions: "about-nb" };
const ofCode: Record<string, string> = {
  "event.ends_before_start": "to",
  "event_change.terms_stand": "lateCancelPercent",
  "event_change.approval_stands": "needsApproval",
  "event_change.answers_first": "needsApproval",
  "event_change.audience_stands": "audience",
};

type Sizes = { quotas: { name: string }[] };

/** How the API calls a field ("quotas.0.size"), and how the form does ("size-2"). */
function errorsOf(problem: Problem, { quotas }: Sizes, { quotas: sent = [] }: Partial<Sizes>, day: string) {
  const sizeOf = (name: unknown) => `size-${quotas.findIndex((quota) => quota.name === name) + 1}`;
  if (problem.code === "event_change.places_taken") return [{ field: sizeOf(problem.details?.quota), message: problem.title }];
  const known = ofCode[problem.code];
  if (known) return [{ field: known, message: problem.title }];
  const errors = (problem.errors ?? []).map(({ field, message }) => {
    const [list = "", index = ""] = field.split(/[.[\]]+/);
    if (list === "quotas") return { field: sizeOf(sent[Number(index)]?.name), message };
    // what begins on no day has no time either
    if (day === "" && (list === "startsAt" || list === "endsAt")) return { field: "day", message };
    return { field: ofField[list] ?? list, message };
  });
  return [...new Map(errors.map((error) => [error.field, error])).values()];
}
