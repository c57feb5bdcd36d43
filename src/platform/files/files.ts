import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
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
  };
}

function factsOf(path: string) {
  return stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}
