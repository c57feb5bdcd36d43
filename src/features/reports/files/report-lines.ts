import { catalogue, type Language } from "../../../platform/language/language.ts";
import type { FrozenFigure } from "../frozen.ts";
import { partLabel } from "../metrics/part-label.ts";
import { sourceWords } from "../metrics/source-words.ts";

type Line = (string | number | null)[];

/** A report as lines of a sheet: each figure whole, and under it its parts. */
export function reportLines(figures: readonly FrozenFigure[], language: Language): { titles: string[]; lines: Line[] } {
  const words = texts[language];
  const sources = sourceWords[language];
  const lines = figures.flatMap((figure): Line[] => {
    const { name, definition } = figure.texts[language];
    const source = figure.sources.map(({ source, n }) => `${sources[source as keyof typeof sources]}: ${n}`).join(", ");
    const facts = [figure.missing, figure.version, definition, source];
    return [
      [figure.metric, name, words.whole, figure.value, figure.compared.value, figure.n, ...facts],
      ...figure.values.map((part): Line => {
        const label = figure.by ? partLabel(figure.by, part, language) : part.label;
        return [
          figure.metric,
          name,
          part.isHeldBack ? `${label} (${words.heldBack})` : label,
          part.value,
          null,
          part.n,
          null,
          figure.version,
          null,
          null,
        ];
      }),
    ];
  });
  return { titles: words.titles, lines };
}

const texts = catalogue({
  nb: {
    titles: ["Måltall", "Tall", "Del", "Verdi", "Året før", "Rader", "Mangler", "Versjon", "Definisjon", "Kilder"],
    whole: "Hele",
    heldBack: "holdt tilbake",
  },
  nn: {
    titles: ["Måltal", "Tal", "Del", "Verdi", "Året før", "Rader", "Manglar", "Versjon", "Definisjon", "Kjelder"],
    whole: "Heile",
    heldBack: "halde tilbake",
  },
  en: {
    titles: ["Metric", "Figure", "Part", "Value", "Year before", "Rows", "Missing", "Version", "Definition", "Sources"],
    whole: "Whole",
    heldBack: "held back",
  },
});
