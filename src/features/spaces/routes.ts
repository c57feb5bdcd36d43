import { OpenAPIHono } from "@hono/zod-openapi";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../platform/http/cursor.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { changeSpace } from "./change-space.ts";
import { confirmContact } from "./confirm-contact.ts";
import { consentToHouseRules } from "./consent-to-house-rules.ts";
import * as contract from "./contract.ts";
import { spaceSeenBy } from "./edit-space.ts";
import { openSpace } from "./open-space.ts";
import { photoRoutes } from "./photo-routes.ts";
import { mayReceiveGuests } from "./policy.ts";
import { presentHouseRules, presentSettings } from "./present.ts";
import { publishHouseRules } from "./publish-house-rules.ts";
import { consentsOf, findSpace, hostDuties, houseRulesBelow, lastChange } from "./queries.ts";
import { setHostDuties } from "./set-host-duties.ts";
import { removeOpeningException, setOpeningException } from "./set-opening-exception.ts";
import { setOpeningHours } from "./set-opening-hours.ts";

export function spaceRoutes(installation: Installation) {
  const { db } = installation;
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.readSpace, async (c) => {
      const space = await spaceSeenBy(installation, { actor: c.get("actor"), space: c.req.valid("param").id });
      return c.json(space, 200, { etag: etag(space.version) });
    })
    .openapi(contract.readSettings, async (c) => {
      const space = found(await findSpace(db, c.req.valid("param").id));
      authorize(c.get("actor"), mayReceiveGuests(c.get("actor"), space));
      const settings = presentSettings(space, await hostDuties(db, space.id), await lastChange(db, space.id));
      return c.json(settings, 200, { etag: etag(space.version) });
    })
    .openapi(contract.openSpace, async (c) => {
      const id = await openSpace(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      const space = await spaceSeenBy(installation, { actor: c.get("actor"), space: id });
      return c.json(space, 201, { etag: etag(space.version), location: `/api/v1/spaces/${id}` });
    })
    .openapi(contract.changeSpace, async (c) => {
      const edit = { actor: c.get("actor"), space: c.req.valid("param").id, expected: expectedVersion(c.req.valid("header")["if-match"]) };
      await changeSpace(installation, edit, c.req.valid("json"));
      const space = await spaceSeenBy(installation, edit);
      return c.json(space, 200, { etag: etag(space.version) });
    })
    .openapi(contract.setOpeningHours, async (c) => {
      const edit = { actor: c.get("actor"), space: c.req.valid("param").id, expected: expectedVersion(c.req.valid("header")["if-match"]) };
      await setOpeningHours(installation, edit, c.req.valid("json"));
      const space = await spaceSeenBy(installation, edit);
      return c.json(space, 200, { etag: etag(space.version) });
    })
    .openapi(contract.setOpeningException, async (c) => {
      const { id, day } = c.req.valid("param");
      const edit = { actor: c.get("actor"), space: id, expected: expectedVersion(c.req.valid("header")["if-match"]) };
      await setOpeningException(installation, edit, day, c.req.valid("json"));
      const space = await spaceSeenBy(installation, edit);
      return c.json(space, 200, { etag: etag(space.version) });
    })
    .openapi(contract.removeOpeningException, async (c) => {
      const { id, day } = c.req.valid("param");
      const edit = { actor: c.get("actor"), space: id, expected: expectedVersion(c.req.valid("header")["if-match"]) };
      await removeOpeningException(installation, edit, day);
      const space = await spaceSeenBy(installation, edit);
      return c.json(space, 200, { etag: etag(space.version) });
    })
    .openapi(contract.listHouseRules, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      const space = found(await findSpace(db, c.req.valid("param").id));
      const [below] = readCursorOf(cursor, ["integer"]) ?? [];
      const rows = await houseRulesBelow(db, space.id, limit + 1, below);
      const consents = await consentsOf(db, space.id, c.get("actor"));
      return c.json(
        page(
          rows,
          limit,
          ({ version }) => [version],
          (row) => presentHouseRules(row, consents.get(row.version)),
        ),
        200,
      );
    })
    .openapi(contract.publishHouseRules, async (c) => {
      const edit = { actor: c.get("actor"), space: c.req.valid("param").id, expected: expectedVersion(c.req.valid("header")["if-match"]) };
      const published = await publishHouseRules(installation, edit, c.req.valid("json").texts);
      return c.json(presentHouseRules(published, undefined), 201);
    })
    .openapi(contract.consentToHouseRules, async (c) => {
      const { id, version } = c.req.valid("param");
      return c.json(await consentToHouseRules(installation, c.get("actor"), id, version), 200);
    })
    .openapi(contract.setHostDuties, async (c) => {
      const edit = { actor: c.get("actor"), space: c.req.valid("param").id, expected: expectedVersion(c.req.valid("header")["if-match"]) };
      await setHostDuties(installation, edit, c.req.valid("json").hostDuties);
      const space = found(await findSpace(db, edit.space));
      const settings = presentSettings(space, await hostDuties(db, space.id), await lastChange(db, space.id));
      return c.json(settings, 200, { etag: etag(settings.version) });
    })
    .openapi(contract.confirmContact, async (c) => {
      const edit = { actor: c.get("actor"), space: c.req.valid("param").id };
      await confirmContact(installation, edit);
      const space = await spaceSeenBy(installation, edit);
      return c.json(space, 200, { etag: etag(space.version) });
    })
    .route("/", photoRoutes(installation));
}

export type SpaceApi = ReturnType<typeof spaceRoutes>;
