import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem, read } from "../../../interface/api-client.ts";
import { signedIn } from "../../../interface/visit.ts";
import { addDays, isDay, momentOf } from "../../../platform/time/day.ts";
import type { OutageApi } from "../outages/routes.ts";
import type { BookingApi } from "../routes.ts";
import { type Occurrence, scopes } from "../series/occurrence.ts";
import type { SeriesApi } from "../series/routes.ts";
import type { WaitingApi } from "../waiting/routes.ts";
import { type Alternatives, alternativesTo } from "./alternatives/load-alternatives.ts";
import { datesOf, readWritten, timesOf, type WrittenBooking } from "./draft.ts";
import { exceptionsOf, recurrenceOf, stillChosen } from "./series/repeat.ts";

/** What came of a form of the calendar when it was not done. */
export type Outcome = {
  problem?: Problem;
  written?: WrittenBooking;
  bookingId?: string;
  occurrences?: Occurrence[];
  alternatives?: Alternatives | undefined;
};

/** Books, moves, gives back or answers, as the pressed button says; then back to the day. */
export async function carryOut(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const day = String(form.get("day"));
  if (!isDay(day)) throw new Response(null, { status: 400 });
  const bookings = client<BookingApi>(visit);
  const back = (did: string, booking: string) => {
    const query = new URLSearchParams({ day, did, ...(booking && { booking }) });
    return redirect(`/${visit.language}/spaces/${given.params.space}/calendar?${query}`, 303);
  };
  const timeZone = String(form.get("timeZone"));
  const written = readWritten(form, { resource: "", from: "09:00", to: "10:00" });
  const times = timesOf(day, written, timeZone);
  const listed = form.get("listed");
  // what was chosen was chosen for the dates that were listed
  const act = listed !== null && listed !== datesOf(written) && form.get("act") === "book" ? "look" : String(form.get("act"));
  const recurrence = recurrenceOf(day, written);
  const personId = String(form.get("for") ?? "");
  if (act === "look") {
    const { resource: id, people, reason } = written;
    const given = { ...(people && { people }), ...(personId && { personId }), ...(reason && { overrideReason: reason }) };
    const query = { ...times, recurrence: recurrence ?? "", ...given };
    const { done, problem } = await attempt(client<SeriesApi>(visit).resources[":id"].occurrences.$get({ param: { id }, query }));
    if (problem) return notDone(problem, written);
    return data<Outcome>({ written: { ...written, choices: stillChosen(written, done.items) }, occurrences: done.items });
  }
  if (act === "wait") {
    const { resource: id, title, people } = written;
    const json = { ...times, ...(title && { title }), ...(people && { people: Number(people) }), ...(personId && { personId }) };
    const { problem } = await attempt(client<WaitingApi>(visit).resources[":id"].waits.$post({ param: { id }, json }));
    if (problem) return notDone(problem, written);
    throw back(personId && personId !== visit.actor.personId ? "joinedFor" : "joined", "");
  }
  if (act === "book") {
    const { resource, title, people, kind, reason } = written;
    const json = {
      ...times,
      kind: kind === "maintenance" ? ("maintenance" as const) : ("booking" as const),
      ...(title && { title }),
      ...(people && { people: Number(people) }),
      ...(personId && kind !== "maintenance" && { personId }),
      ...(reason && { overrideReason: reason }),
      ...(recurrence && { recurrence, exceptions: exceptionsOf(written) }),
    };
    const { done, problem } = await attempt(bookings.resources[":id"].bookings.$post({ param: { id: resource }, json }));
    if (problem) return notDone(problem, written, { alternatives: await alternativesTo(visit, problem, { ...written, ...times }) });
    throw back(done.state === "pending" ? "asked" : "booked", done.id);
  }
  if (act === "outage" || act === "back-in-order") {
    const outage = client<OutageApi>(visit).resources[":id"].outage;
    const until = String(form.get("until"));
    const param = { id: written.resource };
    // the day that is named is the last one it is out of order
    const ends = isDay(until) ? momentOf(addDays(until, 1), "00:00", timeZone).toString() : until;
    const { problem } = await (act === "outage"
      ? attempt(outage.$put({ param, json: { note: String(form.get("note")), until: ends } }))
      : attempt(outage.$delete({ param })));
    if (problem) return data<Outcome>({ problem }, { status: problem.status });
    throw back(act, "");
  }
  const id = String(form.get("booking"));
  const param = { id };
  const header = { "if-match": String(form.get("version")) };
  const booking = bookings.bookings[":id"];
  const scope = scopes.find((one) => one === written.scope) ?? "this";
  const move = (conflicts: "refuse" | "skip") => () =>
    attempt(
      booking.$patch({
        param,
        header,
        json: { ...times, scope, conflicts, ...(written.reason && { overrideReason: written.reason }) },
      }),
    );
  const acts = {
    move: move("refuse"),
    moveRest: move("skip"),
    cancel: () => attempt(booking.cancellation.$put({ param, json: { scope } })),
    checkIn: () => attempt(booking["check-in"].$put({ param })),
    title: () => attempt(booking["shown-title"].$put({ param, json: { shown: form.has("shown") } })),
    describe: () => {
      const { title, people } = written;
      const json = { title, note: String(form.get("note") ?? ""), people: people ? Number(people) : null, scope };
      return attempt(client<SeriesApi>(visit).bookings[":id"].description.$put({ param, header, json }));
    },
    take: () => attempt(booking.confirmation.$put({ param })),
    leave: () => attempt(client<WaitingApi>(visit).waits[":id"].cancellation.$put({ param })),
    approve: () => attempt(booking.answer.$put({ param, json: { approved: true } })),
    refuse: () => attempt(booking.answer.$put({ param, json: { approved: false } })),
  };
  if (!(act in acts)) throw new Response(null, { status: 400 });
  const insteadOf = async (refused: Problem) => {
    if (refused.code !== "booking.taken") return undefined;
    const { resource, people } = await read(booking.$get({ param }));
    return alternativesTo(visit, refused, { ...times, resource: resource.id, people: String(people ?? "") });
  };
  const { problem } = await acts[act as keyof typeof acts]();
  // the form of coming to it has no times to keep
  if (problem) return notDone(problem, form.has("from") ? written : undefined, { bookingId: id, alternatives: await insteadOf(problem) });
  throw back(act === "title" ? (form.has("shown") ? "shown" : "hidden") : (did[act as keyof typeof did] ?? "moved"), id);
}

const did = {
  checkIn: "checkedIn",
  describe: "described",
  take: "taken",
  leave: "left",
  cancel: "cancelled",
  approve: "approved",
  refuse: "refused",
};

// what a series cannot have is listed to be chosen about
function notDone(problem: Problem, written: WrittenBooking | undefined, more: Pick<Outcome, "bookingId" | "alternatives"> = {}) {
  const occurrences = problem.code === "series.conflicts" ? (problem.details?.occurrences as Occurrence[]) : undefined;
  return data<Outcome>({ problem, ...(written && { written }), ...more, ...(occurrences && { occurrences }) }, { status: problem.status });
}
