import { duringOf } from "../../src/features/memberships/membership.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { addDays } from "../../src/platform/time/day.ts";
import { calendarAt } from "./calendar.ts";
import { resolveDay } from "./day.ts";
import { insertMany } from "./insert-all.ts";
import type { Network } from "./network.ts";
import { type PlannedStartup, planStartups, toldPlace } from "./plan-startups.ts";
import type { PlannedProgram } from "./program-contract.ts";
import type { Demo } from "./read.ts";
import { inventedNumbers, startupNames } from "./startup-names.ts";

type Placed = { planned: PlannedStartup; id: string; organizationId: string; name: string; number: string; adviserId: string | null };

/** The programs with all startups they ever took in: what is told of them on pages is counted from these rows. */
export async function insertPrograms(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  const { today } = calendarAt(now);
  const plans = demo.programs.map((program) => ({ program, startups: planStartups(program, today) }));
  const count = plans.reduce((sum, { startups }) => sum + startups.length, 0);
  const [names, numbers] = [startupNames(count), inventedNumbers(count)];
  let used = 0;
  for (const { program, startups } of plans) {
    const ownerId = network.organizations.get(program.organization);
    if (ownerId === undefined) continue;
    const id = newId();
    const advisers = program.advisers.flatMap((email) => network.people.get(email)?.id ?? []);
    const placed = startups.map((planned, index): Placed => {
      const place = used + index;
      const isTold = program.told !== undefined && index === toldPlace(program);
      const name = isTold ? (program.told?.name ?? "") : `${names[place]} ${planned.legalForm === "AS" ? "AS" : ""}`.trim();
      return {
        ...{ planned, name, id: newId(), organizationId: newId(), number: numbers[place] ?? "" },
        adviserId: advisers[index % advisers.length] ?? null,
      };
    });
    used += placed.length;
    await insertProgram(tx, program, { id, ownerId, today: today.toString(), now });
    await insertStartups(tx, placed, { programId: id, ownerId, today: today.toString(), now });
    await tellOfOne(tx, program, placed, network, now);
  }
}

type At = { today: string; now: Temporal.Instant };

async function insertProgram(
  tx: Tx,
  program: PlannedProgram,
  { id, ownerId, today, now }: At & { id: string; ownerId: string },
): Promise<void> {
  const { region } = program;
  const year = Number(today.slice(0, 4));
  await insertMany(tx, "programs", [
    {
      ...{ id, slug: program.slug, organization_id: ownerId, names: program.name as never, kind: program.kind },
      region_name: region?.name ?? null,
      region_municipalities: region?.municipalities ?? [],
      region_recorded_on: region?.recordedOn ?? null,
      ...{ version: 1, created_at: now },
    },
  ]);
  const firstYear = program.firstIntake ? Number(program.firstIntake.slice(0, 4)) : year - (program.yearsBack ?? 1);
  const starts = Array.from(
    { length: Math.ceil((year - firstYear + 1) / program.cohortYears) },
    (_, index) => firstYear + index * program.cohortYears,
  );
  await insertMany(
    tx,
    "program_cohorts",
    starts.map((from) => {
      const until = from + program.cohortYears - 1;
      const name = from === until ? String(from) : `${from}–${until}`;
      return { id: newId(), program_id: id, name, intake: `[${from}-01-01,${until + 1}-01-01)`, created_at: now };
    }),
  );
  await insertMany(
    tx,
    "program_targets",
    targetsOf(program, today).map((one) => ({ id: newId(), program_id: id, ...one, created_at: now })),
  );
}

// one after the other, as many as have begun
function targetsOf({ target }: PlannedProgram, today: string) {
  if (!target) return [];
  const { name, measure, amount, from, years } = target;
  const begun = Math.floor(Temporal.PlainDate.from(from).until(today, { largestUnit: "year" }).years / years) + 1;
  return Array.from({ length: begun }, (_, index) => {
    const first = Temporal.PlainDate.from(from).add({ years: index * years });
    const last = first.add({ years }).subtract({ days: 1 });
    return { names: name as never, measure, amount, from_on: first.toString(), until_on: last.toString() };
  });
}

async function insertStartups(tx: Tx, placed: readonly Placed[], given: At & { programId: string; ownerId: string }): Promise<void> {
  const { programId, ownerId, today, now } = given;
  await insertMany(
    tx,
    "organizations",
    placed.map(({ organizationId, name, number, planned }) => ({
      ...{ id: organizationId, slug: `oppstart-${number}`, name, name_from: "people", organization_number: number },
      legal_form: planned.legalForm,
      founded_on: addDays(planned.intake.toString(), -90 - (Number(number.slice(-4)) % 400)),
      ...{ languages: ["nb"], sectors: [], focus_areas: [], descriptions: {} as never, visibility: "network" },
      ...{ municipality_number: planned.municipality, municipality_recorded_on: today },
      ...{ entered_by_network_id: ownerId, created_at: now, version: 1 },
    })),
  );
  await insertMany(
    tx,
    "organization_kinds",
    placed.map(({ organizationId }) => ({ organization_id: organizationId, kind: "startup" })),
  );
  await insertMany(
    tx,
    "enrollments",
    placed.map(({ id, organizationId, adviserId, planned }) => ({
      ...{ id, program_id: programId, organization_id: organizationId, legal_form: planned.legalForm, adviser_id: adviserId },
      ...{ intake_on: planned.intake.toString(), baseline_heads: planned.baseline, baseline_fte: planned.baseline },
      ...{ exit_on: planned.exit?.toString() ?? null, exit_type: planned.exitType, last_evidence_on: planned.lastEvidence.toString() },
      ...{ version: 1, created_at: now },
    })),
  );
  await insertMany(
    tx,
    "observations",
    placed.flatMap(({ id, adviserId, planned }) =>
      planned.observations.map(({ on, least, most, source }) => ({
        ...{ id: newId(), enrollment_id: id, observed_on: on.toString(), heads_least: least, heads_most: most },
        ...(source === "register"
          ? { fte_least: null, fte_most: null, turnover_kroner: null }
          : { fte_least: fteOf(least), fte_most: fteOf(most), turnover_kroner: most * 870_000 + (Number(on.dayOfYear) % 9) * 35_000 }),
        ...{ source, status: "active", written_at: now, written_by: source === "adviser" ? adviserId : null },
      })),
    ),
  );
}

/** A startup somebody can step into: its founder, its milestones, and what its adviser wrote. */
async function tellOfOne(
  tx: Tx,
  program: PlannedProgram,
  placed: readonly Placed[],
  network: Network,
  now: Temporal.Instant,
): Promise<void> {
  const one = placed[toldPlace(program)];
  if (!program.told || !one) return;
  const calendar = calendarAt(now);
  const day = (expression: string) => resolveDay(expression, calendar).toString();
  const { founder, milestones, notes } = program.told;
  const founderId = network.people.get(founder)?.id;
  if (founderId)
    await insertMany(tx, "positions", [
      {
        ...{ id: newId(), person_id: founderId, organization_id: one.organizationId, role: "owner", title: "Gründer" },
        ...{ during: duringOf({ from: one.planned.intake.toString(), to: null }), version: 1 },
      },
    ]);
  const by = { enrollment_id: one.id, written_by: one.adviserId };
  await insertMany(
    tx,
    "enrollment_milestones",
    milestones.map(({ title, due, reached, evidence }) => ({
      ...{ id: newId(), ...by, title, due_on: day(due), evidence: evidence ?? null, written_at: now },
      reached_on: reached ? day(reached) : null,
    })),
  );
  await insertMany(
    tx,
    "enrollment_notes",
    notes.map((note) => ({
      ...{ id: newId(), ...by, text: note.text, is_shared: note.isShared },
      written_at: resolveDay(note.day, calendar).toZonedDateTime({ timeZone: "Europe/Oslo", plainTime: "10:00" }).toInstant(),
    })),
  );
}

function fteOf(heads: number): number {
  return Math.round(heads * 1.7) / 2;
}
