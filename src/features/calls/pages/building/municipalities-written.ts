import { client, read } from "../../../../interface/api-client.ts";
import type { Visit } from "../../../../interface/visit.ts";
import type { GeographyApi } from "../../../geography/routes.ts";

/** Municipalities as people write them, "Lillestrøm, 3222 Lørenskog", by their numbers. @returns those nobody knows as well */
export async function municipalitiesIn(visit: Visit, text: string): Promise<{ numbers: string[]; unknown: string[] }> {
  const words = text.split(/[,;\n]+/).flatMap((word) => word.trim() || []);
  const found = await Promise.all(words.map(async (word) => ({ word, number: await numberOf(visit, word) })));
  return {
    numbers: [...new Set(found.flatMap(({ number }) => number ?? []))],
    unknown: found.flatMap(({ word, number }) => (number === undefined ? [word] : [])),
  };
}

async function numberOf(visit: Visit, word: string): Promise<string | undefined> {
  // the number of a municipality that is no more stands as it was written
  const [number] = /^\d{4}\b/.exec(word) ?? [];
  if (number) return number;
  const { items } = await read(client<GeographyApi>(visit).municipalities.$get({ query: { q: word.slice(0, 100), limit: "20" } }));
  const same = items.filter(({ name, nameNo }) => [name, nameNo].some((one) => one.toLowerCase() === word.toLowerCase()));
  const [only] = same.length > 0 ? same : items;
  return same.length === 1 || items.length === 1 ? only?.number : undefined;
}
