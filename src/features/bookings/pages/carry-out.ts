import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem } from "../../../interface/api-client.ts";
import { signedIn } from "../../../interface/visit.ts";
import { addDays, isDay, momentOf } from "../../../platform/time/day.ts";
import type { OutageApi } from "../outages/routes.ts";
import type { BookingApi } from "../routes.ts";
import { type Alternatives, alternativesTo } from "./alternatives/load-alternatives.ts";
import { readWritten, timesOf, type WrittenBooking } from "./draft.ts";

/** What came of a form of the calendar when it was not done. */
export type Outcome = { problem: Problem; written?: WrittenBooking; bookingId?: string; alternatives?: Alternatives | undefined };

/** Books, moves, gives back or answers, as the pressed button says; then back to the day. */
export async function carryOut(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const day = String(form.get("day"));
  if (!isDay(day)) throw new Response(null, { status: 400 });
  const bookings = client<BookingApi>(visit);
  const back = (did: string, booking: string) => {
    const query = new URLSearchParams({ day, did, booking });
    return redirect(`/${visit.language}/spaces/${given.params.space}/calendar?${query}`, 303);
  };
  const timeZone = String(form.get("timeZone"));
  const written = readWritten(form, { resource: "", from: "09:00", to: "10:00" });
  const times = timesOf(day, written, timeZone);
  const act = String(form.get("act"));
  if (act === "book") {
    const { resource, title, people, kind, reason } = written;
    const json = {
      ...times,
      kind: kind === "maintenance" ? ("maintenance" as const) : ("booking" as const),
      ...(title && { title }),
      ...(people && { people: Number(people) }),
      ...(reason && { overrideReason: reason }),
    };
    const { done, problem } = await attempt(bookings.resources[":id"].bookings.$post({ param: { id: resource }, json }));
    if (problem) {
      const alternatives = await alternativesTo(visit, problem, { ...written, ...times });
      return data<Outcome>({ problem, written, alternatives }, { status: problem.status });
    }
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
  const booking = bookings.bookings[":id"];
  const acts = {
    move: () =>
      attempt(
        booking.$patch({
          param,
          header: { "if-match": String(form.get("version")) },
          json: { ...times, ...(written.reason && { overrideReason: written.reason }) },
        }),
      ),
    cancel: () => attempt(booking.cancellation.$put({ param, json: {} })),
    approve: () => attempt(booking.answer.$put({ param, json: { approved: true } })),
    refuse: () => attempt(booking.answer.$put({ param, json: { approved: false } })),
  };
  if (!(act in acts)) throw new Response(null, { status: 400 });
  const { problem } = await acts[act as keyof typeof acts]();
  if (problem) return data<Outcome>({ problem, written, bookingId: id }, { status: problem.status });
  throw back({ move: "moved", cancel: "cancelled", approve: "approved", refuse: "refused" }[act] ?? "moved", id);
}
