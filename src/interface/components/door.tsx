import type { ReactNode } from "react";
import type { Language } from "../../platform/language/language.ts";
import { words } from "../messages.ts";

/** open: free. ajar: the host answers first, one waits, or there is more behind. shut: full or taken. closed: no door. */
export type DoorState = "open" | "ajar" | "shut" | "closed";

const leaves: Record<DoorState, ReactNode> = {
  open: (
    <>
      <path className="light" d="M4 4v15A15 15 0 0 0 19 4z" />
      <path className="jamb" d="M0 4h4m15 0h5" />
      <path className="leaf" d="M4 4v15" />
    </>
  ),
  ajar: (
    <>
      <path className="light" d="M4 4l11.5 9.6A15 15 0 0 0 19 4z" />
      <path className="jamb" d="M0 4h4m15 0h5" />
      <path className="leaf" d="M4 4l11.5 9.6" />
    </>
  ),
  shut: (
    <>
      <path className="jamb" d="M0 4h24" />
      <path className="leaf" d="M4 6.5h15" />
    </>
  ),
  closed: (
    <>
      <path className="jamb" d="M0 4h24" />
      <path className="bar" d="m3 12 6-5M3 20 17 7M10 20 20 11m-3 9 4-3.6" />
    </>
  ),
};

/** A door by the line of text. The words beside it are the caller's, or use `DoorWithWords`. */
export function Door({ state }: { state: DoorState }) {
  return (
    <svg className="door" viewBox="0 0 24 24" aria-hidden="true">
      {leaves[state]}
    </svg>
  );
}

/** A door and what it means: the state's own words, or better ones ("Ledig nå til kl. 11"). */
export function DoorWithWords({ state, language, children }: { state: DoorState; language: Language; children?: ReactNode }) {
  return (
    <span className="state">
      <Door state={state} /> <span>{children ?? doorWords(state, language)}</span>
    </span>
  );
}

/** "Ledig", "Verten svarer først", "Fullt", "Stengt". */
export function doorWords(state: DoorState, language: Language): string {
  const { free, hostAnswersFirst, full, closed } = words[language];
  return { open: free, ajar: hostAnswersFirst, shut: full, closed }[state];
}

/** A door as large as the plan it stands in; a closed place has none. */
export function PlanDoor({ state }: { state: DoorState }) {
  if (state === "closed") return null;
  if (state === "shut") {
    return (
      <svg className="plan-door" viewBox="0 0 56 56" aria-hidden="true">
        <path className="leaf bolt" d="M6 -1.5h44" />
      </svg>
    );
  }
  const leaf = state === "open" ? "M6 0v44" : "M6 0l34.7 27.1";
  return (
    <svg className="plan-door" viewBox="0 0 56 56" aria-hidden="true">
      <path className="gap" d="M6 -1.5h44" />
      <path className="light" d={`${leaf}A44 44 0 0 0 50 0z`} />
      <path className="leaf" d={leaf} />
    </svg>
  );
}
