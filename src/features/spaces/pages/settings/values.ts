import { languages } from "../../../../platform/language/language.ts";
import type { Space, SpaceSettings } from "../../shapes.ts";
import type { WrittenTexts } from "../../texts.ts";

/** A space as its managers edit it. */
export type Current = Space & SpaceSettings;

/** What stands in the fields of a form, by name; a box that is not ticked is not among them. */
export type Values = Readonly<Record<string, string>>;

/** The text fields of a form. */
export function valuesOf(form: FormData): Values {
  const texts = [...form.entries()].flatMap(([name, value]) => (typeof value === "string" ? [[name, value] as const] : []));
  return Object.fromEntries(texts.map(([name, value]) => [name, value.replace(/\r\n/g, "\n")]));
}

/** The texts written under a name: "descriptions.nb", "descriptions.nn", "descriptions.en". */
export function textsOf(values: Values, name: string): WrittenTexts {
  return Object.fromEntries(languages.map((language) => [language, values[`${name}.${language}`] ?? ""]));
}

/** The other way: what stands in the fields of texts. */
export function textValues(name: string, texts: WrittenTexts): Values {
  return Object.fromEntries(languages.map((language) => [`${name}.${language}`, texts[language] ?? ""]));
}

/** A number as written, with comma or point; what is no number goes to the API as it stands, which says so. */
export function numberOf(text: string | undefined): number {
  const written = (text ?? "").trim().replace(",", ".").replace("\u2212", "-");
  return /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : (written as unknown as number);
}

/** A text, or null when nothing is written. */
export function textOrNull(text: string | undefined): string | null {
  return text?.trim() ? text.trim() : null;
}
