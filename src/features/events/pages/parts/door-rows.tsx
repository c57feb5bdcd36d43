import type { ReactNode } from "react";
import { Door } from "../../../../interface/components/door.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { clock, number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { nameOf, presenceOf } from "../../door/door-ticket.ts";
import { doorWords } from "../../door/words.ts";
import type { DoorData } from "../door.tsx";
import { zoned } from "../event-times.ts";

type RowsProps = { door: DoorData; path: string; language: Language };

/** The tickets that were searched for, or the first in order of names: how each stands, and what can be done. */
export function DoorRows({ door, path, language }: RowsProps) {
  const text = doorWords[language];
  const { items, total } = door.list;
  if (total === 0) return <p>{text.none}</p>;
  return (
    <>
      {items.length === 0 && <p>{text.noHits(door.query)}</p>}
      <ul className="lines guests">
        {items.map((ticket) => (
          <Row key={ticket.id} ticket={ticket} door={door} path={path} language={language} />
        ))}
      </ul>
      {door.query !== "" && (
        <p className="small">
          <a href={path}>{text.showAll}</a>
        </p>
      )}
      {door.query === "" && items.length < total && (
        <p className="small soft">{text.hits({ shown: number(items.length, language), count: number(total, language) })}</p>
      )}
    </>
  );
}

function Row({ ticket, door, path, language }: RowsProps & { ticket: DoorData["list"]["items"][number] }) {
  const text = doorWords[language];
  const presence = presenceOf(ticket);
  const name = nameOf(ticket, text.unnamed);
  const at = (moment: string | null) => (moment ? clock(zoned(moment, door.event.timeZone)) : "");
  const form = { ticket: ticket.id, nonce: door.nonces[ticket.id], action: path };
  return (
    <li data-ticket={ticket.id}>
      {presence === "inside" ? <Icon name="check" tone="good" /> : <Door state={presence === "out" ? "shut" : "open"} />}
      <div>
        <b>{name}</b>
        <br />
        <span className="small soft">{[ticket.kind, ticket.holder ? ticket.organization : ticket.code].filter(Boolean).join(" · ")}</span>
      </div>
      <div className="end">
        <span className="small">
          {presence === "inside" ? text.inside(at(ticket.checkedInAt)) : presence === "out" ? text.out(at(ticket.leftAt)) : text.expected}
        </span>
        {presence === "inside" ? (
          <span className="door-row-acts">
            <TicketForm act="undo" {...form}>
              <button className="text-button small" type="submit">
                {text.undo} <span className="hidden">{name}</span>
              </button>
            </TicketForm>
            <TicketForm act="out" {...form}>
              <button className="text-button small" type="submit">
                {text.letOut} <span className="hidden">{name}</span>
              </button>
            </TicketForm>
          </span>
        ) : (
          <TicketForm act="in" {...form}>
            <button className="button small" type="submit">
              {text.letIn} <span className="hidden">{name}</span>
            </button>
          </TicketForm>
        )}
      </div>
    </li>
  );
}

type TicketFormProps = { act: "in" | "out" | "undo"; ticket: string; nonce: string | undefined; action: string; children: ReactNode };

/** A form that does one thing with one ticket. */
export function TicketForm({ act, ticket, nonce, action, children }: TicketFormProps) {
  return (
    <form method="post" action={action} data-act={act} data-ticket={ticket}>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="ticket" value={ticket} />
      {nonce && <input type="hidden" name="nonce" value={nonce} />}
      {children}
    </form>
  );
}
