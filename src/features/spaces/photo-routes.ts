import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { addPhoto } from "./add-photo.ts";
import { changePhoto } from "./change-photo.ts";
import { spaceSeenBy } from "./edit-space.ts";
import { orderPhotos } from "./order-photos.ts";
import * as contract from "./photo-contract.ts";
import { removePhoto } from "./remove-photo.ts";

export function photoRoutes(installation: Installation) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.addPhoto, async (c) => {
      const { file, ...shown } = c.req.valid("form");
      return c.json(await addPhoto(installation, { actor: c.get("actor"), space: c.req.valid("param").id }, file, shown), 201);
    })
    .openapi(contract.changePhoto, async (c) => {
      const { id, photoId } = c.req.valid("param");
      const edit = { actor: c.get("actor"), space: id, expected: expectedVersion(c.req.valid("header")["if-match"]) };
      await changePhoto(installation, edit, photoId, c.req.valid("json").texts);
      const space = await spaceSeenBy(installation, edit);
      return c.json(space, 200, { etag: etag(space.version) });
    })
    .openapi(contract.removePhoto, async (c) => {
      const { id, photoId } = c.req.valid("param");
      const edit = { actor: c.get("actor"), space: id, expected: expectedVersion(c.req.valid("header")["if-match"]) };
      await removePhoto(installation, edit, photoId);
      const space = await spaceSeenBy(installation, edit);
      return c.json(space, 200, { etag: etag(space.version) });
    })
    .openapi(contract.orderPhotos, async (c) => {
      const edit = { actor: c.get("actor"), space: c.req.valid("param").id, expected: expectedVersion(c.req.valid("header")["if-match"]) };
      await orderPhotos(installation, edit, c.req.valid("json").photoIds);
      const space = await spaceSeenBy(installation, edit);
      return c.json(space, 200, { etag: etag(space.version) });
    });
}
