import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../platform/access/actor.ts";
import { found } from "../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../platform/http/cursor.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { readReference } from "../geography/index.ts";
import { findOrganization } from "../organizations/index.ts";
import { changeProgram } from "./change-program.ts";
import * as contract from "./contract.ts";
import { createProgram } from "./create-program.ts";
import { type EnrollmentRow, findEnrollments } from "./enrolling/queries.ts";
import { onceEach } from "./jobs/count-jobs.ts";
import { countJobs } from "./jobs/read-jobs.ts";
import { readNational } from "./national/national-survival.ts";
import { mayRunProgram, maySeeEnrollment } from "./policy.ts";
import { isIn, presentJobs, presentProgram, presentSurvival, presentWhole } from "./present.ts";
import { findCohorts, findProgram, findPrograms, findTargets, type ProgramRow, programsBelow } from "./queries.ts";
import { addCohort, addTarget, withdrawTarget } from "./set-goals.ts";
import { rowsOfCurve } from "./survival/curve-rows.ts";
import { compareSurvival } from "./survival/read-survival.ts";

export function programRoutes(installation: Installation) {
  const { db, now } = installation;
  const today = () => dayIn(now(), "Europe/Oslo");
  const startupsOf = ({ id }: ProgramRow) => findEnrollments(db, { programIds: [id] });
  const whole = async (actor: Actor, idOrSlug: string) => {
    const program = found(await findProgram(db, idOrSlug));
    const startups = await startupsOf(program);
    const [cohorts, targets] = [await findCohorts(db, program.id), await findTargets(db, program.id)];
    return presentWhole(program, { cohorts, targets, startups, today: today() }, actor);
  };
  const counted = async (
    startups: EnrollmentRow[],
    asked: { asOf?: Day | undefined; borders?: number | undefined },
    program?: ProgramRow,
  ) => {
    const asOf = asked.asOf ?? today();
    const borders = asked.borders === undefined ? today() : `${asked.borders}-01-01`;
    return countJobs(startups, { asOf, borders, reference: await readReference(db), region: program ? regionOf(program) : null });
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listPrograms, async (c) => {
      const { organization, cursor, limit } = c.req.valid("query");
      const after = readCursorOf(cursor, ["text"])?.[0];
      const rows = await findPrograms(db, { organization, after, limit });
      return c.json(
        page(
          rows,
          limit,
          ({ slug }) => [slug],
          (row) => presentProgram(row, c.get("actor")),
        ),
        200,
      );
    })
    .openapi(contract.createProgram, async (c) => {
      const id = await createProgram(installation, c.get("actor"), c.req.valid("json"));
      return c.json(await whole(c.get("actor"), id), 201, { location: `/api/v1/programs/${c.req.valid("json").slug}` });
    })
    .openapi(contract.readProgram, async (c) => {
      const program = await whole(c.get("actor"), c.req.valid("param").id);
      return c.json(program, 200, { etag: etag(program.version) });
    })
    .openapi(contract.changeProgram, async (c) => {
      const { id } = c.req.valid("param");
      const version = expectedVersion(c.req.valid("header")["if-match"]);
      await changeProgram(installation, c.get("actor"), id, c.req.valid("json"), version);
      const program = await whole(c.get("actor"), id);
      return c.json(program, 200, { etag: etag(program.version) });
    })
    .openapi(contract.addCohort, async (c) => {
      const { id } = c.req.valid("param");
      await addCohort(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await whole(c.get("actor"), id), 201);
    })
    .openapi(contract.addTarget, async (c) => {
      const { id } = c.req.valid("param");
      await addTarget(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await whole(c.get("actor"), id), 201);
    })
    .openapi(contract.withdrawTarget, async (c) => {
      const { id, targetId } = c.req.valid("param");
      await withdrawTarget(installation, c.get("actor"), id, targetId);
      return c.json(await whole(c.get("actor"), id), 200);
    })
    .openapi(contract.readSurvival, async (c) => {
      const { clock, merged, cohort, legalForm } = c.req.valid("query");
      const program = found(await findProgram(db, c.req.valid("param").id));
      const among = await inCohort(program, cohort);
      const rows = (await startupsOf(program)).filter((row) => among(row) && (legalForm === undefined || row.legalForm === legalForm));
      const view = { clock, merged, today: today(), isSeenWhole: mayRunProgram(c.get("actor"), program.organizationId) };
      return c.json(presentSurvival(rows, await readNational(db), view, now(), c.get("language")), 200);
    })
    .openapi(contract.readSurvivalRows, async (c) => {
      const { clock, merged, cohort, limit, cursor } = c.req.valid("query");
      const [after = 0] = readCursorOf(cursor, ["integer"]) ?? [];
      const program = found(await findProgram(db, c.req.valid("param").id));
      const all = (await startupsOf(program)).filter(await inCohort(program, cohort));
      const rowsOf = (rows: EnrollmentRow[]) => rowsOfCurve(rows, { program, clock, merged, today: today() });
      const seen = rowsOf(all.filter((row) => maySeeEnrollment(c.get("actor"), row)));
      const numbered = seen.map(({ label, path, intakeOn, entry, exit, isEnd, outcome }, place) => ({
        ...{ number: place + 1, name: label, path, intakeOn, entry, exit, isEnd, outcome },
      }));
      const rows = numbered.filter(({ number }) => number > after);
      const list = page(
        rows,
        limit,
        ({ number }) => [number],
        (row) => row,
      );
      const n = rowsOf(all).length;
      return c.json({ ...list, n, hidden: n - seen.length }, 200);
    })
    .openapi(contract.compareSurvival, async (c) => {
      const { clock, merged, first, second } = c.req.valid("query");
      const program = found(await findProgram(db, c.req.valid("param").id));
      const cohorts = await findCohorts(db, program.id);
      const all = await startupsOf(program);
      const [one, other] = [first, second].map((id) => {
        const cohort = found(cohorts.find((each) => each.id === id));
        return { id, name: cohort.name, rows: all.filter((row) => isIn(row, cohort)) };
      }) as [Group, Group];
      const view = { clock, merged, today: today(), isSeenWhole: false };
      const test = compareSurvival(one.rows, other.rows, view) ?? null;
      const told = ({ id, name, rows }: Group) => ({ id, name, n: rows.length });
      return c.json({ first: told(one), second: told(other), logRank: test }, 200);
    })
    .openapi(contract.readJobs, async (c) => {
      const program = found(await findProgram(db, c.req.valid("param").id));
      const jobs = await counted(await startupsOf(program), c.req.valid("query"), program);
      const isSeenWhole = mayRunProgram(c.get("actor"), program.organizationId);
      return c.json(presentJobs(jobs, isSeenWhole, now(), c.get("language")), 200);
    })
    .openapi(contract.readNetworkJobs, async (c) => {
      const organization = found(await findOrganization(db, c.get("actor"), c.req.valid("param").id, today()));
      const programIds = await programsBelow(db, organization.id, today());
      const jobs = await counted(onceEach(await findEnrollments(db, { programIds })), c.req.valid("query"));
      return c.json(presentJobs(jobs, false, now(), c.get("language")), 200);
    });

  async function inCohort(program: ProgramRow, cohortId: string | undefined): Promise<(row: EnrollmentRow) => boolean> {
    if (cohortId === undefined) return () => true;
    const cohort = found((await findCohorts(db, program.id)).find(({ id }) => id === cohortId));
    return (row) => isIn(row, cohort);
  }
}

type Group = { id: string; name: string; rows: EnrollmentRow[] };

function regionOf({ regionName, regionNumbers, regionRecordedOn }: ProgramRow) {
  return regionRecordedOn === null ? null : { name: regionName, numbers: regionNumbers, recordedOn: regionRecordedOn };
}

export type ProgramApi = ReturnType<typeof programRoutes>;
