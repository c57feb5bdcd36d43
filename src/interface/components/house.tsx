import type { CSSProperties } from "react";
import type { Language } from "../../platform/language/language.ts";
import { words } from "../messages.ts";
import { softHyphens } from "../soft-hyphens.ts";
import { type DoorState, PlanDoor } from "./door.tsx";
import { type Located, mostRooms, wings } from "./house-wings.ts";
import { mostDrawnSeats, Seats } from "./seats.tsx";

export type HouseRoom = Located & {
  name: string;
  href: string;
  /** With all official names where there is room ("Trondheim – Tråante"). */
  town: string;
  seatsFree: number;
  seats: number;
  state: DoorState;
  /** "4 av 6 ledige", "Fullt, to venter", "Stengt tirsdag". */
  words: string;
};

/** The network as one floor plan: a room a place, every door on one hall. Draws nothing above sixteen rooms: the list is the truth. */
export function House({ rooms, day, language }: { rooms: readonly HouseRoom[]; day: string; language: Language }) {
  if (rooms.length === 0 || rooms.length > mostRooms) return null;
  const { east, west } = wings(rooms);
  const { north, south, eastWing, westWing } = words[language];
  return (
    <div className="house">
      {east.length > 0 && <Wing side="east" label={eastWing} rooms={east} />}
      <div className="hall" aria-hidden="true">
        <span>{north}</span>
        <i />
        <b>{day}</b>
        <i />
        <span>{south}</span>
      </div>
      <Wing side="west" label={westWing} rooms={west} />
    </div>
  );
}

// what is closed that day is no narrower than a small house
const usualSeats = 6;

function Wing({ side, label, rooms }: { side: "east" | "west"; label: string; rooms: readonly HouseRoom[] }) {
  const columns = rooms.map(({ seats }) => `minmax(0,${Math.min(seats || usualSeats, mostDrawnSeats) + 7}fr)`).join(" ");
  return (
    <ul className={`wing ${side}`} style={{ "--columns": columns } as CSSProperties} aria-label={label}>
      {rooms.map((room) => (
        <Place key={room.href} room={room} />
      ))}
    </ul>
  );
}

const light: Record<DoorState, string> = { open: "is-lit", ajar: "is-lit", shut: "is-dark", closed: "is-barred" };

function Place({ room }: { room: HouseRoom }) {
  return (
    <li className={`place ${light[room.state]}`}>
      <a href={room.href}>
        <span className="window" aria-hidden="true" />
        <strong>{softHyphens(room.name)}</strong> <span className="town">{room.town}</span>{" "}
        <Seats free={room.seatsFree} seats={room.seats} isClosed={room.state === "closed"} /> <span className="count">{room.words}</span>
      </a>
      <PlanDoor state={room.state} />
    </li>
  );
}
