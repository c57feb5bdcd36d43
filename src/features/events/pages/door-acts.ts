import { attempt, client, type Problem } from "../../../interface/api-client.ts";
import type { Visit } from "../../../interface/visit.ts";
import type { TicketApi } from "../tickets/routes.ts";

type Written = { name: string; email: string; type: string };
type Outcome = { did: string; of: string; problem?: undefined } | { problem: Problem; written?: Written };

/** Carries out what a form at the door asks for, where there is no script. */
export async function carryOutAtDoor(visit: Visit, event: string, form: FormData): Promise<Outcome> {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const of = text("ticket");
  const nonce = text("nonce");
  const scan = { nonce, scannedAt: visit.now.toString() };
  const ticket = client<TicketApi>(visit).tickets[":id"];
  const param = { id: of };
  switch (text("act")) {
    case "in":
      return after("in", await attempt(ticket["check-in"].$put({ param, json: scan })));
    case "out":
      return after("out", await attempt(ticket["check-out"].$put({ param, json: scan })));
    case "undo":
      return after("undo", await attempt(ticket["check-in"].undoing.$put({ param, json: { nonce } })));
    case "walk-in": {
      const written = { name: text("name"), email: text("email"), type: text("type") };
      const json = { ...scan, ticketTypeId: written.type, name: written.name, email: written.email };
      const { done, problem } = await attempt(client<TicketApi>(visit).events[":id"].arrivals.$post({ param: { id: event }, json }));
      return problem ? { problem, written } : { did: done.isDouble ? "again" : "in", of: done.id };
    }
    default:
      throw new Response(null, { status: 400 });
  }

  function after(did: string, { done, problem }: { done?: { isDouble: boolean } | undefined; problem?: Problem | undefined }): Outcome {
    return problem ? { problem } : { did: done?.isDouble ? "again" : did, of };
  }
}
