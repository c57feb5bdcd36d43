import { Hono } from "hono";
import { createApi } from "./api.ts";
import { createIdentity, identifier } from "./features/accounts/index.ts";
import { StartFailure } from "./platform/database/start-failure.ts";
import { healthRoutes } from "./platform/http/health.ts";
import type { Installation } from "./platform/installation.ts";
import { consoleToLog } from "./platform/log/console-to-log.ts";
import { readSettings } from "./platform/settings.ts";
import { inviteFirstOperator } from "./start/invite-first-operator.ts";
import { keepHeapSmall } from "./start/keep-heap-small.ts";
import { listen, requirePort } from "./start/listen.ts";
import { type Opened, openInstallation } from "./start/open-installation.ts";
import { type Stopping, stopOnSignal } from "./start/stop-on-signal.ts";
import { warningOfDemonstration } from "./start/warn-of-demonstration.ts";
import { workBehind } from "./start/work-behind.ts";
import { createWeb, pagesAreBuilt } from "./web.ts";

const now = () => Temporal.Now.instant();
keepHeapSmall();

try {
  await start();
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  process.stderr.write(`${error.message}.\n`);
  process.exit(1);
}

// Reads the environment and starts what the role asks for: pages and API, the jobs behind them, or both.
async function start(): Promise<void> {
  const stopping = stopOnSignal();
  const settings = readSettings(process.env);
  await requirePort(settings);
  const opened = await openInstallation(settings, now);
  stopping.last(opened.close);
  try {
    await open(opened, stopping);
  } catch (error) {
    await opened.close();
    throw error;
  }
}

async function open({ installation, databaseUrl }: Opened, stopping: Stopping): Promise<void> {
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
