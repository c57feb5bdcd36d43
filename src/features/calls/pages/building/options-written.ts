import { oneOf, type Written } from "../../../../interface/form-values.ts";
import { languages } from "../../../../platform/language/language.ts";

type Texts = { nb?: string | undefined; nn?: string | undefined; en?: string | undefined };
type Option = { id: string; label: Texts };

/**
 * What one can choose between: a line each, the same line in each language. An option that was there keeps its key, also under a corrected
 * name, so that what somebody has chosen already stays chosen.
 */
export function optionsIn(written: Written, name: string, before: readonly Option[]): { id?: string; label: Texts }[] {
  const lines = languages.map((language) => linesOf(oneOf(written, `${name}.${language}`)));
  const count = Math.max(...lines.map(({ length }) => length));
  const labels = Array.from({ length: count }, (_, index) =>
    Object.fromEntries(languages.flatMap((language, place) => (lines[place]?.[index] ? [[language, lines[place][index]]] : []))),
  ).filter((label) => Object.keys(label).length > 0);
  const named = labels.map((label) => before.find((option) => languages.some((each) => label[each] && label[each] === option.label[each])));
  return labels.map((label, index) => {
    const atItsPlace = before[index];
    const known = named[index] ?? (atItsPlace && !named.includes(atItsPlace) && labels.length === before.length ? atItsPlace : undefined);
    return { ...(known && { id: known.id }), label };
  });
}

/** The same the other way: as they stand in the form. */
export function writtenOptions(name: string, options: readonly Option[]): Written {
  return Object.fromEntries(
    languages
      .map((language): [string, string[]] => [`${name}.${language}`, [options.map(({ label }) => label[language] ?? "").join("\n")]])
      .filter(([, [text]]) => text?.trim()),
  );
}

function linesOf(text: string): string[] {
  return text === "" ? [] : text.split("\n").map((line) => line.trim());
}
