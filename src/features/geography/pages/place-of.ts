import { client, read } from "../../../interface/api-client.ts";
import type { Visit } from "../../../interface/visit.ts";
import type { GeographyApi } from "../routes.ts";

const coordinates = /^(-?\d{1,2}(?:\.\d+)?),\s*(-?\d{1,3}(?:\.\d+)?)$/;

/** A place by its name: the municipality's point on land; or coordinates as they are. */
export async function placeOf(visit: Visit, near: string): Promise<{ name: string; latitude: number; longitude: number } | undefined> {
  const [, latitude, longitude] = coordinates.exec(near) ?? [];
  if (latitude && longitude) return { name: near, latitude: Number(latitude), longitude: Number(longitude) };
  if (near === "") return undefined;
  const found = await read(client<GeographyApi>(visit).municipalities.$get({ query: { q: near, limit: "1" } }));
  const [first] = found.items;
  return first?.label ? { name: first.nameNo, ...first.label } : undefined;
}
