import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Where uploads lie. Keys are made by us ("photos/<id>.webp"), never taken from a request. */
export interface Files {
  write(key: string, bytes: Uint8Array): Promise<void>;
  /** Writes what comes as it comes. When the source throws, nothing is left. */
  writeStream(key: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  has(key: string): Promise<boolean>;
  read(key: string): Promise<{ bytes: ReadableStream<Uint8Array>; size: number } | undefined>;
  remove(key: string): Promise<void>;
  /** What lies in a folder and was written before a moment: whole files, and those whose writing was broken off. */
  keysBefore(folder: string, moment: Temporal.Instant): Promise<string[]>;
}

const keyForm = /^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9.-]*)+$/;

/** Files on disk. A file appears whole or not at all: written beside its place and moved there. */
export function filesOnDisk(folder: string): Files {
  const place = (key: string) => {
    if (!keyForm.test(key)) throw new Error("Not a file key of ours");
    return join(folder, key);
  };
  return {
    async write(key, bytes) {
      const path = place(key);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.unfinished`, bytes);
      await rename(`${path}.unfinished`, path);
    },
    async writeStream(key, bytes) {
      const path = place(key);
      await mkdir(dirname(path), { recursive: true });
      try {
        await pipeline(Readable.from(bytes), createWriteStream(`${path}.unfinished`));
        await rename(`${path}.unfinished`, path);
      } catch (error) {
        await rm(`${path}.unfinished`, { force: true });
        throw error;
      }
    },
    async has(key) {
      return (await factsOf(place(key))) !== undefined;
    },
    async read(key) {
      const path = place(key);
      const facts = await factsOf(path);
      return facts && { bytes: Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>, size: facts.size };
    },
    async remove(key) {
      await rm(place(key), { force: true });
    },
    async keysBefore(inFolder, moment) {
      const entries = await readdir(join(folder, inFolder), { recursive: true, withFileTypes: true }).catch(ifThere);
      const old: string[] = [];
      for (const entry of entries ?? []) {
        const path = join(entry.parentPath, entry.name);
        if (entry.isFile() && ((await factsOf(path))?.mtimeMs ?? Number.POSITIVE_INFINITY) < moment.epochMilliseconds)
          old.push(relative(folder, path).split(sep).join("/"));
      }
      return old;
    },
  };
}

function factsOf(path: string) {
  return stat(path).catch(ifThere);
}

function ifThere(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
