import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";

/** A random secret kept in a file only its owner can read; made the first time it is asked for. */
export function secret(path: string): string {
  const kept = existsSync(path) ? readFileSync(path, "utf8").trim() : "";
  if (kept !== "") return kept;
  const made = randomBytes(24).toString("base64url");
  // moved into place when whole, so that a power cut leaves no empty secret
  writeFileSync(`${path}.unfinished`, made, { mode: 0o600 });
  renameSync(`${path}.unfinished`, path);
  return made;
}
