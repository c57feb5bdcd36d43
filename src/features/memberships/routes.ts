import { OpenAPIHono } from "@hono/zod-openapi";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../platform/http/cursor.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { addMember } from "./add-member.ts";
import { changeMembership } from "./change-membership.ts";
import { confirmMembership } from "./confirm-membership.ts";
import { countMembers } from "./count-members.ts";
import { endMembership } from "./end-membership.ts";
import { namedCursor, placeCursor } from "./list-cursors.ts";
import { countFigures } from "./member-figures.ts";
import { findMembers, findNamedOrganization, findNetwork, findNetworkMembers } from "./member-queries.ts";
import * as contract from "./members-contract.ts";
import { readOwnMemberships } from "./own-memberships.ts";
import { peopleAtHome } from "./people-at-home.ts";
import { mayManageMembers } from "./policy.ts";
import { presentFigureRow, presentMember, presentNetworkMember, presentOwnMembership } from "./present-member.ts";

export function membershipRoutes(installation: Installation) {
  const { db, now } = installation;
  const today = () => dayIn(now(), "Europe/Oslo");

  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listMembers, async (c) => {
      const actor = c.get("actor");
      const { on, depth, q, limit, cursor } = c.req.valid("query");
      const organization = await findNamedOrganization(db, c.req.valid("param").id);
      authorize(actor, organization !== undefined && mayManageMembers(actor, organization));
      const isDeep = depth === "all";
      const rows = await findMembers(db, actor, {
        organizationId: found(organization).id,
        on: on ?? (isDeep ? today() : undefined),
        isDeep,
        text: q,
        limit,
        after: namedCursor(cursor),
      });
      return c.json(
        page(
          rows,
          limit,
          ({ name, id }) => [name, id],
          (row) => presentMember(row, actor),
        ),
        200,
      );
    })
    .openapi(contract.listPeopleAtHome, async (c) => {
      const { on = today(), q: text, person, limit, cursor } = c.req.valid("query");
      const search = { on, text, person, limit, after: namedCursor(cursor) };
      const rows = await peopleAtHome(db, c.get("actor"), c.req.valid("param").id, search);
      return c.json(
        page(
          rows,
          limit,
          ({ name, id }) => [name, id],
          (row) => row,
        ),
        200,
      );
    })
    .openapi(contract.addMember, async (c) => {
      const row = await addMember(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(presentMember(row, c.get("actor")), 201, { etag: etag(row.version) });
    })
    .openapi(contract.changeMembership, async (c) => {
      const version = expectedVersion(c.req.valid("header")["if-match"]);
      const row = await changeMembership(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"), version);
      return c.json(presentMember(row, c.get("actor")), 200, { etag: etag(row.version) });
    })
    .openapi(contract.endMembership, async (c) => {
      const version = expectedVersion(c.req.valid("header")["if-match"]);
      const row = await endMembership(installation, c.get("actor"), c.req.valid("param").id, { ...c.req.valid("json"), version });
      return c.json(presentMember(row, c.get("actor")), 200, { etag: etag(row.version) });
    })
    .openapi(contract.listOwnMemberships, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      const before = readCursorOf(cursor, ["id"])?.[0];
      const asked = { organization: c.req.valid("param").id, limit: limit + 1, before };
      const { organization, rows } = await readOwnMemberships(installation, c.get("actor"), asked);
      return c.json({ organization, ...page(rows, limit, ({ id }) => [id], presentOwnMembership) }, 200);
    })
    .openapi(contract.confirmMembership, async (c) => {
      const row = await confirmMembership(installation, c.get("actor"), c.req.valid("param").id);
      return c.json(presentOwnMembership(row), 200);
    })
    .openapi(contract.readMemberFigures, async (c) => {
      const { organization, period, rows } = await countMembers(db, c.get("actor"), c.req.valid("param").id, c.req.valid("query"), today());
      return c.json({ organization, ...period, ...countFigures(rows) }, 200);
    })
    .openapi(contract.listFigureRows, async (c) => {
      const { id, figure } = c.req.valid("param");
      const { limit, cursor, ...period } = c.req.valid("query");
      const first = placeCursor(cursor);
      const { rows } = await countMembers(db, c.get("actor"), id, period, today());
      return c.json(
        page(rows[figure].slice(first, first + limit + 1), limit, () => [first + limit], presentFigureRow),
        200,
      );
    })
    .openapi(contract.listNetworkMembers, async (c) => {
      const actor = c.get("actor");
      const { limit, cursor } = c.req.valid("query");
      const network = found(await findNetwork(db, actor, c.req.valid("param").slug, today()));
      const rows = await findNetworkMembers(db, actor, { networkId: network.id, today: today(), limit, after: namedCursor(cursor) });
      return c.json({ network, ...page(rows, limit, ({ name, id }) => [name, id], presentNetworkMember) }, 200);
    });
}

export type MembershipApi = ReturnType<typeof membershipRoutes>;
