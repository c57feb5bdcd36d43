import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem, read } from "../../../../interface/api-client.ts";
import { oneOf, type Written, wholeOf, writtenIn } from "../../../../interface/form-values.ts";
import { list } from "../../../../interface/format.ts";
import { visitOf } from "../../../../interface/visit.ts";
import { textIn } from "../../../spaces/parts.ts";
import type { ParentApi } from "../routes.ts";
import { parentWords } from "./parent-words.ts";

/** What the page shows when nobody was registered. */
export interface NotRegistered {
  written: Written;
  messages: string[];
}

/** Registers for what is ticked, in one go; the page then says what became of each. */
export async function registerForTicked(given: ActionFunctionArgs) {
  const visit = visitOf(given);
  const written = writtenIn(await given.request.formData());
  const { pathname } = new URL(given.request.url);
  const id = given.params.parent ?? "";
  const ticked = written.event ?? [];
  if (visit.actor.kind !== "person")
    throw redirect(`/${visit.language}/sign-in?to=${encodeURIComponent(`${pathname}?${kept(written)}#register`)}`);
  const text = parentWords[visit.language];
  if (ticked.length === 0) return data<NotRegistered>({ written, messages: [text.chooseOne] }, { status: 422 });
  const parents = client<ParentApi>(visit)["event-parents"][":id"];
  const payer = oneOf(written, "payer");
  const { done, problem } = await attempt(
    parents.registrations.$post({
      param: { id },
      json: {
        events: ticked.map((event) => ({
          event,
          ...(oneOf(written, `type-${event}`) && { ticketTypeId: oneOf(written, `type-${event}`) }),
        })),
        quantity: wholeOf(oneOf(written, "quantity")),
        wait: written.wait !== undefined,
        allOrNone: written.allOrNone !== undefined,
        ...(payer && { organizationId: payer }),
      },
    }),
  );
  if (problem) {
    const { events } = await read(parents.$get({ param: { id } }));
    const titles = lackingIn(problem).map(
      (slug) => textIn(events.find((one) => one.slug === slug)?.title ?? {}, visit.language)?.text ?? slug,
    );
    const messages = [problem.title, ...(titles.length > 0 ? [text.noRoomAt({ titles: list(titles, visit.language) })] : [])];
    return data<NotRegistered>({ written, messages }, { status: problem.status });
  }
  const refused = done.items.flatMap(({ eventId, state }) => (state === null ? [eventId] : []));
  const waits = done.items.flatMap(({ eventId, state }) => (state === "waiting" ? [eventId] : []));
  const got = done.items.length - refused.length - waits.length;
  throw redirect(`${pathname}?${new URLSearchParams({ got: String(got), waits: waits.join(), refused: refused.join() })}#register`, 303);
}

function lackingIn({ details }: Problem): string[] {
  const events = details?.events;
  return Array.isArray(events) ? events.map(({ event }: { event: string }) => event) : [];
}

// what was chosen comes back after signing in
function kept(written: Written): URLSearchParams {
  return new URLSearchParams(Object.entries(written).flatMap(([name, values]) => values.map((value) => [name, value])));
}
