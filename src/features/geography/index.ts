export { type Area, type AreaRecords, type Areas, areasOf, type RecordedNumber } from "./area.ts";
export { type CountyChange, countiesAt } from "./county.ts";
export { kilometresBetween, kilometresOfChord, nearest, type Point } from "./distance.ts";
export { loadGeography } from "./load.ts";
export {
  type ChangeKind,
  countyAt,
  type Located,
  type Municipality,
  type MunicipalityChange,
  municipalitiesAt,
  municipalityAt,
  type NamedCounty,
  type NamedMunicipality,
  type RecordedPlace,
  type Reference,
} from "./municipality.ts";
export { type MunicipalityByWord, municipalityByWord } from "./municipality-by-word.ts";
export { type MunicipalityOfDay, municipalityEver } from "./municipality-ever.ts";
export { type AreaName, areasOfCounty, countyOfPlace, findArea, meantOn, type NamedArea } from "./named-area.ts";
export {
  type FoundCounty,
  type FoundMunicipality,
  findCounties,
  findMunicipalities,
  type MunicipalityCursor,
  readReference,
} from "./queries.ts";
export { type Geography, readGeography } from "./reference.ts";
export { type RecordedRegion, type RegionMunicipality, regionAt, regionNumbers } from "./region.ts";
export { type GeographyApi, geographyRoutes } from "./routes.ts";
