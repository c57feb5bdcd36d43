import type { CSSProperties, ReactNode } from "react";
import type { Language } from "../../platform/language/language.ts";
import { words } from "../messages.ts";
import { Icon } from "./icon.tsx";

/** How something is done: rooms in a row with the wall open between them. At most four. A step may lead to where one does it. */
export function Steps({ steps }: { steps: readonly { title: string; text: ReactNode; href?: string }[] }) {
  return (
    <ol className="steps" style={{ "--rooms": steps.length } as CSSProperties}>
      {steps.map(({ title, text, href }, place) => (
        <li key={title}>
          <span className="step-n" aria-hidden="true">
            {place + 1}
          </span>
          <h3>{href ? <a href={href}>{title}</a> : title}</h3>
          <p>{text}</p>
        </li>
      ))}
    </ol>
  );
}

export type PathStep = { title: string; about: ReactNode; state: "done" | "now" | "later" };

/** Where in a process one stands: done steps are ticked, the present one is lit. `label` names the process. */
export function ProcessPath({ label, steps, language }: { label: string; steps: readonly PathStep[]; language: Language }) {
  return (
    <ol className="path" aria-label={label}>
      {steps.map(({ title, about, state }, place) => (
        <li key={title} className={state === "later" ? undefined : `is-${state}`} aria-current={state === "now" ? "step" : undefined}>
          {state === "done" ? (
            <Icon name="check" />
          ) : (
            <span className="step-n" aria-hidden="true">
              {place + 1}
            </span>
          )}
          <div>
            {state === "done" && <span className="hidden">{words[language].done}: </span>}
            <b>{title}</b>
            <br />
            <span className="small">{about}</span>
          </div>
        </li>
      ))}
    </ol>
  );
}
