import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { findOrganization } from "../../organizations/index.ts";
import { addCertification } from "./add-certification.ts";
import * as contract from "./contract.ts";
import { grantCertificate } from "./grant-certificate.ts";
import { mayCertify } from "./policy.ts";
import { presentCertificate, presentCertification } from "./present.ts";
import * as queries from "./queries.ts";
import { recognise, stopRecognising } from "./recognise.ts";
import { withdrawCertificate } from "./withdraw-certificate.ts";

const keyOf = (row: queries.CertificateRow) => [row.granted_at.toString(), row.id];

export function certificationRoutes(installation: Installation) {
  const { db, now } = installation;
  const today = () => dayIn(now(), "Europe/Oslo");
  const shown = async (id: string, actor: Actor) => presentCertification(found(await queries.findCertification(db, id)), actor);
  const shownCertificate = async (id: string) => presentCertificate(found(await queries.findCertificate(db, id)), today());
  const organizationId = async (actor: Actor, organization: string | undefined) =>
    organization === undefined ? undefined : found(await findOrganization(db, actor, organization, today())).id;
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listCertifications, async (c) => {
      const { cursor, limit, organization } = c.req.valid("query");
      const search = { organizationId: await organizationId(c.get("actor"), organization), limit, after: readCursorOf(cursor, ["id"]) };
      const rows = await queries.searchCertifications(db, search);
      return c.json(
        page(
          rows,
          limit,
          ({ id }) => [id],
          (row) => presentCertification(row, c.get("actor")),
        ),
        200,
      );
    })
    .openapi(contract.addCertification, async (c) => {
      const id = await addCertification(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(await shown(id, c.get("actor")), 201);
    })
    .openapi(contract.recognise, async (c) => {
      const { id, recognisedId } = c.req.valid("param");
      await recognise(installation, c.get("actor"), { certificationId: id, recognisedId });
      return c.json(await shown(id, c.get("actor")), 200);
    })
    .openapi(contract.stopRecognising, async (c) => {
      const { id, recognisedId } = c.req.valid("param");
      await stopRecognising(installation, c.get("actor"), { certificationId: id, recognisedId });
      return c.json(await shown(id, c.get("actor")), 200);
    })
    .openapi(contract.listHolders, async (c) => {
      const { cursor, limit } = c.req.valid("query");
      const certification = found(await queries.findCertification(db, c.req.valid("param").id));
      authorize(c.get("actor"), mayCertify(c.get("actor"), certification));
      const rows = await queries.holdersOf(db, certification.id, { limit, after: readCursorOf(cursor, ["moment", "id"]) });
      return c.json(
        page(rows, limit, keyOf, (row) => presentCertificate(row, today())),
        200,
      );
    })
    .openapi(contract.grantCertificate, async (c) => {
      const id = await grantCertificate(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(await shownCertificate(id), 201);
    })
    .openapi(contract.withdrawCertificate, async (c) => {
      const { id } = c.req.valid("param");
      await withdrawCertificate(installation, c.get("actor"), id, c.req.valid("json").reason);
      return c.json(await shownCertificate(id), 200);
    })
    .openapi(contract.myCertificates, async (c) => {
      const actor = c.get("actor");
      authorize(actor, true);
      const { cursor, limit } = c.req.valid("query");
      const rows = await queries.certificatesOf(db, actor.personId, { limit, after: readCursorOf(cursor, ["moment", "id"]) });
      return c.json(
        page(rows, limit, keyOf, (row) => presentCertificate(row, today())),
        200,
      );
    });
}

export type CertificationApi = ReturnType<typeof certificationRoutes>;
