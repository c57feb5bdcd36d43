import { catalogue } from "../../../../platform/language/language.ts";
import type { Metric, Topic } from "../metric.ts";

/** What figures of an area are counted among: everybody there, and not one organization. */
export function textsInArea({ texts, topic }: Pick<Metric, "texts" | "topic">, area: string): Metric["texts"] {
  const of = (language: "nb" | "nn" | "en") => ({ ...texts[language], population: populations[language][topic]({ area }) });
  return { nb: of("nb"), nn: of("nn"), en: of("en") };
}

type Population = (d: { area: string }) => string;

const populations = catalogue<Record<Topic, Population>>({
  nb: {
    members: ({ area }) => `Organisasjoner i ${area} som er medlem av minst ett nettverk eller én klynge, hver talt én gang`,
    events: ({ area }) => `Arrangementer holdt i ${area}, hvem som enn holdt dem, hvert talt én gang, som ikke ble avlyst og er over`,
    programs: ({ area }) =>
      `Bedrifter i ${area} som et program har tatt opp, hver talt én gang, der de selv eller registeret sier at de ligger`,
    investors: ({ area }) => `Introduksjoner i ${area}`,
    projects: ({ area }) => `Prosjekter eid av organisasjoner i ${area}`,
    exchange: ({ area }) => `Linjene i regnskapene for gjestedager i hus i ${area}`,
    spaces: ({ area }) => `Hus i ${area}`,
  },
  nn: {
    members: ({ area }) => `Organisasjonar i ${area} som er medlem av minst eitt nettverk eller éi klynge, kvar talt éin gong`,
    events: ({ area }) => `Arrangement haldne i ${area}, kven som enn heldt dei, kvart talt éin gong, som ikkje vart avlyste og er over`,
    programs: ({ area }) =>
      `Bedrifter i ${area} som eit program har teke opp, kvar talt éin gong, der dei sjølve eller registeret seier at dei ligg`,
    investors: ({ area }) => `Introduksjonar i ${area}`,
    projects: ({ area }) => `Prosjekt åtte av organisasjonar i ${area}`,
    exchange: ({ area }) => `Linjene i rekneskapane for gjestedagar i hus i ${area}`,
    spaces: ({ area }) => `Hus i ${area}`,
  },
  en: {
    members: ({ area }) => `Organizations in ${area} that are members of at least one network or cluster, each counted once`,
    events: ({ area }) => `Events held in ${area} by whoever held them, each counted once, that were not called off and are over`,
    programs: ({ area }) => `Startups in ${area} that a program has taken in, each counted once, where they or the register say they are`,
    investors: ({ area }) => `Introductions in ${area}`,
    projects: ({ area }) => `Projects owned by organizations in ${area}`,
    exchange: ({ area }) => `The rows of the ledgers of guest days in houses in ${area}`,
    spaces: ({ area }) => `Houses in ${area}`,
  },
});
