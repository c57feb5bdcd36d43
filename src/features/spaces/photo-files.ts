import type { Hono } from "hono";
import type { Installation } from "../../platform/installation.ts";
import { pictureFiles } from "../../platform/pictures/picture-files.ts";
import { photos } from "./photo.ts";

/** Serves the photos of spaces. */
export function photoFiles({ files }: Pick<Installation, "files">): Hono {
  return pictureFiles(files, photos);
}
