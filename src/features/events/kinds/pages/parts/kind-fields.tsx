import { TextField } from "../../../../../interface/components/text-field.tsx";
import { oneOf, type Written } from "../../../../../interface/form-values.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import { newEventWords } from "../../../pages/new-event-words.ts";
import { kindWords } from "../kind-words.ts";

/** A form of the page: what is written in it and what is wrong; the names of its fields end with its own. */
export interface KindForm {
  form: string;
  written: Written;
  errors: readonly { field: string; message: string }[];
  language: Language;
}

/** The name of a field in the form, what is written there and what is wrong with it. */
export function fieldIn({ form, written, errors, language }: KindForm, field: string, usual = "") {
  const name = `${field}-${form}`;
  const error = errors.find((one) => one.field === name)?.message;
  return { name, language, defaultValue: written[name] ? oneOf(written, name) : usual, ...(error !== undefined && { error }) };
}

const seldom = ["memberPrice", "opens", "closes", "code", "most"];

/** What a kind of ticket says of itself; folded what few need, unless it is used or wrong. */
export function KindFields({ kind, hint }: { kind: KindForm; hint?: string }) {
  const text = kindWords[kind.language];
  const field = (name: string, usual?: string) => fieldIn(kind, name, usual);
  const isUsed = seldom
    .map((name) => field(name))
    .some(({ name, defaultValue, error }) => error || (name !== `most-${kind.form}` && defaultValue));
  return (
    <>
      <div className="event-row">
        <TextField {...field("name")} label={text.name} maxLength={100} />
        <TextField {...field("price")} label={text.price} {...(hint && { hint })} inputMode="decimal" width="s" isOptional />
      </div>
      <details className="part" open={isUsed}>
        <summary>{newEventWords[kind.language].typeMore}</summary>
        <div className="event-row">
          <TextField {...field("memberPrice")} label={text.memberPrice} inputMode="decimal" width="s" isOptional />
          <TextField {...field("opens")} label={text.opens} type="datetime-local" isOptional />
          <TextField {...field("closes")} label={text.closes} type="datetime-local" isOptional />
          <TextField {...field("code")} label={text.code} hint={text.codeHint} maxLength={40} width="s" autoComplete="off" isOptional />
          <TextField {...field("most", "10")} label={text.most} inputMode="numeric" width="xs" isOptional />
        </div>
      </details>
    </>
  );
}

/** What the fields of a form of the page are called, for the list of what is wrong; of the sizes each by its quota. */
export function labelsOf(form: string, quotas: readonly { id: string; name: string }[], language: Language): Record<string, string> {
  const { name, price, memberPrice, opens, closes, code, most, from, newQuota: quota, newSize: size, sizeOf } = kindWords[language];
  const fields = Object.entries({ name, price, memberPrice, opens, closes, code, most, from, quota, size });
  return Object.fromEntries([
    ...fields.map(([field, label]) => [`${field}-${form}`, label]),
    ...quotas.map((one) => [`size-${one.id}`, sizeOf({ quota: one.name })]),
  ]);
}
