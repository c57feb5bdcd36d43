import type { Language } from "../../../platform/language/language.ts";
import { writeFigure } from "../metrics/write-figure.ts";
import { withFigures } from "../report.ts";

interface Shown {
  metric: string;
  unit: string;
  kind: "sum" | "ratio";
  value: number | null;
}

/** The paragraphs of a text with the report's figures written where they are named. */
export function paragraphsOf(text: string, figures: readonly Shown[], language: Language): string[] {
  const write = (id: string) => {
    const figure = figures.find(({ metric }) => metric === id);
    return figure && writeFigure(figure.value, figure, language);
  };
  return withFigures(text, write)
    .split("\n")
    .filter((line) => line.trim() !== "");
}
