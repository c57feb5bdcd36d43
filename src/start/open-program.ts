import { Hono } from "hono";
import { createApi } from "../api.ts";
import { createIdentity, identifier } from "../features/accounts/index.ts";
import { StartFailure } from "../platform/database/start-failure.ts";
import { healthRoutes } from "../platform/http/health.ts";
import type { Installation } from "../platform/installation.ts";
import { consoleToLog } from "../platform/log/console-to-log.ts";
import { createWeb, pagesAreBuilt } from "../web.ts";
import { inviteFirstOperator } from "./invite-first-operator.ts";
import { listen } from "./listen.ts";
import type { Opened } from "./open-installation.ts";
import type { Stopping } from "./stop-on-signal.ts";
import { warningOfDemonstration } from "./warn-of-demonstration.ts";
import { workBehind } from "./work-behind.ts";

/** Opens what the role asks for on an installation: pages and API, the jobs behind them, or both; and says where it is. */
export async function openProgram({ installation, databaseUrl }: Opened, stopping: Stopping): Promise<void> {
  consoleToLog(console, installation.log);
  const { role } = installation.settings;
  const health = healthRoutes(installation, () => stopping.isStopping);
  const site = role === "worker" ? health : new Hono().route("/", health).route("/", await openSite(installation));
  const invitation = role === "worker" ? "" : await inviteFirstOperator(installation);
  const door = await listen(site.fetch, installation.settings);
  const stopWork = role === "web" ? async () => undefined : workBehind(installation, databaseUrl);
  stopping.first(async () => {
    const closed = door.close();
    await stopWork();
    await installation.live.close();
    await closed;
  });
  process.stdout.write(`Romslig is open at ${installation.settings.url}\n${invitation}`);
  if (role !== "worker") process.stderr.write(warningOfDemonstration(installation.settings));
}

async function openSite(installation: Installation) {
  if (!pagesAreBuilt()) throw new StartFailure("The pages have not been built; start with npm start");
  const identity = createIdentity(installation);
  const identify = identifier(installation, identity.sessionOf);
  return createWeb(installation, createApi(installation, identify, identity), identify, identity);
}
