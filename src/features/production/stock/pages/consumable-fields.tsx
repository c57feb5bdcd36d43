import { TextField } from "../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import type { Refused } from "./stock-action.ts";
import { stockWords } from "./stock-words.ts";

type FieldsProps = { written: Record<string, string>; errors: Refused["problem"]["errors"]; language: Language };

/** What the fields of material are called, in its form and in the list of what is wrong. */
export function consumableLabels(language: Language) {
  const { name, unit, price: priceOre, lowAt } = stockWords[language];
  return { name, unit, priceOre, lowAt };
}

/** What is said of material: its name, unit and price, and when there is little of it. */
export function ConsumableFields({ written, errors, language }: FieldsProps) {
  const [text, labels] = [stockWords[language], consumableLabels(language)];
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    language,
    defaultValue: written[name],
    error: errors?.find((one) => one.field === name)?.message,
  });
  return (
    <>
      <TextField {...field("name")} maxLength={120} />
      <TextField {...field("unit")} hint={text.unitHint} maxLength={20} width="s" />
      <TextField {...field("priceOre")} hint={text.priceHint} inputMode="decimal" width="s" />
      <TextField {...field("lowAt")} hint={text.lowAtHint} inputMode="numeric" width="xs" isOptional />
    </>
  );
}
