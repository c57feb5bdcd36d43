import { RadioField } from "../../../../../interface/components/choice-field.tsx";
import type { ParentKind } from "../../../parents/parent.ts";
import { kindWords } from "../kind-words.ts";
import { fieldIn, type KindForm } from "./kind-fields.tsx";

/** Whether what is done is for this event, or for those of its festival or series too. */
export function KindScope({ kind, parent, isNew }: { kind: KindForm; parent: ParentKind | undefined; isNew?: true }) {
  const text = kindWords[kind.language];
  if (!parent) return null;
  const alike = (isNew ? text.scopeNew : text.scopeAlike)[parent];
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
