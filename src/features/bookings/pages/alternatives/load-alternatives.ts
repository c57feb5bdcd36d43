import { client, type Problem, read } from "../../../../interface/api-client.ts";
import type { Visit } from "../../../../interface/visit.ts";
import type { AvailabilityApi } from "../../availability/routes.ts";

type Wish = { resource: string; startsAt: string; endsAt: string; people: string };

/** What is free instead when a time was refused as taken; undefined for another refusal. */
export async function alternativesTo(visit: Visit, problem: Problem, { resource, startsAt, endsAt, people }: Wish) {
  if (problem.code !== "booking.taken") return undefined;
  const query = { from: startsAt, to: endsAt, ...(people && { people }) };
  return await read(client<AvailabilityApi>(visit).resources[":id"].alternatives.$get({ param: { id: resource }, query }));
}

export type Alternatives = NonNullable<Awaited<ReturnType<typeof alternativesTo>>>;
