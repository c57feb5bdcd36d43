import { join } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { createApi } from "./api.ts";
import { identifier } from "./features/accounts/index.ts";
import { connect } from "./platform/database/database.ts";
import { startEmbeddedServer } from "./platform/database/embedded.ts";
import { migrate } from "./platform/database/migrate.ts";
import { requireServer } from "./platform/database/require-server.ts";
import { StartFailure } from "./platform/database/start-failure.ts";
import { filesOnDisk } from "./platform/files/files.ts";
import { createLog } from "./platform/log/log.ts";
import { readSettings } from "./platform/settings.ts";
import { createWeb } from "./web.ts";

const now = () => Temporal.Now.instant();

try {
  await start();
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  process.stderr.write(`${error.message}.\n`);
  process.exit(1);
}

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const log = createLog(now, settings.isQuiet);
  const server = settings.databaseUrl ? undefined : await startEmbeddedServer(settings.dataFolder);
  const url = settings.databaseUrl ?? server?.url ?? "";
  await requireServer(url);
  await migrate(url, now());
  const { db } = connect(url);
  const installation = { db, now, files: filesOnDisk(join(settings.dataFolder, "files")), log, settings };
  const identify = identifier(installation, async () => undefined);
  const web = await createWeb(installation, createApi(installation, identify), identify);
  const http = createAdaptorServer({ fetch: web.fetch });
  http.once("error", async (error: NodeJS.ErrnoException) => {
    await server?.stop();
    process.stderr.write(
      error.code === "EADDRINUSE" ? `Port ${settings.port} is taken; choose another with PORT.\n` : `${error.message}.\n`,
    );
    process.exit(1);
  });
  http.listen(settings.port, settings.host, () => process.stdout.write(`Romslig is open at ${settings.url}\n`));

  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    await new Promise((closed) => http.close(closed));
    await db.destroy();
    await server?.stop();
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
