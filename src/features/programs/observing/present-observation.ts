import type { ObservationRow } from "../enrolling/queries.ts";

export function presentObservation({ id, on, fteLeast, fteMost, headsLeast, headsMost, ...rest }: ObservationRow) {
  const interval = (least: number | null, most: number | null) => (least === null || most === null ? null : { least, most });
  const { turnover, capitalRaised, source, status } = rest;
  return {
    ...{ id, date: on, jobsFte: interval(fteLeast, fteMost), jobsHeads: interval(headsLeast, headsMost) },
    ...{ turnover, capitalRaised, source, status },
  };
}
