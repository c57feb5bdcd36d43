import { type AnyExport, exportRoutes, inParts, sheetExport } from "../../../platform/http/sheet-export.ts";
import type { Installation } from "../../../platform/installation.ts";
import { catalogue } from "../../../platform/language/language.ts";
import { rowsQuery } from "./contract.ts";
import { partOf } from "./parting.ts";
import { readRows } from "./read-figure.ts";
import { sourceWords } from "./source-words.ts";

/** The rows behind a figure as a file, by the rules of the list. */
export function metricExports(installation: Installation) {
  return exportRoutes(installation, [rowsFile(installation)]);
}

function rowsFile(installation: Installation): AnyExport {
  return sheetExport({
    path: "/metrics/{id}/rows",
    tag: "metrics",
    summary: "The rows behind a figure",
    permission: "everyone",
    filters: rowsQuery,
    async read({ actor, id, language, filters: { by, key, ...given } }) {
      const asked = { ...given, metric: id, language };
      const part = partOf(by, key);
      // refuses before the first row
      await readRows(installation, actor, asked, part, { limit: 1 });
      type Row = Awaited<ReturnType<typeof readRows>>["rows"][number];
      return {
        name: id,
        titles: texts[language],
        rows: inParts<Row, (string | number | null)[]>(
          async (last, limit) => {
            const after = last && { day: last.day, key: last.key };
            return (await readRows(installation, actor, asked, part, { limit: limit - 1, after })).rows;
          },
          ({ day, label, organization, municipality_number, amount, of_amount, source }) => [
            day,
            label,
            organization,
            municipality_number,
            amount,
            of_amount,
            sourceWords[language][source as keyof typeof sourceWords.nb],
          ],
        ),
      };
    },
  });
}

const texts = catalogue({
  nb: ["Dag", "Rad", "Organisasjon", "Kommunenummer", "Tall", "Av", "Kilde"],
  nn: ["Dag", "Rad", "Organisasjon", "Kommunenummer", "Tal", "Av", "Kjelde"],
  en: ["Day", "Row", "Organization", "Municipality number", "Amount", "Of", "Source"],
});
