import type { ParentKind } from "../../../parents/parent.ts";
import { kindWords } from "../kind-words.ts";
import { KindFields, type KindForm } from "./kind-fields.tsx";
import { KindScope } from "./kind-scope.tsx";
import { PlacesOf } from "./places-of.tsx";

type NewKindProps = { kind: KindForm; quotas: readonly { name: string }[]; parent: ParentKind | undefined };

/** The form of a new kind of ticket, with the places it takes of. */
export function NewKind({ kind, quotas, parent }: NewKindProps) {
  const [only, ...others] = quotas;
  const usual = only && others.length === 0 ? [only.name] : [];
  return (
    <form className="form" method="post" noValidate>
      <KindFields kind={kind} />
      <PlacesOf kind={kind} quotas={quotas} chosen={kind.written["name-new"] ? (kind.written["from-new"] ?? []) : usual} />
      <KindScope kind={kind} parent={parent} isNew />
      <div className="send">
        <button type="submit" className="button lit" name="act" value="add:new">
          {kindWords[kind.language].addAct}
        </button>
      </div>
    </form>
  );
}
