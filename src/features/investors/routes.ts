import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../platform/access/actor.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../platform/http/cursor.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import * as contract from "./contract.ts";
import { presentConsent, presentInvestor, presentInvestorOfRaise, presentProfile, presentRecord, presentTold } from "./present.ts";
import { admitInvestor, changeProfile, endProfile } from "./profiles/change-profile.ts";
import { listInvestors, ownProfiles, readProfile } from "./profiles/read-profiles.ts";
import { beginRaise, changeRaise, endRaise, publishRaise } from "./raises/change-raise.ts";
import { giveConsent, withdrawConsent } from "./raises/consents.ts";
import { sayInterest } from "./raises/interest.ts";
import { investorsOfRaise, listOwnRaises, listRaises, myRaises, previewRaise, readRaise, readRecord } from "./raises/read-raises.ts";

export function investorRoutes(installation: Installation) {
  const shownProfile = async (actor: Actor, id: string) => presentProfile(await readProfile(installation, actor, id));
  const shownRecord = async (actor: Actor, id: string) => {
    const { raise, consents } = await readRecord(installation, actor, id);
    return { ...presentRecord(raise), consents: consents.map(presentConsent) };
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listInvestors, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      const after = readCursorOf(cursor, ["text", "id"]);
      const rows = await listInvestors(installation, c.get("actor"), c.req.valid("param").id, { limit, after });
      return c.json(
        page(rows, limit, ({ id, organization }) => [organization.name, id], presentInvestor),
        200,
      );
    })
    .openapi(contract.admitInvestor, async (c) => {
      const id = await admitInvestor(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(await shownProfile(c.get("actor"), id), 201, { location: `/api/v1/investor-profiles/${id}` });
    })
    .openapi(contract.listOwnProfiles, async (c) => {
      const profiles = await ownProfiles(installation, c.get("actor"));
      return c.json({ items: profiles.map(presentInvestor) }, 200);
    })
    .openapi(contract.listMyRaises, async (c) => {
      const raises = await myRaises(installation, c.get("actor"));
      return c.json({ items: raises.map(presentRecord) }, 200);
    })
    .openapi(contract.readProfile, async (c) => {
      const profile = await shownProfile(c.get("actor"), c.req.valid("param").id);
      return c.json(profile, 200, { etag: etag(profile.version) });
    })
    .openapi(contract.changeProfile, async (c) => {
      const { id } = c.req.valid("param");
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      await changeProfile(installation, c.get("actor"), id, c.req.valid("json"), expected);
      const profile = await shownProfile(c.get("actor"), id);
      return c.json(profile, 200, { etag: etag(profile.version) });
    })
    .openapi(contract.endProfile, async (c) => {
      await endProfile(installation, c.get("actor"), c.req.valid("param").id);
      return c.body(null, 204);
    })
    .openapi(contract.listOwnRaises, async (c) => {
      const { raises, networks } = await listOwnRaises(installation, c.get("actor"), c.req.valid("param").id);
      return c.json({ items: raises.map(presentRecord), networks }, 200);
    })
    .openapi(contract.beginRaise, async (c) => {
      const id = await beginRaise(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(await shownRecord(c.get("actor"), id), 201, { location: `/api/v1/raises/${id}/record` });
    })
    .openapi(contract.listRaises, async (c) => {
      const { limit, cursor, network } = c.req.valid("query");
      const after = readCursorOf(cursor, ["moment", "id"]);
      const rows = await listRaises(installation, c.get("actor"), { network, limit, after });
      const language = c.get("language");
      return c.json(
        page(
          rows,
          limit,
          ({ told }) => [told.publishedAt.toString(), told.id],
          (row) => presentTold(row, language),
        ),
        200,
      );
    })
    .openapi(contract.readRaise, async (c) => {
      const row = await readRaise(installation, c.get("actor"), c.req.valid("param").id);
      return c.json(presentTold(row, c.get("language")), 200);
    })
    .openapi(contract.readRecord, async (c) => {
      const record = await shownRecord(c.get("actor"), c.req.valid("param").id);
      return c.json(record, 200, { etag: etag(record.version) });
    })
    .openapi(contract.changeRaise, async (c) => {
      const { id } = c.req.valid("param");
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      await changeRaise(installation, c.get("actor"), id, c.req.valid("json"), expected);
      const record = await shownRecord(c.get("actor"), id);
      return c.json(record, 200, { etag: etag(record.version) });
    })
    .openapi(contract.publishRaise, async (c) => {
      const { id } = c.req.valid("param");
      await publishRaise(installation, c.get("actor"), id);
      return c.json(await shownRecord(c.get("actor"), id), 200);
    })
    .openapi(contract.endRaise, async (c) => {
      const { id } = c.req.valid("param");
      await endRaise(installation, c.get("actor"), id);
      return c.json(await shownRecord(c.get("actor"), id), 200);
    })
    .openapi(contract.previewRaise, async (c) => {
      const { profile } = c.req.valid("query");
      const { investor, answered } = await previewRaise(installation, c.get("actor"), c.req.valid("param").id, profile);
      return c.json({ investor, told: answered && presentTold(answered, c.get("language")) }, 200);
    })
    .openapi(contract.listInvestorsOfRaise, async (c) => {
      const { counties, investors } = await investorsOfRaise(installation, c.get("actor"), c.req.valid("param").id);
      const language = c.get("language");
      return c.json({ items: investors.map((one) => presentInvestorOfRaise(one, counties, language)) }, 200);
    })
    .openapi(contract.giveConsent, async (c) => {
      const { id } = c.req.valid("param");
      await giveConsent(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await shownRecord(c.get("actor"), id), 201);
    })
    .openapi(contract.withdrawConsent, async (c) => {
      const raiseId = await withdrawConsent(installation, c.get("actor"), c.req.valid("param").id);
      return c.json(await shownRecord(c.get("actor"), raiseId), 200);
    })
    .openapi(contract.sayInterest, async (c) => {
      const { id } = c.req.valid("param");
      await sayInterest(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(presentTold(await readRaise(installation, c.get("actor"), id), c.get("language")), 200);
    });
}

export type InvestorApi = ReturnType<typeof investorRoutes>;
