import { OpenAPIHono } from "@hono/zod-openapi";
import { found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { acceptVersion, withdraw } from "./accept-version.ts";
import * as contract from "./contract.ts";
import { changeDraft, draftVersion, publishVersion } from "./draft-version.ts";
import { agreementOf, versionsOf } from "./queries.ts";
import { presentVersion, readAgreement, readSpaceAgreements } from "./read-agreement.ts";

export function agreementRoutes(installation: Installation) {
  const { db } = installation;
  const versionOf = async (network: string, version: number) => {
    const { id } = found(await agreementOf(db, network));
    return presentVersion(found((await versionsOf(db, id)).find((one) => one.version === version)));
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.readAgreement, async (c) => c.json(await readAgreement(installation, c.get("actor"), c.req.valid("param").id), 200))
    .openapi(contract.draftVersion, async (c) => {
      const { id } = c.req.valid("param");
      const draft = await versionOf(id, await draftVersion(installation, c.get("actor"), id));
      return c.json(draft, 201, { etag: etag(draft.revision) });
    })
    .openapi(contract.changeDraft, async (c) => {
      const { id: network, version } = c.req.valid("param");
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      await changeDraft(installation, c.get("actor"), { network, version, expected }, c.req.valid("json"));
      const draft = await versionOf(network, version);
      return c.json(draft, 200, { etag: etag(draft.revision) });
    })
    .openapi(contract.publishVersion, async (c) => {
      const { id: network, version } = c.req.valid("param");
      await publishVersion(installation, c.get("actor"), { network, version, ...c.req.valid("json") });
      return c.json(await versionOf(network, version), 200);
    })
    .openapi(contract.listSpaceAgreements, async (c) =>
      c.json(await readSpaceAgreements(installation, c.get("actor"), c.req.valid("param").id), 200),
    )
    .openapi(contract.acceptVersion, async (c) => {
      const { id: space, version } = c.req.valid("param");
      await acceptVersion(installation, c.get("actor"), { space, version, ...c.req.valid("query") });
      return c.body(null, 204);
    })
    .openapi(contract.withdraw, async (c) => {
      const { id: space } = c.req.valid("param");
      await withdraw(installation, c.get("actor"), { space, ...c.req.valid("query"), ...c.req.valid("json") });
      return c.body(null, 204);
    });
}

export type AgreementApi = ReturnType<typeof agreementRoutes>;
