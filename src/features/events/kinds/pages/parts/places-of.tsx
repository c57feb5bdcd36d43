import { TextField } from "../../../../../interface/components/text-field.tsx";
import { Ticks } from "../../../pages/parts/ticks.tsx";
import { kindWords } from "../kind-words.ts";
import { fieldIn, type KindForm } from "./kind-fields.tsx";

/** Which places a kind of ticket takes of: of those there are, of new ones, or of both. */
export function PlacesOf({ kind, quotas, chosen }: { kind: KindForm; quotas: readonly { name: string }[]; chosen: readonly string[] }) {
  const text = kindWords[kind.language];
  const { defaultValue: _, ...from } = fieldIn(kind, "from");
  return (
    <>
      {quotas.length > 0 && (
        <Ticks {...from} label={text.from} chosen={chosen} options={quotas.map(({ name }) => ({ value: name, label: name }))} isMany />
      )}
      <div className="event-row">
        <TextField {...fieldIn(kind, "quota")} label={text.newQuota} hint={text.newQuotaHint} maxLength={100} isOptional />
        <TextField {...fieldIn(kind, "size")} label={text.newSize} inputMode="numeric" width="xs" isOptional />
      </div>
    </>
  );
}
