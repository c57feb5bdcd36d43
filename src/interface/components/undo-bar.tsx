import type { ReactNode } from "react";
import type { Language } from "../../platform/language/language.ts";
import { words } from "../messages.ts";
import { Icon } from "./icon.tsx";

type UndoBarProps = {
  /** "Naustet er flyttet til «I dialog»." */
  children: ReactNode;
  /** Where the undoing is posted; with hidden fields. */
  action: string;
  fields: Readonly<Record<string, string>>;
  /** The page without the bar: it stays until closed. */
  closeHref: string;
  language: Language;
};

/** What can be undone is done at once, and this says so. */
export function UndoBar({ children, action, fields, closeHref, language }: UndoBarProps) {
  const { undo, close } = words[language];
  return (
    <div className="undo-bar" role="status">
      <Icon name="check" />
      <p>{children}</p>
      <form method="post" action={action}>
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button className="button small" type="submit">
          <Icon name="undo" /> {undo}
        </button>
      </form>
      <a className="close" href={closeHref}>
        <Icon name="close" />
        <span className="hidden">{close}</span>
      </a>
    </div>
  );
}
