import { TextField } from "../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import type { Refused } from "./stock-action.ts";
import { stockWords } from "./stock-words.ts";

type FieldsProps = { written: Record<string, string>; errors: Refused["problem"]["errors"]; language: Language };

/** What is said of material: its name, unit and price, and when there is little of it. */
export function ConsumableFields({ written, errors, language }: FieldsProps) {
  const text = stockWords[language];
  const field = (name: string) => ({
    name,
    language,
    defaultValue: written[name],
    error: errors?.find((one) => one.field === name)?.message,
  });
  return (
    <>
      <TextField {...field("name")} label={text.name} maxLength={120} />
      <TextField {...field("unit")} label={text.unit} hint={text.unitHint} maxLength={20} width="s" />
      <TextField {...field("priceOre")} label={text.price} hint={text.priceHint} inputMode="decimal" width="s" />
      <TextField {...field("lowAt")} label={text.lowAt} hint={text.lowAtHint} inputMode="numeric" width="xs" isOptional />
    </>
  );
}
