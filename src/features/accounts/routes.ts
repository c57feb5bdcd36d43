import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { authorize, found } from "../../platform/access/authorize.ts";
import { isId } from "../../platform/database/id.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { cursorRefusals, page, readCursor } from "../../platform/http/cursor.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import type { PersonalData } from "../../platform/privacy/personal-data.ts";
import { dayIn } from "../../platform/time/day.ts";
import { askForSignInLink } from "./ask-for-sign-in-link.ts";
import { changeMe } from "./change-me.ts";
import * as contract from "./contract.ts";
import { endOtherSessions, endSession } from "./end-sessions.ts";
import { eraseMe } from "./erase-me.ts";
import type { Identity } from "./identity.ts";
import { makeApiKey } from "./make-api-key.ts";
import { openSession } from "./open-session.ts";
import { findApiKeys, findMe, findPasskeys, findSessions } from "./own-queries.ts";
import { accountData } from "./personal-data.ts";
import { maySeeOwn } from "./policy.ts";
import { presentApiKey, presentDeed, presentMe, presentPasskey, presentSession } from "./present.ts";
import { readAudit } from "./read-audit.ts";
import { readMyData } from "./read-my-data.ts";
import { removePasskey } from "./remove-passkey.ts";
import { revokeApiKey } from "./revoke-api-key.ts";
import { signInLimits } from "./sign-in-limits.ts";

/** @param others what the other features hold about people */
export function accountsRoutes(installation: Installation, identity: Identity, others: PersonalData[] = []) {
  const { db, now } = installation;
  const limits = signInLimits(installation);
  const parts = [...accountData, ...others];

  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.readSignInWays, (c) => {
      const { openIdConnect, isDemo, smtpUrl } = installation.settings;
      return c.json(
        { openIdConnect: openIdConnect ? { name: openIdConnect.name } : null, mailAt: isDemo && !smtpUrl ? "/dev/mail" : null },
        200,
      );
    })
    .openapi(contract.askForSignInLink, async (c) => {
      const { email, to } = c.req.valid("json");
      await askForSignInLink(installation, identity, limits, { email, to, language: c.get("language"), place: c.get("address") });
      return c.json({ sent: true as const }, 202);
    })
    .openapi(contract.openSession, async (c) => {
      const { token } = c.req.valid("json");
      const cookies = await openSession(identity, limits, { token, place: c.get("address"), userAgent: c.req.header("user-agent") });
      for (const cookie of cookies) c.header("set-cookie", cookie, { append: true });
      return c.json({ opened: true as const }, 201);
    })
    .openapi(contract.readMe, async (c) => {
      const me = await meOf(c);
      c.header("etag", etag(me.version));
      return c.json(me, 200);
    })
    .openapi(contract.changeMe, async (c) => {
      await changeMe(installation, own(c), c.req.valid("json"), expectedVersion(c.req.valid("header")["if-match"]));
      const me = await meOf(c);
      c.header("etag", etag(me.version));
      return c.json(me, 200);
    })
    .openapi(contract.listSessions, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      const actor = own(c);
      const rows = await findSessions(db, actor.personId, now(), { limit, after: idAfter(cursor) });
      return c.json(
        page(rows, limit, byId, (row) => presentSession(row, actor)),
        200,
      );
    })
    .openapi(contract.endSession, async (c) => {
      for (const cookie of await endSession(installation, identity, own(c), c.req.valid("param").id))
        c.header("set-cookie", cookie, { append: true });
      return c.body(null, 204);
    })
    .openapi(contract.endOtherSessions, async (c) => c.json({ ended: await endOtherSessions(installation, own(c)) }, 200))
    .openapi(contract.listPasskeys, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      const rows = await findPasskeys(db, own(c).personId, { limit, after: idAfter(cursor) });
      return c.json(page(rows, limit, byId, presentPasskey), 200);
    })
    .openapi(contract.removePasskey, async (c) => {
      await removePasskey(installation, own(c), c.req.valid("param").id);
      return c.body(null, 204);
    })
    .openapi(contract.listApiKeys, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      const rows = await findApiKeys(db, own(c).personId, now(), { limit, after: idAfter(cursor) });
      return c.json(page(rows, limit, byId, presentApiKey), 200);
    })
    .openapi(contract.makeApiKey, async (c) => {
      const { key, ...row } = await makeApiKey(installation, own(c), c.req.valid("json"));
      return c.json({ ...presentApiKey(row), key }, 201, { "cache-control": "no-store" });
    })
    .openapi(contract.revokeApiKey, async (c) => {
      await revokeApiKey(installation, own(c), c.req.valid("param").id);
      return c.body(null, 204);
    })
    .openapi(contract.readMyData, async (c) => c.json(await readMyData(installation, parts, own(c)), 200))
    .openapi(contract.eraseMe, async (c) => {
      await eraseMe(installation, parts, own(c), c.req.valid("json").email);
      return c.json({ erased: true as const }, 200);
    })
    .openapi(contract.listDeeds, async (c) => {
      const { cursor, limit, ...asked } = c.req.valid("query");
      const rows = await readAudit(installation, c.get("actor"), { ...asked, limit, after: momentAndIdAfter(cursor) });
      return c.json(
        page(rows, limit, (row) => [row.done_at.toString(), row.id], presentDeed),
        200,
      );
    });

  async function meOf(c: Context<ApiEnvironment>) {
    const actor = own(c);
    return presentMe(found(await findMe(db, actor.personId, dayIn(now(), "Europe/Oslo"))), actor);
  }
}

export type AccountsApi = ReturnType<typeof accountsRoutes>;

function own(c: Context<ApiEnvironment>) {
  const actor = c.get("actor");
  authorize(actor, maySeeOwn(actor));
  return actor;
}

function byId({ id }: { id: string }) {
  return [id];
}

function idAfter(cursor: string | undefined): string | undefined {
  const [id] = readCursor(cursor, 1) ?? [];
  if (id !== undefined && !isId(String(id))) throw cursorRefusals.unknown();
  return id === undefined ? undefined : String(id);
}

function momentAndIdAfter(cursor: string | undefined): [string, string] | undefined {
  const [at, id] = readCursor(cursor, 2)?.map(String) ?? [];
  if (at === undefined || id === undefined) return undefined;
  if (!isId(id) || !/^\d{4}-\d\d-\d\dT[\d:.]{5,20}Z$/.test(at)) throw cursorRefusals.unknown();
  return [at, id];
}
