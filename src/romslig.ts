import { StartFailure } from "./platform/database/start-failure.ts";
import { readSettings } from "./platform/settings.ts";
import { keepHeapSmall } from "./start/keep-heap-small.ts";
import { requirePort } from "./start/listen.ts";
import { stopOnSignal } from "./start/stop-on-signal.ts";

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
  const { openInstallation } = await import("./start/open-installation.ts");
  const opening = openInstallation(settings, now);
  // the greater part of the program is read while the database starts; when that fails, nobody waits for it
  const program = import("./start/open-program.ts");
  program.catch(() => undefined);
  const opened = await opening;
  stopping.last(opened.close);
  try {
    const { openProgram } = await program;
    await openProgram(opened, stopping);
  } catch (error) {
    await opened.close();
    throw error;
  }
}
