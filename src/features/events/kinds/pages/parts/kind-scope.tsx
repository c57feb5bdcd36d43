import { RadioField } from "../../../../../interface/components/choice-field.tsx";
import type { ParentKind } from "../../../parents/parent.ts";
import { kindWords } from "../kind-words.ts";
import { fieldIn, type KindForm } from "./kind-fields.tsx";

type ScopeProps = {
  kind: KindForm;
  parent: ParentKind | undefined;
  isNew?: true;
  /** Of those beside it, when it is no kind of ticket that is changed. */
  words?: { label: string; about: string };
};

/** Whether what is done is for this event, or for those of its festival or series too. */
export function KindScope({ kind, parent, isNew, words }: ScopeProps) {
  const text = kindWords[kind.language];
  if (!parent) return null;
  const alike = words ?? (isNew ? text.scopeNew : text.scopeAlike)[parent];
  return (
    <RadioField
      {...fieldIn(kind, "scope", "one")}
      label={isNew ? text.scopeOfNew : text.scope}
      options={[
        { value: "one", label: text.scopeOne },
        { value: "alike", label: alike.label, about: alike.about },
      ]}
    />
  );
}
