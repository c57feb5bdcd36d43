import { placeLabels } from "../../../../interface/components/map-labels.ts";
import { Pin } from "../../../../interface/components/map-pin.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { areaMap } from "../../map/area-map.ts";
import { writeFigure } from "../../metrics/write-figure.ts";
import { reportWords } from "../report-words.ts";
import type { ReportData } from "./report-part.tsx";

const mostPins = 24;
type FigureMapProps = { figure: ReportData["figures"][number]; places: ReportData["places"]; language: Language };

/** A figure on a map: areas are deeper in colour the more there is, and each says its number. The table beside it has them all. */
export function FigureMap({ figure, places, language }: FigureMapProps) {
  const text = reportWords[language];
  const map = areaMap(places, figure.values);
  if (!map) return null;
  const anchored = map.points.slice(0, mostPins).map(({ label, value, x, y }) => {
    const amount = writeFigure(value, figure, language);
    return { x, y, name: label, amount, words: `${label}: ${amount}`, isLit: true };
  });
  return (
    <figure className="map room">
      <svg viewBox={`0 0 ${map.width} ${map.height}`} role="img" aria-label={text.mapTitle({ name: figure.texts[language].name })}>
        {map.cells.map(({ number, path, share }) => (
          <path
            key={number}
            className={share === null ? "cell" : "cell is-lit"}
            d={path}
            fillOpacity={share === null ? undefined : 0.2 + 0.8 * share}
          />
        ))}
        {[...placeLabels(anchored, map)].map(([point, place]) => (
          <Pin key={point.words} point={point} place={place} />
        ))}
      </svg>
      <figcaption className="fine soft">{text.mapOf}</figcaption>
    </figure>
  );
}
