import { rmSync } from "node:fs";
import { connect } from "../../src/platform/database/database.ts";
import { addDays, dayIn } from "../../src/platform/time/day.ts";
import { get, load } from "./load.ts";
import { cities, seedBookings, seedHouses } from "./seed-houses.ts";
import { databaseOf, newDataFolder, startServer } from "./server.ts";

/** A room for six for an hour in a city, among `resources` of `resources / 10` houses with `bookings` around today: ten million fill two years. */
export async function benchAvailability({ resources = 20_000, bookings = 10_000_000, requests = 2_000 } = {}) {
  const folder = newDataFolder();
  const server = await startServer({ ROMSLIG_DATA: folder, ROMSLIG_DEMO: "0", ROMSLIG_ROLE: "web" });
  const open = connect(databaseOf(folder), 2, { answerMilliseconds: 3_600_000 });
  const today = dayIn(Temporal.Now.instant(), "Europe/Oslo");
  const key = await seedHouses(open.db, resources);
  const seeded = await seedBookings(open.db, { resources, bookings, today });
  await open.close();
  const ask = askIn(today, key);
  const results = [];
  for (const connections of [1, 4, 16]) {
    await load(server.port, connections, Math.min(200, requests), ask);
    const { perSecond, p50, p95, p99, statuses } = await load(server.port, connections, requests, ask);
    results.push({ name: `${connections} at once`, perSecond, p50, p95, p99, statuses: JSON.stringify(statuses) });
  }
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
  return { resources, bookings: seeded, results };
}

/** The requests of people in twenty cities, each for the morning of a day of the next four weeks. */
export function askIn(today: string, key: string): (index: number) => string {
  return (index) => {
    const city = (index * 7919) % cities;
    const [latitude, longitude] = [58 + city * 0.6 + (index % 7) * 0.01, 6 + city * 0.5 + (index % 5) * 0.01];
    const day = addDays(today, 1 + (index % 28));
    const query = `from=${day}T08:00:00Z&to=${day}T12:00:00Z&minutes=60&capacity=6&near=${latitude.toFixed(3)},${longitude.toFixed(3)}&limit=20`;
    return withKey(get(`/api/v1/availability?${query}`), key);
  };
}

function withKey(request: string, key: string): string {
  return request.replace("\r\nhost:", `\r\nauthorization: Bearer ${key}\r\nhost:`);
}
