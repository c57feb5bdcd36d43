import type { Hono } from "hono";
import type { Installation } from "../../platform/installation.ts";
import { pictureFiles } from "../../platform/pictures/picture-files.ts";
import { logos } from "./logo.ts";

/** Serves the logos of organizations. */
export function logoFiles({ files }: Pick<Installation, "files">): Hono {
  return pictureFiles(files, logos);
}
