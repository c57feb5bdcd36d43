import { CheckInResult } from "../../../../interface/components/check-in-result.tsx";
import { clock } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { nameOf } from "../../door/door-ticket.ts";
import { doorWords } from "../../door/words.ts";
import type { DoorData } from "../door.tsx";
import { zoned } from "../event-times.ts";
import { TicketForm } from "./door-rows.tsx";

/** What was just done at the door, where there is no script to show it. */
export function DoorOutcome({ door, path, language }: { door: DoorData; path: string; language: Language }) {
  const text = doorWords[language];
  const ticket = door.list.items.find(({ id }) => id === door.of);
  if (!ticket || !["in", "again", "out"].includes(door.did)) return null;
  const since = ticket.checkedInAt ? clock(zoned(ticket.checkedInAt, door.event.timeZone)) : "";
  const isIn = door.did !== "out";
  return (
    <CheckInResult
      door={isIn ? "open" : "shut"}
      verdict={door.did === "again" ? text.already : isIn ? text.letIn : text.isOut}
      name={nameOf(ticket, text.unnamed)}
      actions={
        door.did === "in" && (
          <TicketForm act="undo" ticket={ticket.id} nonce={door.nonces[ticket.id]} action={path}>
            <button className="button small" type="submit">
              {text.undo}
            </button>
          </TicketForm>
        )
      }
    >
      <p>{[ticket.kind, ticket.organization].filter(Boolean).join(", ")}</p>
      {door.did === "again" && <p className="small">{text.alreadyText(since)}</p>}
    </CheckInResult>
  );
}
