import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import type { CountedTries } from "../../../platform/http/counted-tries.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import { requestRefusals } from "../../../platform/http/request-refusals.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { readCode, shownCode } from "../../exchange/index.ts";
import { textIn } from "../../spaces/index.ts";
import { type VisitRow, visitorTermsOf } from "../queries.ts";
import { visitRefusals } from "../refusals.ts";
import { givenName, shownName, soughtName } from "../visit.ts";
import * as contract from "./contract.ts";
import { keepNote } from "./keep-note.ts";
import { arrive, arriveUnexpected, kioskAt, leave, rulesAskedFor } from "./receive.ts";
import { expectedLike, findableLike, insideLike, kioskArrivals, kioskSearches, mostFound } from "./search.ts";

/** What stands at the entrance: whoever has come finds themselves, says whom they come to, and leaves again. */
export function kioskRoutes(installation: Installation) {
  const { db, now } = installation;
  const [searches, arrivals] = [kioskSearches(installation), kioskArrivals(installation)];
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.readReception, async (c) => {
      const kiosk = await kioskAt(db, c.req.valid("param").secret);
      const terms = await visitorTermsOf(db, kiosk.space_id);
      const rules = await rulesAskedFor(db, kiosk.space_id);
      const text = rules && textIn(rules.texts, c.get("language"));
      return c.json(
        {
          name: kiosk.name,
          space: { slug: kiosk.space_slug, name: kiosk.space_name, timeZone: kiosk.time_zone },
          now: now().toString(),
          takesUnexpected: terms.takes_unexpected,
          keptDays: terms.kept_days,
          houseRules: rules && text ? { version: rules.version, ...text } : null,
        },
        200,
      );
    })
    .openapi(contract.searchVisits, async (c) => {
      const kiosk = await kioskAt(db, c.req.valid("param").secret);
      await takeOne(searches, kiosk.id);
      const sought = readSought(c.req.valid("query"));
      if (!sought) return c.json({ items: [], isTooMany: false }, 200);
      const isLeaving = c.req.valid("query").leaving === "true";
      const rows = isLeaving
        ? await insideLike(db, kiosk.space_id, sought)
        : await expectedLike(db, kiosk.space_id, dayIn(now(), kiosk.time_zone), sought);
      return c.json(few(rows, presentFound), 200);
    })
    .openapi(contract.searchPeople, async (c) => {
      const kiosk = await kioskAt(db, c.req.valid("param").secret);
      if (!(await visitorTermsOf(db, kiosk.space_id)).takes_unexpected) throw visitRefusals.announcedOnly();
      await takeOne(searches, kiosk.id);
      const name = soughtName(c.req.valid("query").q);
      const rows = name === undefined ? [] : await findableLike(db, kiosk, dayIn(now(), kiosk.time_zone), name);
      return c.json(
        few(rows, (row) => row),
        200,
      );
    })
    .openapi(contract.arrive, async (c) => {
      const { secret, id } = c.req.valid("param");
      const visit = await arrive(installation, { secret, id, rulesVersion: c.req.valid("json").rulesVersion });
      return c.json(presentWelcome(visit), 200);
    })
    .openapi(contract.arriveUnexpected, async (c) => {
      const { secret } = c.req.valid("param");
      const kiosk = await kioskAt(db, secret);
      await takeOne(arrivals, kiosk.id);
      const { organization, rulesVersion, ...written } = c.req.valid("json");
      return c.json(presentWelcome(await arriveUnexpected(installation, { secret }, { ...written, organization, rulesVersion })), 201);
    })
    .openapi(contract.keepNote, async (c) => {
      const { secret, id } = c.req.valid("param");
      const kiosk = await kioskAt(db, secret);
      await takeOne(arrivals, kiosk.id);
      const { name, organization, askedFor, kind, secondsAgo, language, rulesVersion } = c.req.valid("json");
      const note = { id, name, organization, askedFor, kind, language, rulesVersion, secondsAgo };
      return c.json({ isKnown: await keepNote(installation, secret, note) }, 200);
    })
    .openapi(contract.leave, async (c) => {
      const visit = await leave(installation, c.req.valid("param"));
      return c.json({ givenName: givenName(visit.name) }, 200);
    });
}

export type KioskApi = ReturnType<typeof kioskRoutes>;

async function takeOne(tries: CountedTries, kioskId: string): Promise<void> {
  const seconds = await tries.take(kioskId);
  if (seconds > 0) throw requestRefusals.tooMany({ seconds });
}

function readSought({ q, code }: { q?: string | undefined; code?: string | undefined }): { name: string } | { code: string } | undefined {
  const read = code === undefined ? "" : readCode(code);
  if (read !== "") return { code: read };
  const name = soughtName(q ?? "");
  return name === undefined ? undefined : { name };
}

function few<Row, Item>(rows: Row[], present: (row: Row) => Item) {
  const isTooMany = rows.length > mostFound;
  return { items: isTooMany ? [] : rows.map(present), isTooMany };
}

function presentFound({ id, name, arrived_at, expected_at }: VisitRow) {
  return { id, name: shownName(name), at: (arrived_at ?? expected_at).toString() };
}

// the badge says no more of somebody announced than the screen has shown to whoever searched
function presentWelcome({ id, name, organization_name, is_announced, visited_name, room, day, code }: VisitRow) {
  const shown = is_announced ? { name: shownName(name), organization: null } : { name, organization: organization_name };
  return { id, givenName: givenName(name), visited: visited_name, room, badge: { ...shown, day, code: shownCode(code) } };
}
