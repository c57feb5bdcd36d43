import type { ReactNode } from "react";
import type { Language } from "../../platform/language/language.ts";
import { words } from "../messages.ts";
import { useFault } from "./faults.tsx";
import { Icon } from "./icon.tsx";

/** What every field takes. The id is the name unless two forms of a page share it. */
export type FieldProps = {
  name: string;
  label: string;
  language: Language;
  id?: string;
  hint?: ReactNode;
  /** Cause and remedy in one line. */
  error?: string;
  /** Marked as such: ask only what is used. */
  isOptional?: boolean;
};

/** What joins a control to its hint and error in the server's HTML. */
export function describedBy({ name, id = name, hint, error }: FieldProps) {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return { id, "aria-describedby": ids || undefined, "aria-invalid": error ? true : undefined };
}

/** Label above, hint under it, the error between hint and control. */
export function FieldFrame({ field, children }: { field: FieldProps; children: ReactNode }) {
  return (
    <div className={field.error ? "field bad" : "field"}>
      <label htmlFor={field.id ?? field.name}>
        <LabelText {...field} />
      </label>
      <HintAndError {...field} />
      {children}
    </div>
  );
}

export function LabelText({ label, isOptional, language }: FieldProps) {
  return (
    <>
      {label}
      {isOptional && <span className="optional"> ({words[language].optional})</span>}
    </>
  );
}

export function HintAndError({ name, id = name, hint, error, language }: FieldProps) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="err" id={`${id}-error`}>
          <Icon name="wrong" />
          <span>
            <span className="hidden">{words[language].error}: </span>
            {error}
          </span>
        </p>
      )}
    </>
  );
}

/** Splits a control's own attributes from what the frame needs; an error of the forms around is the field's own. */
export function useField<Props extends FieldProps>(props: Props): [FieldProps, Omit<Props, keyof FieldProps>] {
  const { name, label, language, id, hint, error, isOptional, ...rest } = props;
  const told = useFault(id ?? name);
  return [{ name, label, language, id, hint, error: error ?? told, isOptional }, rest];
}
