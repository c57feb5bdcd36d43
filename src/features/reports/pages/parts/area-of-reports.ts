import type { Area } from "../../../../interface/navigation/areas.ts";

type Reporting = { slug: string; name: string; kinds: readonly string[] };

/** A network's reports are its coordinators' work; to others, and at other organizations, they stand alone. */
export function areaOfReports({ slug, name, kinds }: Reporting, mayWrite: boolean): Area {
  return mayWrite && kinds.includes("network") ? { kind: "coordinator", network: { slug, name } } : { kind: "public" };
}
