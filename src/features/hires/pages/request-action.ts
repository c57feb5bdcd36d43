import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem } from "../../../interface/api-client.ts";
import { momentAt, oneOf, type Written, wholeOf, writtenIn } from "../../../interface/form-values.ts";
import { type Visit, visitOf } from "../../../interface/visit.ts";
import type { SetUp } from "../hire.ts";
import type { HireApi } from "../routes.ts";

/** What the page of a request shows when it is not done: what was written, the price, and what stops it. */
export interface Shown {
  written: Written;
  estimate: Awaited<ReturnType<typeof estimateOf>>;
  problem?: Problem;
}

/** Works the price out, or sends the request, as the pressed button says. */
export async function carryOut(given: ActionFunctionArgs) {
  const visit = visitOf(given);
  const id = given.params.space ?? "";
  const written = writtenIn(await given.request.formData());
  const estimate = await estimateOf(visit, id, written);
  if (oneOf(written, "act") !== "send") return data<Shown>({ written, estimate });
  const text = (name: string) => oneOf(written, name).trim();
  const { problem } = await attempt(
    client<HireApi>(visit).spaces[":id"].hires.$post({
      param: { id },
      json: {
        ...timesOf(written),
        rooms: written.room ?? [],
        people: wholeOf(text("people")),
        setUp: (text("setUp") || "as_it_is") as SetUp,
        purpose: text("purpose"),
        note: text("note"),
        extras: extrasOf(written),
        contactName: text("contactName"),
        email: text("email"),
        organizationName: text("organizationName"),
        organizationNumber: text("organizationNumber"),
        invoiceAddress: text("invoiceAddress"),
        // who has not ticked has accepted no version
        termsVersion: written.terms ? wholeOf(text("terms")) : Number.NaN,
      },
    }),
  );
  if (problem) return data<Shown>({ written, estimate, problem }, { status: problem.status });
  throw redirect(`/${visit.language}/spaces/${id}/request?sent=1`, 303);
}

/** What it would cost, once enough is filled in to say so. */
export async function estimateOf(visit: Visit, id: string, written: Written) {
  const { startsAt, endsAt } = timesOf(written);
  const rooms = written.room ?? [];
  const people = oneOf(written, "people") || "1";
  if (rooms.length === 0 || [oneOf(written, "day"), oneOf(written, "from"), oneOf(written, "to")].includes("")) return undefined;
  const extras = extrasOf(written)
    .map((extra) => `${extra.id}:${extra.quantity}`)
    .join(",");
  const query = { rooms: rooms.join(","), startsAt, endsAt, people, ...(extras && { extras }) };
  const { done, problem } = await attempt(client<HireApi>(visit).spaces[":id"]["hire-estimate"].$get({ param: { id }, query }));
  return done ? { ...done, refused: undefined } : { refused: problem.errors?.[0]?.message ?? problem.title };
}

function timesOf(written: Written) {
  const [day, zone] = [oneOf(written, "day"), oneOf(written, "timeZone")];
  return { startsAt: momentAt(day, oneOf(written, "from"), zone), endsAt: momentAt(day, oneOf(written, "to"), zone) };
}

function extrasOf(written: Written) {
  return Object.entries(written).flatMap(([name, [amount = ""]]) => {
    const id = /^extra-(.+)$/.exec(name)?.[1];
    return id && amount.trim() !== "" && amount.trim() !== "0" ? [{ id, quantity: wholeOf(amount) }] : [];
  });
}
