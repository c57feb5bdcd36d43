import { TextField } from "../../../../../interface/components/text-field.tsx";
import { number } from "../../../../../interface/format.ts";
import { useShell } from "../../../../../interface/page.tsx";
import { messages } from "../../messages.ts";
import type { LetterState } from "./letter-columns.tsx";

const unsent = ["waiting", "retrying", "sending", "uncertain", "failed"] as const;

type Standing = Record<(typeof unsent)[number] | "sentLastDay", number>;

/** "Did she get her letter?": asked by the whole address. */
export function AddressSearch({ to, error }: { to: string | undefined; error: string | undefined }) {
  const { language } = useShell();
  const text = messages[language];
  return (
    <form method="get" className="stack letter-search" aria-label={text.find} noValidate>
      <TextField
        name="to"
        type="email"
        autoComplete="off"
        label={text.to}
        hint={text.toHint}
        defaultValue={to}
        {...(error && { error })}
        language={language}
      />
      <div className="buttons">
        <button className="button lit" type="submit">
          {text.findThem}
        </button>
        {to && (
          <a className="button quiet" href="?">
            {text.all}
          </a>
        )}
      </div>
    </form>
  );
}

/** How many letters stand where, each a door to them. What nothing stands in is left out. */
export function StateChips({
  standing,
  state,
  address,
}: {
  standing: Standing;
  state: LetterState | undefined;
  address: (state: LetterState | undefined) => string;
}) {
  const { language } = useShell();
  const text = messages[language];
  const chip = (one: LetterState | undefined, label: string) => (
    <a key={label} className="chip" href={address(one)} aria-current={one === state ? "true" : undefined}>
      {label}
    </a>
  );
  return (
    <nav aria-label={text.show} className="chips">
      {chip(undefined, text.all)}
      {unsent
        .filter((one) => standing[one] > 0 || one === state)
        .map((one) => chip(one, `${text.states[one]}: ${number(standing[one], language)}`))}
      {chip("sent", `${text.sentLastDay}: ${number(standing.sentLastDay, language)}`)}
    </nav>
  );
}
