import { DataTable } from "../../../../../interface/components/data-table.tsx";
import { southernmost } from "../../../../../interface/components/nordic-outline.ts";
import { NorwayMap } from "../../../../../interface/components/norway-map.tsx";
import { inWords, number } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import { exchangeWords } from "../exchange-words.ts";

type Place = { id: string; name: string; town: string | null; latitude: number | null; longitude: number | null };
export type FlowData = { from: Place; to: Place; days: number };

const mostDrawn = 12;

/** The largest flows on the map, and all of them as a table with links to their rows. */
export function FlowsMap({
  flows,
  rowsHref,
  language,
}: {
  flows: readonly FlowData[];
  rowsHref: (flow: FlowData) => string;
  language: Language;
}) {
  const words = exchangeWords[language];
  const largest = flows.filter(({ days }) => days > 0).slice(0, mostDrawn);
  const places = new Map(flows.flatMap(({ from, to }) => [from, to]).map((place) => [place.id, place]));
  const given = (id: string) => flows.filter(({ to }) => to.id === id).reduce((sum, { days }) => sum + days, 0);
  if (largest.length === 0) return null;
  const isSouth = largest.every(({ from, to }) => isInSouth(from) && isInSouth(to));
  return (
    <div className="stack close">
      <NorwayMap
        isSouth={isSouth}
        title={words.flowsTitle(largest.length)}
        caption={words.flowsCaption({ count: inWords(largest.length, language), isSouth })}
        points={[...places.values()]
          .filter((place) => !isSouth || isInSouth(place))
          .flatMap(({ id, name, town, latitude, longitude }) =>
            latitude === null || longitude === null
              ? []
              : [
                  {
                    id,
                    latitude,
                    longitude,
                    name: town ?? name,
                    amount: number(given(id), language),
                    words: `${name}: ${words.gave} ${given(id)}`,
                    isLit: given(id) > 0,
                  },
                ],
          )}
        flows={largest.map(({ from, to, days }) => ({ from: from.id, to: to.id, amount: days }))}
      />
      <details>
        <summary>{words.asTable}</summary>
        <DataTable
          caption={words.flows}
          isCaptionHidden
          rows={flows}
          keyOf={({ from, to }) => from.id + to.id}
          columns={[
            { label: words.from, cell: ({ from }) => from.name, isHeading: true },
            { label: words.toHost, cell: ({ to }) => to.name },
            { label: words.days, cell: (flow) => <a href={rowsHref(flow)}>{number(flow.days, language)}</a>, isNumeric: true },
          ]}
        />
      </details>
    </div>
  );
}

function isInSouth({ latitude }: Place): boolean {
  return latitude !== null && latitude < southernmost;
}
