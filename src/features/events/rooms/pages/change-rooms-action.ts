import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem, read } from "../../../../interface/api-client.ts";
import { oneOf, type Written, wholeOf, writtenIn } from "../../../../interface/form-values.ts";
import { list } from "../../../../interface/format.ts";
import { signedIn } from "../../../../interface/visit.ts";
import type { RoomApi } from "../routes.ts";
import { roomWords } from "./room-words.ts";

export interface Refused {
  written: Written;
  message: string;
  errors: { field: string; message: string }[];
}

/** Adds rooms, takes one away, or saves who sleeps where, as the pressed button says. */
export async function changeRooms(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const id = given.params.event ?? "";
  const api = client<RoomApi>(visit);
  const path = `/${visit.language}/events/${id}/rooms`;
  const [act = "", subject = ""] = oneOf(written, "act").split(":");
  if (act === "assign") {
    const lacking = await assignAll();
    if (lacking.length > 0) {
      const message = roomWords[visit.language].notAll({ names: list(lacking, visit.language) });
      return data<Refused>({ written, message, errors: [] }, { status: 409 });
    }
    throw redirect(`${path}?did=assigned`, 303);
  }
  if (act === "remove") {
    const { problem } = await attempt(api.events[":id"].rooms[":room"].$delete({ param: { id, room: subject } }));
    if (problem) return refused(problem);
    throw redirect(`${path}?did=removed`, 303);
  }
  const names = oneOf(written, "names").split(",");
  const rooms = names.map((name) => ({ place: oneOf(written, "place"), name: name.trim(), beds: wholeOf(oneOf(written, "beds")) }));
  const { problem } = await attempt(api.events[":id"].rooms.$post({ param: { id }, json: { rooms } }));
  if (problem) return refused(problem);
  throw redirect(`${path}?did=added`, 303);

  // first everybody who moves gives their bed back, so that two can change rooms
  async function assignAll(): Promise<string[]> {
    const { travellers } = await read(api.events[":id"].rooms.$get({ param: { id } }));
    const moved = travellers.filter(({ ticketId, roomId }) => {
      const wished = written[`room-${ticketId}`];
      return wished !== undefined && oneOf(written, `room-${ticketId}`) !== (roomId ?? "");
    });
    const put = (ticketId: string, roomId: string | null) =>
      attempt(api.tickets[":id"].room.$put({ param: { id: ticketId }, json: { roomId } }));
    for (const { ticketId } of moved) await put(ticketId, null);
    const lacking: string[] = [];
    for (const { ticketId, name, registeredBy } of moved) {
      const roomId = oneOf(written, `room-${ticketId}`);
      const { problem } = roomId === "" ? {} : await put(ticketId, roomId);
      if (problem) lacking.push(name ?? registeredBy);
    }
    return lacking;
  }

  function refused({ title, errors = [], status }: Problem) {
    const shown = errors.map(({ field, message }) => {
      const part = field.split(/[.[\]]+/).at(-1) ?? "";
      return { field: part === "name" ? "names" : part, message };
    });
    const distinct = [...new Map(shown.map((error) => [error.field, error])).values()];
    return data<Refused>({ written, message: title, errors: distinct }, { status });
  }
}
