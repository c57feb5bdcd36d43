import type { Language } from "../../../../platform/language/language.ts";
import { textIn } from "../../../spaces/parts.ts";
import { hostWords } from "../words/host-words.ts";
import type { Arrival } from "./guest-day.ts";

/** What a host does for a guest who came: ticked one by one, saved by the button where there is no script. */
export function GuestDuties({ guest, action, language }: { guest: Arrival; action: string; language: Language }) {
  const text = hostWords[language];
  if (guest.duties.length === 0) return null;
  return (
    <form className="duties" method="post" action={action} data-act="duties">
      <input type="hidden" name="act" value="duties" />
      <input type="hidden" name="pass" value={guest.id} />
      <DutyList duties={guest.duties} language={language} />
      <button className="button small" type="submit">
        {text.saveDuties} <span className="hidden">{text.receive(guest.holder)}</span>
      </button>
    </form>
  );
}

export type Duty = Pick<Arrival["duties"][number], "id" | "texts"> & { isDone?: boolean };

/** The checklist itself. */
export function DutyList({ duties, language }: { duties: readonly Duty[]; language: Language }) {
  return (
    <ul className="duty-list">
      {duties.map((duty) => (
        <li key={duty.id}>
          <input type="hidden" name="duty" value={duty.id} />
          <label>
            <input type="checkbox" name="done" value={duty.id} defaultChecked={duty.isDone} />
            <span>
              <span data-duty>{textIn(duty.texts, language)?.text}</span>
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}
