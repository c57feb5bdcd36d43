import type { ReactNode } from "react";

type CheckInResultProps = {
  isIn: boolean;
  /** "Slipp inn", "Ikke i dag". */
  verdict: string;
  name: string;
  /** Where from, and what the guest wrote; or why not. */
  children: ReactNode;
  /** Undo and the time; or "Slipp inn likevel". */
  actions: ReactNode;
};

/** What a scanned pass means, as a door one can see from an arm's length: open and lit, or shut. */
export function CheckInResult({ isIn, verdict, name, children, actions }: CheckInResultProps) {
  return (
    <section className={`result ${isIn ? "is-in" : "is-refused"}`} role="status">
      <svg viewBox="0 0 96 96" aria-hidden="true">
        {isIn && <path className="light" d="M14 8v74A74 74 0 0 0 88 8z" />}
        <path className="jamb" d={isIn ? "M0 8h14m74 0h8" : "M0 8h96"} />
        <path className="leaf" d={isIn ? "M14 8v74" : "M14 18h74"} />
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
