import { catalogue, type Language } from "../../../platform/language/language.ts";
import type { FrozenFigure } from "../frozen.ts";
import { writeFigure } from "../metrics/write-figure.ts";

type Told = Pick<FrozenFigure, "metric" | "unit" | "kind" | "compared"> & { texts: Record<Language, { name: string }> };

/** What is said of definitions since the report of the year before, a sentence for each that has changed. */
export function restatingLines(figures: readonly Told[], hasBefore: boolean, language: Language): string[] {
  const words = texts[language];
  if (!hasBefore) return [words.noneBefore];
  const once = new Map(figures.map((figure) => [figure.metric, figure]));
  const changed = [...once.values()].flatMap((figure) => {
    const then = figure.compared.restatedFrom;
    if (then === null) return [];
    const [said, now] = [writeFigure(then.value, figure, language), writeFigure(figure.compared.value, figure, language)];
    const { name } = figure.texts[language];
    return [said === now ? words.same({ name, now }) : words.restated({ name, said, now })];
  });
  return changed.length === 0 ? [words.noneRestated] : changed;
}

const texts = catalogue({
  nb: {
    restated: (d: { name: string; said: string; now: string }) =>
      `Definisjonen av «${d.name}» er endret. Rapporten fra året før sa ${d.said}; talt på nytt er det ${d.now}.`,
    same: (d: { name: string; now: string }) =>
      `Definisjonen av «${d.name}» er endret siden rapporten fra året før. Talt på nytt er det fortsatt ${d.now}.`,
    noneRestated: "Ingen definisjon er endret siden rapporten fra året før.",
    noneBefore: "Det er ikke lagt ut noen rapport om året før. Tallene for det året er talt som tallene for dette.",
  },
  nn: {
    restated: (d: { name: string; said: string; now: string }) =>
      `Definisjonen av «${d.name}» er endra. Rapporten frå året før sa ${d.said}; talt på nytt er det ${d.now}.`,
    same: (d: { name: string; now: string }) =>
      `Definisjonen av «${d.name}» er endra sidan rapporten frå året før. Talt på nytt er det framleis ${d.now}.`,
    noneRestated: "Ingen definisjon er endra sidan rapporten frå året før.",
    noneBefore: "Det er ikkje lagt ut nokon rapport om året før. Tala for det året er talde som tala for dette.",
  },
  en: {
    restated: (d: { name: string; said: string; now: string }) =>
      `The definition of “${d.name}” has changed. The report of the year before said ${d.said}; counted again it is ${d.now}.`,
    same: (d: { name: string; now: string }) =>
      `The definition of “${d.name}” has changed since the report of the year before. Counted again it is still ${d.now}.`,
    noneRestated: "No definition has changed since the report of the year before.",
    noneBefore: "No report of the year before has been published. The figures of that year are counted as those of this one.",
  },
});
