import { rmSync } from "node:fs";
import { type LoadResult, load, post } from "./load.ts";
import { seedRush } from "./seed.ts";
import { databaseOf, newDataFolder, startServer } from "./server.ts";

const connections = 64;

/**
 * Registrations for events through the HTTP API with an API key, durable commits: 100,000 places of one kind of ticket and of five on
 * one quota, decided together and one transaction each (the baseline); then 300 places and 5,000 people at once.
 */
export async function benchRush({ requests = 20_000 } = {}) {
  const folder = newDataFolder();
  const options = { ROMSLIG_DATA: folder, ROMSLIG_DEMO: "0", ROMSLIG_ROLE: "web" };
  let server = await startServer(options);
  const { people, key, connections: seeded } = await seedRush(databaseOf(folder), { hosts: 0, seats: 0, people: 3 * requests + 12_000 });
  await seeded.close();
  let next = 0;
  const eventOf = (places: number, kinds: number) => makeEvent(server.port, key, places, kinds);
  const register = (event: MadeEvent, index: number) =>
    post(`/api/v1/events/${event.id}/registrations`, key, {
      ticketTypeId: event.ticketTypes[index % event.ticketTypes.length]?.id,
      personId: people[next++ % people.length],
    });
  const results: Record<string, unknown>[] = [];
  for (const [name, largest, count] of [
    ["one transaction each", "1", Math.round(requests / 7)],
    ["decided together", "256", requests],
  ] as const) {
    await server.stop();
    server = await startServer({ ...options, ROMSLIG_LARGEST_BATCH: largest });
    for (const [kinds, what] of [
      [1, "one quota, one kind of ticket"],
      [5, "one quota, five kinds"],
    ] as const) {
      const event = await eventOf(100_000, kinds);
      await load(server.port, connections, 500, (index) => register(event, index));
      results.push(row(`${what}, ${name}`, await load(server.port, connections, count, (index) => register(event, index))));
    }
  }
  const small = await eventOf(300, 1);
  const crowd = await load(server.port, 1_000, 5_000, (index) => register(small, index), true);
  const states = Object.groupBy(crowd.bodies, (body) => (JSON.parse(body) as { state?: string }).state ?? "refused");
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  const counted = { confirmed: states.confirmed?.length ?? 0, waiting: states.waiting?.length ?? 0, refused: states.refused?.length ?? 0 };
  return { results, crowd: { ...counted, seconds: Math.round(crowd.seconds * 100) / 100, slowestMs: crowd.p99 } };
}

type MadeEvent = { id: string; ticketTypes: { id: string }[] };

async function makeEvent(port: number, key: string, places: number, kinds: number): Promise<MadeEvent> {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/events`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({
      title: { nb: "Festival" },
      organization: "home",
      startsAt: Temporal.Now.instant().add({ hours: 24 * 30 }),
      endsAt: Temporal.Now.instant().add({ hours: 24 * 31 }),
      quotas: [{ name: "Salen", size: places }],
      ticketTypes: Array.from({ length: kinds }, (_, index) => ({ name: `Type ${index}`, quotas: ["Salen"] })),
    }),
  });
  if (answer.status !== 201) throw new Error(`The event was not made: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as MadeEvent;
}

function row(name: string, { perSecond, p50, p99, statuses }: LoadResult) {
  return { name, perSecond, p50, p99, statuses: JSON.stringify(statuses) };
}
