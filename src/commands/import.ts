// npm run import -- KIND FILE --organization SLUG [--dry-run] [--good-rows]; for what goes into a program --program SLUG
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { scopeOf, startImport } from "../features/memberships/index.ts";
import { importKinds } from "../imports.ts";
import type { Db } from "../platform/database/database.ts";
import { runningEmbeddedServer } from "../platform/database/embedded.ts";
import { StartFailure } from "../platform/database/start-failure.ts";
import {
  carryOut,
  checkFile,
  findRows,
  findRun,
  type ImportKind,
  type ImportRun,
  moveRun,
  reasonSentence,
} from "../platform/imports/index.ts";
import type { Installation } from "../platform/installation.ts";
import { readSettings } from "../platform/settings.ts";
import { openInstallation } from "../start/open-installation.ts";
import { runCommand } from "../start/run-command.ts";

const usage = "Use: npm run import -- KIND FILE (--organization SLUG | --program SLUG) [--dry-run] [--good-rows]";

await runCommand(usage, async (words) => {
  process.exitCode = await run(words);
});

/** @returns the exit code: 1 when rows were refused and nothing was written */
async function run(words: string[]): Promise<number> {
  const asked = readWords(words);
  const settings = readSettings({ ...process.env, ROMSLIG_LOG: "quiet" });
  // a server that runs already is used, so that the command works beside it
  const databaseUrl = settings.databaseUrl ?? runningEmbeddedServer(settings.dataFolder);
  const opened = await openInstallation({ ...settings, databaseUrl }, () => Temporal.Now.instant());
  try {
    return await bringIn(opened.installation, asked);
  } finally {
    await opened.close();
  }
}

type Asked = { kind: ImportKind; file: { name: string; bytes: Uint8Array }; place: string; isDryRun: boolean; hasGoodRows: boolean };

async function bringIn(installation: Installation, { kind, file, place, isDryRun, hasGoodRows }: Asked): Promise<number> {
  const { db } = installation;
  const owner = await ownerOf(db, kind, place);
  const id = await startImport(installation, { kind, ...owner, actor: "system", file, start: "here" });
  const kept = (await findRun(db, id)) as ImportRun;
  if (kept.state === "uploaded")
    throw new StartFailure(
      `The file needs columns for: ${kind.columns
        .filter(({ required }) => required)
        .map(({ key }) => key)
        .join(", ")}`,
    );

  const scope = await scopeOf(installation, kept);
  const onProgress = (verb: string) => (rows: number) => process.stdout.write(`${verb} ${rows} of ${kept.rowsTotal} rows\n`);
  await checkFile(installation, { runId: id, kind, scope, onProgress: onProgress("Checked") });
  const checked = (await findRun(db, id)) as ImportRun;
  tellCounts("To do", checked);
  await tellRefused(installation, checked, kind);
  if (isDryRun) return checked.counts.refuse > 0 ? 1 : 0;
  if (checked.counts.refuse > 0 && !hasGoodRows) {
    process.stdout.write("Nothing was imported. Correct the rows, or add --good-rows.\n");
    return 1;
  }
  if (checked.counts.create + checked.counts.change === 0) return 0;
  await moveRun(db, id, ["checked"], { state: "importing", choice: hasGoodRows ? "good" : "all" });
  await carryOut(installation, { runId: id, kind, scope, onProgress: onProgress("Wrote") });
  const done = (await findRun(db, id)) as ImportRun;
  tellCounts(done.state === "imported" ? "Done" : "Nothing was imported, rows have become bad meanwhile", done);
  return done.state === "imported" ? 0 : 1;
}

/** Whom the rows are for, and what of theirs they go into. */
async function ownerOf(db: Db, { into }: ImportKind, place: string): Promise<{ organizationId: string; intoId?: string }> {
  if (into) {
    const found = await into.find(db, place);
    if (!found) throw new StartFailure(`No ${into.noun} has the slug ${place}`);
    return { organizationId: found.organizationId, intoId: found.id };
  }
  const owner = await db.selectFrom("organizations").select("id").where("slug", "=", place).executeTakeFirst();
  if (!owner) throw new StartFailure(`No organization has the slug ${place}`);
  return { organizationId: owner.id };
}

function tellCounts(title: string, { counts }: ImportRun): void {
  process.stdout.write(`${title}: ${counts.create} new, ${counts.change} changed, ${counts.same} as before, ${counts.refuse} refused\n`);
}

async function tellRefused({ db }: Installation, run: ImportRun, kind: ImportKind): Promise<void> {
  for (let after = 0; ; ) {
    const rows = await findRows(db, run.id, { outcome: "refuse", after, limit: 1_000 });
    for (const { number, label, reasons } of rows)
      process.stdout.write(
        `Row ${number}${label ? ` (${label})` : ""}: ${reasons.map((reason) => reasonSentence(kind, reason, "en")).join(" ")}\n`,
      );
    const last = rows.at(-1);
    if (!last) return;
    after = last.number;
  }
}

function readWords(words: string[]): Asked {
  const { values, positionals } = parsed(words);
  const [name, path, ...others] = positionals;
  const kind = importKinds.find((one) => one.name === name);
  if (!path || others.length > 0) throw new StartFailure(usage);
  if (!kind) throw new StartFailure(`KIND is one of: ${importKinds.map((one) => one.name).join(", ")}`);
  const place = kind.into ? values.program : values.organization;
  if (!place) throw new StartFailure(usage);
  return {
    kind,
    file: { name: basename(path), bytes: bytesOf(path) },
    place,
    isDryRun: values["dry-run"] ?? false,
    hasGoodRows: values["good-rows"] ?? false,
  };
}

function parsed(words: string[]) {
  try {
    return parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        organization: { type: "string" },
        program: { type: "string" },
        "dry-run": { type: "boolean" },
        "good-rows": { type: "boolean" },
      },
    });
  } catch (cause) {
    throw new StartFailure(usage, { cause });
  }
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new StartFailure(`The file ${path} cannot be read`, { cause });
  }
}
