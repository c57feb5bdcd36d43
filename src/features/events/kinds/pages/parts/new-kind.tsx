import { TextField } from "../../../../../interface/components/text-field.tsx";
import { Ticks } from "../../../pages/parts/ticks.tsx";
import { kindWords } from "../kind-words.ts";
import { fieldIn, KindFields, type KindForm } from "./kind-fields.tsx";

/** The form of a new kind of ticket: of places there are, of new ones, or of both. */
export function NewKind({ kind, quotas }: { kind: KindForm; quotas: readonly { name: string }[] }) {
  const text = kindWords[kind.language];
  const { defaultValue: _, ...from } = fieldIn(kind, "from");
  const [only, ...others] = quotas;
  const usual = only && others.length === 0 ? [only.name] : [];
  return (
    <form className="form" method="post" noValidate>
      <KindFields kind={kind} />
      {quotas.length > 0 && (
        <Ticks
          {...from}
          label={text.from}
          chosen={kind.written["name-new"] ? (kind.written["from-new"] ?? []) : usual}
          options={quotas.map(({ name }) => ({ value: name, label: name }))}
          isMany
        />
      )}
      <div className="event-row">
        <TextField {...fieldIn(kind, "quota")} label={text.newQuota} hint={text.newQuotaHint} maxLength={100} isOptional />
        <TextField {...fieldIn(kind, "size")} label={text.newSize} inputMode="numeric" width="xs" isOptional />
      </div>
      <div className="send">
        <button type="submit" className="button lit" name="act" value="add:new">
          {text.addAct}
        </button>
      </div>
    </form>
  );
}
