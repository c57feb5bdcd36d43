import { money } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { ShownRegistration } from "../load-event.ts";
import { placeWords } from "./place-words.ts";

/** What is owed for a registration that has changed since it was made, entry by entry, and what it comes to. */
export function ChargeList({ registration, language }: { registration: ShownRegistration; language: Language }) {
  const text = placeWords[language];
  const charges = registration.charges ?? [];
  if (charges.length < 2) return null;
  const sum = charges.reduce((total, { amountWithVatOre }) => total + amountWithVatOre, 0);
  return (
    <div>
      <dt>{text.owed}</dt>
      <dd>
        {charges.map(({ kind, code, amountWithVatOre }) => (
          <p key={`${kind} ${code}`} className="small">
            {[text.charges[kind], code].filter(Boolean).join(", ")}: {money(amountWithVatOre, language)}
          </p>
        ))}
        <p>
          <b>
            {text.sum}: {money(sum, language)}
          </b>
        </p>
      </dd>
    </div>
  );
}
