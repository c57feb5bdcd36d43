import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { doorWords } from "../../door/words.ts";
import type { DoorData } from "../door.tsx";

type WalkInFormProps = {
  door: DoorData;
  written: { name: string; email: string; type: string } | undefined;
  path: string;
  language: Language;
};

/** Registers somebody who stands at the door without a ticket. */
export function WalkInForm({ door, written, path, language }: WalkInFormProps) {
  const text = doorWords[language];
  const types = door.event.ticketTypes;
  if (types.length === 0) return null;
  return (
    <details className="room small" data-walk-in open={written !== undefined}>
      <summary>{text.walkIn}</summary>
      <form method="post" action={path} className="stack" data-act="walk-in">
        <input type="hidden" name="act" value="walk-in" />
        <input type="hidden" name="nonce" value={door.walkInNonce} />
        <p>{text.walkInAbout}</p>
        <div className="field">
          <label htmlFor="name">{text.name}</label>
          <input id="name" name="name" required maxLength={200} autoComplete="off" defaultValue={written?.name} />
        </div>
        <div className="field">
          <label htmlFor="email">{text.email}</label>
          <input id="email" name="email" type="email" required maxLength={200} autoComplete="off" defaultValue={written?.email} />
        </div>
        <div className="field">
          <label htmlFor="type">{text.ticketType}</label>
          <select id="type" name="type" defaultValue={written?.type}>
            {types.map((type) => (
              <option key={type.id} value={type.id}>
                {`${type.name} (${text.left(number(type.left, language))})`}
              </option>
            ))}
          </select>
        </div>
        <button className="button lit" type="submit">
          {text.letThemIn}
        </button>
      </form>
    </details>
  );
}
