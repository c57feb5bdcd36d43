import type { Language } from "../../platform/language/language.ts";
import { words } from "../messages.ts";
import { type DoorState, DoorWithWords } from "./door.tsx";
import { Chair } from "./seats.tsx";

const states: DoorState[] = ["open", "ajar", "shut", "closed"];

/** What the doors and chairs mean, under the house or beside a list. */
export function DrawingLegend({ language }: { language: Language }) {
  const { legend, guestSeatFree, guestSeatTaken } = words[language];
  return (
    <ul className="legend" aria-label={legend}>
      {states.map((state) => (
        <li key={state}>
          <DoorWithWords state={state} language={language} />
        </li>
      ))}
      <li>
        <span className="seats">
          <Chair state="free" />
        </span>{" "}
        {guestSeatFree}
      </li>
      <li>
        <span className="seats">
          <Chair state="taken" />
        </span>{" "}
        {guestSeatTaken}
      </li>
    </ul>
  );
}
