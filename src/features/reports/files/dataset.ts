import type { Language } from "../../../platform/language/language.ts";
import type { FrozenFigure } from "../frozen.ts";
import { writeFigure } from "../metrics/write-figure.ts";
import type { ReportRow } from "../queries.ts";
import { withFigures } from "../report.ts";

const licence = "http://publications.europa.eu/resource/authority/licence/NLOD_2_0";
const languageCodes = { nb: "NOB", nn: "NNO", en: "ENG" } as const;

/**
 * A published report as a dataset with its distributions, as JSON-LD: DCAT-AP-NO 2 (what data.norge.no harvests). The publisher is the
 * organization; the licence NLOD 2.0; the temporal coverage the period of the report.
 */
export function datasetOf(row: ReportRow, areaName: string | null, figures: readonly FrozenFigure[], url: string) {
  const address = `${url}/api/v1/reports/${row.slug}`;
  const inLanguages = (texts: Record<string, string | undefined>) =>
    Object.entries(texts).flatMap(([language, text]) => (text ? [{ "@language": language, "@value": text }] : []));
  const lead = (language: Language) =>
    withFigures(row.leads[language] ?? "", (id) => {
      const figure = figures.find(({ metric }) => metric === id);
      return figure && writeFigure(figure.value, figure, language);
    });
  const distribution = (ending: string, mediaType: string, format: string) => ({
    "@type": "dcat:Distribution",
    "@id": `${address}.${ending}`,
    "dcat:accessURL": { "@id": `${address}.${ending}` },
    "dcat:downloadURL": { "@id": `${address}.${ending}` },
    "dcat:mediaType": { "@id": `https://www.iana.org/assignments/media-types/${mediaType}` },
    "dct:format": { "@id": `http://publications.europa.eu/resource/authority/file-type/${format}` },
    "dct:license": { "@id": licence },
  });
  return {
    "@context": {
      dcat: "http://www.w3.org/ns/dcat#",
      dct: "http://purl.org/dc/terms/",
      foaf: "http://xmlns.com/foaf/0.1/",
      rdfs: "http://www.w3.org/2000/01/rdf-schema#",
      spdx: "http://spdx.org/rdf/terms#",
      vcard: "http://www.w3.org/2006/vcard/ns#",
      xsd: "http://www.w3.org/2001/XMLSchema#",
    },
    "@type": "dcat:Dataset",
    "@id": address,
    "dct:identifier": address,
    "dct:title": inLanguages(row.titles),
    "dct:description": inLanguages(
      Object.fromEntries(
        (["nb", "nn", "en"] as const).map((language) => [
          language,
          lead(language) ||
            onceEach(figures)
              .map(({ texts }) => `${texts[language].name}: ${texts[language].definition}`)
              .join(" "),
        ]),
      ),
    ),
    "dct:publisher": {
      "@type": "foaf:Agent",
      "@id": `${url}/nb/organizations/${row.organization_slug}`,
      "foaf:name": row.organization_name,
    },
    "dcat:contactPoint": {
      "@type": "vcard:Organization",
      "vcard:fn": row.organization_name,
      "vcard:hasURL": { "@id": `${url}/nb/organizations/${row.organization_slug}` },
    },
    ...(areaName !== null && { "dct:spatial": { "@type": "dct:Location", "rdfs:label": areaName } }),
    "dct:accessRights": { "@id": "http://publications.europa.eu/resource/authority/access-right/PUBLIC" },
    "dct:issued": { "@type": "xsd:dateTime", "@value": row.published_at?.toString() },
    "dct:language": Object.values(languageCodes).map((code) => ({
      "@id": `http://publications.europa.eu/resource/authority/language/${code}`,
    })),
    "dct:temporal": {
      "@type": "dct:PeriodOfTime",
      "dcat:startDate": { "@type": "xsd:date", "@value": row.from_day },
      "dcat:endDate": { "@type": "xsd:date", "@value": Temporal.PlainDate.from(row.to_day).subtract({ days: 1 }).toString() },
    },
    "dcat:theme": { "@id": "http://publications.europa.eu/resource/authority/data-theme/ECON" },
    "dcat:landingPage": { "@id": `${url}/nb/reports/${row.slug}` },
    "dcat:keyword": onceEach(figures).map(({ texts }) => ({ "@language": "nb", "@value": texts.nb.name })),
    "spdx:checksum": {
      "@type": "spdx:Checksum",
      "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256" },
      "spdx:checksumValue": row.checksum,
    },
    "dcat:distribution": [distribution("json", "application/json", "JSON"), distribution("csv", "text/csv", "CSV")],
  };
}

function onceEach(figures: readonly FrozenFigure[]): FrozenFigure[] {
  return [...new Map(figures.map((figure) => [figure.metric, figure])).values()];
}
