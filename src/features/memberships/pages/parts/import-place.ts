import type { Area } from "../../../../interface/navigation/areas.ts";

type Place = { slug: string; name: string };

/** Where the imports of an organization are found, below the language. */
export function importPath(isNetwork: boolean, slug: string): string {
  return `/${isNetwork ? "networks" : "organizations"}/${slug}/import`;
}

/** A network's imports are its coordinators' work; a manager's stand alone, since an organization may run several spaces. */
export function areaOfImport(isNetwork: boolean, { slug, name }: Place): Area {
  return isNetwork ? { kind: "coordinator", network: { slug, name } } : { kind: "public" };
}
