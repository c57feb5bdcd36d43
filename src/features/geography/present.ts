import type { FoundCounty, FoundMunicipality } from "./queries.ts";

/** A municipality as the API shows it. */
export function presentMunicipality(row: FoundMunicipality) {
  const { number, name, nameNo, countyNumber, validFrom, validTo, labelLatitude: latitude, labelLongitude: longitude } = row;
  const label = latitude === null || longitude === null ? null : { latitude, longitude };
  return { number, name, nameNo, countyNumber, validFrom, validTo, label };
}

/** A county as the API shows it. */
export function presentCounty({ number, name, nameNo, validFrom, validTo }: FoundCounty) {
  return { number, name, nameNo, validFrom, validTo };
}
