import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../platform/http/cursor.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { createIdentity, type Identity, openSessionFor } from "../accounts/index.ts";
import { addPerson } from "./add-person.ts";
import { changeOrganization } from "./change-organization.ts";
import { changePerson, findPersonFor } from "./change-person.ts";
import { confirmContact } from "./confirm-contact.ts";
import * as contract from "./contract.ts";
import { countByWord } from "./count-by-word.ts";
import { createOrganization } from "./create-organization.ts";
import { endPosition } from "./end-position.ts";
import { fetchFromRegister } from "./fetch-from-register.ts";
import { isSetUp, makeFirstOperator } from "./first-operator.ts";
import { grantPosition } from "./grant-position.ts";
import { nameInstallation, readInstallationName } from "./installation-name.ts";
import { organizationLists } from "./list-organizations.ts";
import { lookRoutes } from "./look-routes.ts";
import * as people from "./people-contract.ts";
import { mayNameInstallation, maySeeEveryone, organizationsManaged } from "./policy.ts";
import { findPeople, findPositions } from "./position-queries.ts";
import { presentLine, presentOrganization, presentPerson, presentPosition } from "./present.ts";
import { findOrganization } from "./queries.ts";
import * as setup from "./setup-contract.ts";

/** @param identity opens the session of the first operator */
export function organizationRoutes(installation: Installation, identity: Identity = createIdentity(installation)) {
  const { db, now } = installation;
  const today = () => dayIn(now(), "Europe/Oslo");
  const lists = organizationLists(installation);

  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.findOrganizations, async (c) => {
      const { limit, cursor, count, ...asked } = c.req.valid("query");
      const actor = c.get("actor");
      const rows = await lists.list(actor, asked, { limit, after: afterName(cursor) });
      const counted = count === "true" ? await lists.count(actor, asked) : {};
      return c.json({ ...page(rows, limit, ({ name, id }) => [name, id], presentLine), ...counted }, 200);
    })
    .openapi(contract.listSectors, async (c) =>
      c.json({ items: await countByWord(db, c.get("actor"), "sectors", today()), nextCursor: null }, 200),
    )
    .openapi(contract.listFocusAreas, async (c) =>
      c.json({ items: await countByWord(db, c.get("actor"), "focus_areas", today()), nextCursor: null }, 200),
    )
    .openapi(contract.readOrganization, async (c) => {
      const { body, version } = await shown(c.get("actor"), c.req.valid("param").id);
      return c.json(body, 200, { etag: etag(version) });
    })
    .openapi(contract.addOrganization, async (c) => {
      const id = await createOrganization(installation, c.get("actor"), c.req.valid("json"));
      const { body, version } = await shown(c.get("actor"), id);
      return c.json(body, 201, { etag: etag(version), location: `/api/v1/organizations/${id}` });
    })
    .openapi(contract.changeOrganization, async (c) => {
      const { id } = c.req.valid("param");
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      await changeOrganization(installation, c.get("actor"), id, c.req.valid("json"), expected);
      const { body, version } = await shown(c.get("actor"), id);
      return c.json(body, 200, { etag: etag(version) });
    })
    .openapi(contract.confirmContact, async (c) => {
      const { id } = c.req.valid("param");
      await confirmContact(installation, c.get("actor"), id, expectedVersion(c.req.valid("header")["if-match"]));
      const { body, version } = await shown(c.get("actor"), id);
      return c.json(body, 200, { etag: etag(version) });
    })
    .openapi(contract.refreshRegisterEntry, async (c) => {
      const { id } = c.req.valid("param");
      await fetchFromRegister(installation, c.get("actor"), id);
      const { body, version } = await shown(c.get("actor"), id);
      return c.json(body, 200, { etag: etag(version) });
    })
    .openapi(people.findPositions, async (c) => {
      const actor = c.get("actor");
      const { limit, cursor } = c.req.valid("query");
      const organization = found(await findOrganization(db, actor, c.req.valid("param").id, today()));
      const seesEveryone = maySeeEveryone(actor, organization);
      const asked = { organizationId: organization.id, reach: organization.reach, seesEveryone, limit, after: afterName(cursor) };
      const rows = await findPositions(db, actor, asked, today());
      return c.json(
        page(
          rows,
          limit,
          ({ personName, id }) => [personName, id],
          (row) => presentPosition(row, actor, organization),
        ),
        200,
      );
    })
    .openapi(people.grantPosition, async (c) => {
      const { position, organization } = await grantPosition(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(presentPosition(position, c.get("actor"), organization), 201);
    })
    .openapi(people.endPosition, async (c) => {
      const { id, positionId } = c.req.valid("param");
      await endPosition(installation, c.get("actor"), id, positionId);
      return c.body(null, 204);
    })
    .openapi(people.findPeople, async (c) => {
      const actor = c.get("actor");
      const { q, limit, cursor } = c.req.valid("query");
      const organizations = organizationsManaged(actor);
      authorize(actor, organizations.length > 0);
      const rows = await findPeople(db, { text: q, organizations, limit, after: afterName(cursor) }, today());
      return c.json(
        page(
          rows,
          limit,
          ({ name, id }) => [name, id],
          (row) => presentPerson(row, actor),
        ),
        200,
      );
    })
    .openapi(people.readPerson, async (c) => {
      const person = await findPersonFor(installation, c.get("actor"), c.req.valid("param").id);
      return c.json(presentPerson(person, c.get("actor")), 200, { etag: etag(person.version) });
    })
    .openapi(people.addPerson, async (c) => {
      const id = await addPerson(installation, c.get("actor"), c.req.valid("json"));
      const person = await findPersonFor(installation, c.get("actor"), id);
      return c.json(presentPerson(person, c.get("actor")), 201, { etag: etag(person.version), location: `/api/v1/people/${id}` });
    })
    .openapi(people.changePerson, async (c) => {
      const { id } = c.req.valid("param");
      await changePerson(installation, c.get("actor"), id, c.req.valid("json"), expectedVersion(c.req.valid("header")["if-match"]));
      const person = await findPersonFor(installation, c.get("actor"), id);
      return c.json(presentPerson(person, c.get("actor")), 200, { etag: etag(person.version) });
    })
    .openapi(setup.readInstallation, async (c) => c.json(await presentInstallation(c.get("actor")), 200))
    .openapi(setup.nameInstallation, async (c) => {
      await nameInstallation(installation, c.get("actor"), c.req.valid("json").name);
      return c.json(await presentInstallation(c.get("actor")), 200);
    })
    .openapi(setup.makeFirstOperator, async (c) => {
      const given = c.req.valid("json");
      const made = await makeFirstOperator(installation, given);
      for (const cookie of await openSessionFor(identity, given.email, c.req.header("user-agent")))
        c.header("set-cookie", cookie, { append: true });
      return c.json(made, 201);
    })
    .route("/", lookRoutes(installation));

  async function shown(actor: Actor, idOrSlug: string) {
    const row = found(await findOrganization(db, actor, idOrSlug, today()));
    return { body: presentOrganization(row, actor, today()), version: row.version };
  }

  async function presentInstallation(actor: Actor) {
    const name = await readInstallationName(installation);
    return { name, isSetUp: installation.settings.isDemo || (await isSetUp(db, now())), abilities: { rename: mayNameInstallation(actor) } };
  }
}

export type OrganizationsApi = ReturnType<typeof organizationRoutes>;

function afterName(cursor: string | undefined): [name: string, id: string] | undefined {
  return readCursorOf(cursor, ["text", "id"]);
}
