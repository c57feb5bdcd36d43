import type { ReactNode } from "react";

type CheckInResultProps = {
  /** open: let in. ajar: the guest still waits. shut: not today, not here, not known. */
  door: "open" | "ajar" | "shut";
  /** "Slipp inn", "Ikke i dag". */
  verdict: ReactNode;
  name: ReactNode;
  /** Where from, and what the guest wrote; or why not. */
  children: ReactNode;
  /** Undo and the time; or "Slipp inn likevel". */
  actions: ReactNode;
};

const drawings = {
  open: { light: "M14 8v74A74 74 0 0 0 88 8z", jamb: "M0 8h14m74 0h8", leaf: "M14 8v74", floor: "is-in" },
  ajar: { light: "M14 8l57 47A74 74 0 0 0 88 8z", jamb: "M0 8h14m74 0h8", leaf: "M14 8l57 47", floor: "is-waiting" },
  shut: { light: undefined, jamb: "M0 8h96", leaf: "M14 18h74", floor: "is-refused" },
};

/** What a scanned pass means, as a door one can see from an arm's length: open and lit, ajar, or shut. */
export function CheckInResult({ door, verdict, name, children, actions }: CheckInResultProps) {
  const { light, jamb, leaf, floor } = drawings[door];
  return (
    <section className={`result ${floor}`}>
      <svg viewBox="0 0 96 96" aria-hidden="true">
        {light && <path className="light" d={light} />}
        <path className="jamb" d={jamb} />
        <path className="leaf" d={leaf} />
      </svg>
      <div>
        <p className="small">{verdict}</p>
        <h2>{name}</h2>
        {children}
      </div>
      <div className="result-actions">{actions}</div>
    </section>
  );
}
