import { RadioField, SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextareaField, TextField } from "../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { type Priority, priorities } from "../../order.ts";
import { orderWords } from "../order-words.ts";

/** The form of an order as it was written: texts, so that nothing typed is lost. */
export type WrittenOrder = Record<"organization" | "title" | "description" | "material" | "quantity" | "wantedBy" | "priority", string>;

export const emptyOrder: WrittenOrder = {
  organization: "",
  title: "",
  description: "",
  material: "",
  quantity: "1",
  wantedBy: "",
  priority: "ordinary",
};

/** What the form says, as it was typed and as the API takes it. */
export function readOrderForm(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  const [title, description, material, quantity] = [text("title"), text("description"), text("material"), text("quantity")];
  const organization = text("organization");
  const [wantedBy, priority] = [text("wantedBy"), text("priority") || "ordinary"];
  return {
    written: { organization, title, description, material, quantity, wantedBy, priority },
    json: {
      ...(form.has("organization") && { organization: organization || null }),
      title,
      description,
      material,
      quantity: Number(quantity),
      wantedBy: wantedBy || null,
      priority: priority as Priority,
    },
  };
}

type FieldsProps = {
  written: WrittenOrder;
  /** The companies that may pay. */
  payers: readonly { id: string; name: string }[];
  /** Whether the reader says who pays: not a company's manager, of what another has ordered. */
  isPayerChosen?: boolean;
  errors: readonly { field: string; message: string }[];
  today: string;
  language: Language;
};

/** What the fields of an order are called, in its form and in the list of what is wrong. */
export function orderLabels(language: Language) {
  const { whoPays: organization, title, description, material, quantity, wantedBy, priority } = orderWords[language];
  return { organization, title, description, material, quantity, wantedBy, priority };
}

/** What is wanted: asked once when the order begins, and again when it is changed. */
export function OrderFields({ written, payers, isPayerChosen = true, errors, today, language }: FieldsProps) {
  const [text, labels] = [orderWords[language], orderLabels(language)];
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message;
  const field = (name: keyof WrittenOrder) => ({ name, label: labels[name], language, defaultValue: written[name], error: errorOf(name) });
  return (
    <>
      {isPayerChosen && (payers.length > 0 || written.organization !== "") && (
        <SelectField
          {...field("organization")}
          options={[{ value: "", label: text.payMyself }, ...payers.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      <TextField {...field("title")} hint={text.titleHint} maxLength={120} />
      <TextareaField {...field("description")} hint={text.descriptionHint} rows={4} isOptional />
      <TextField {...field("material")} maxLength={200} isOptional />
      <TextField {...field("quantity")} inputMode="numeric" width="xs" />
      <TextField {...field("wantedBy")} type="date" min={today} width="s" isOptional />
      <RadioField {...field("priority")} options={priorities.map((priority) => ({ value: priority, label: text.priorities[priority] }))} />
    </>
  );
}
