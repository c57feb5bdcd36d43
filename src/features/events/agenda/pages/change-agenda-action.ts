import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem, read } from "../../../../interface/api-client.ts";
import { momentAt, oneOf, type Written, wholeOf, writtenIn } from "../../../../interface/form-values.ts";
import { signedIn } from "../../../../interface/visit.ts";
import { isMoment } from "../../../../platform/http/fields.ts";
import type { EventApi } from "../../routes.ts";
import { movedTo } from "../moving.ts";
import type { AgendaApi } from "../routes.ts";
import { linesOf, speakersIn } from "./speaker-lines.ts";

export interface Refused {
  written: Written;
  problem: Problem;
  errors: { field: string; message: string }[];
  /** The session in the list that was to begin at another time. */
  move?: { session: string; day: string; from: string };
}

/** Saves the session that is written, or takes one off, as the pressed button says. */
export async function changeAgenda(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const id = given.params.event ?? "";
  const path = `/${visit.language}/events/${id}/agenda`;
  const sessions = client<AgendaApi>(visit).events[":id"].sessions;
  const [act = "", subject = ""] = oneOf(written, "act").split(":");
  if (act === "remove") {
    const { problem } = await attempt(sessions[":session"].$delete({ param: { id, session: subject } }));
    if (problem) return data<Refused>({ written: {}, problem, errors: [] }, { status: problem.status });
    throw redirect(`${path}?did=removed`, 303);
  }
  const [{ timeZone }, agenda] = await Promise.all([
    read(client<EventApi>(visit).events[":id"].$get({ param: { id } })),
    read(sessions.$get({ param: { id } })),
  ]);
  const session = oneOf(written, "session");
  if (act === "move") {
    const { problem } = await attempt(moved(subject));
    // it stands where it stood; why is told on top and at the field
    const move = { session: subject, day: oneOf(written, "day"), from: oneOf(written, "from") };
    if (problem) return data<Refused>({ written: {}, move, problem, errors: errorsOfMove(problem, subject) }, { status: problem.status });
    throw redirect(`${path}?${new URLSearchParams({ did: "moved", day: oneOf(written, "day"), at: subject })}`, 303);
  }
  const json = bodyOf(written, timeZone, agenda.items.find((one) => one.id === session)?.speakers ?? []);
  const header = { "if-match": `"${oneOf(written, "version")}"` };
  const { problem } =
    session === ""
      ? await attempt(sessions.$post({ param: { id }, json }))
      : await attempt(sessions[":session"].$put({ param: { id, session }, header, json }));
  if (problem) return data<Refused>({ written, problem, errors: errorsOf(problem) }, { status: problem.status });
  throw redirect(`${path}?${new URLSearchParams({ did: session === "" ? "added" : "changed", day: oneOf(written, "day") })}`, 303);

  function moved(sessionId: string) {
    const known = agenda.items.find((one) => one.id === sessionId);
    if (!known) throw new Response(null, { status: 404 });
    const { title, descriptions, track, room, resourceId, language, mostPeople } = known;
    const speakers = speakersIn(linesOf(known.speakers), known.speakers);
    const startsAt = momentAt(oneOf(written, "day"), oneOf(written, "from"), timeZone);
    const times = isMoment(startsAt) ? movedTo(known, startsAt) : { startsAt, endsAt: known.endsAt };
    const json = { title, descriptions, track, resourceId, room: resourceId ? null : room, language, mostPeople, speakers, ...times };
    const header = { "if-match": `"${oneOf(written, "version")}"` };
    return sessions[":session"].$put({ param: { id, session: sessionId }, header, json });
  }
}

function bodyOf(written: Written, timeZone: string, known: Parameters<typeof speakersIn>[1]) {
  const text = (name: string) => oneOf(written, name);
  const texts = (name: string) =>
    Object.fromEntries((["nb", "nn", "en"] as const).flatMap((each) => (text(`${name}-${each}`) ? [[each, text(`${name}-${each}`)]] : [])));
  return {
    title: texts("title"),
    descriptions: texts("about"),
    startsAt: momentAt(text("day"), text("from"), timeZone),
    endsAt: momentAt(text("day"), text("to"), timeZone),
    track: text("track") || null,
    resourceId: text("house") || null,
    room: text("house") ? null : text("room") || null,
    language: text("language") || null,
    mostPeople: text("mostPeople") === "" ? null : wholeOf(text("mostPeople")),
    speakers: speakersIn(text("speakers"), known),
  };
}

const fieldOfCode: Record<string, string> = {
  "agenda.room_taken": "room",
  "agenda.room_elsewhere": "house",
  "agenda.outside_event": "from",
  "agenda.ends_before_start": "to",
  "agenda.unknown_speaker": "speakers",
};

/** The fields of moving a session, by their ids: each line of the list has its own. */
export function moveFields(session: string) {
  return { day: `day-of-${session}`, from: `from-of-${session}` };
}

// a move changes when, and whatever stands against it is said of that
function errorsOfMove(problem: Problem, session: string) {
  const isOfTime = problem.code in fieldOfCode || (problem.errors ?? []).some(({ field }) => field in fieldOf);
  return isOfTime ? [{ field: moveFields(session).from, message: problem.errors?.[0]?.message ?? problem.title }] : [];
}

const fieldOf: Record<string, string> = { startsAt: "from", endsAt: "to", resourceId: "house" };

function errorsOf(problem: Problem) {
  const atField = fieldOfCode[problem.code];
  if (atField !== undefined) return [{ field: atField, message: problem.title }];
  const errors = (problem.errors ?? []).map(({ field, message }) => {
    const [part = "", inner = ""] = field.split(/[.[\]]+/);
    if (part === "title") return { field: `title-${inner || "nb"}`, message };
    if (part === "descriptions") return { field: `about-${inner || "nb"}`, message };
    return { field: fieldOf[part] ?? part, message };
  });
  return [...new Map(errors.map((error) => [error.field, error])).values()];
}
