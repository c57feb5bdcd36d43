import { costOf } from "../../src/features/projects/accounts/hours.ts";
import { inEuroCents } from "../../src/features/projects/aid/aid.ts";
import { balanceOf } from "../../src/features/projects/budget/balance.ts";
import { funderExamples, hourRate, inParts } from "../../src/features/projects/funding/funder-rules.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import { newId } from "../../src/platform/database/id.ts";
import { calendarAt, pastMoment } from "./calendar.ts";
import { type Calendar, isWorkday, resolveDay } from "./day.ts";
import { insertAll } from "./insert-all.ts";
import type { Network } from "./network.ts";
import type { Demo } from "./read.ts";

type Project = Demo["projects"]["projects"][number];

/** Projects with their awards, budgets, hours and expenses, and the state-aid ledger. */
export async function insertProjects(tx: Tx, demo: Demo, network: Network, now: Temporal.Instant): Promise<void> {
  const calendar = calendarAt(now);
  for (const project of demo.projects.projects) await insertProject(tx, project, network, calendar, now);
  const numbers = new Map(demo.organizations.map(({ slug, name, organizationNumber }) => [slug, { name, organizationNumber }]));
  const aid = demo.projects.aid.flatMap(({ keeper, organization, granter, granted, kroner, rate }) => {
    const [keeperId, given] = [network.organizations.get(keeper), numbers.get(organization)];
    if (!keeperId || !given?.organizationNumber) return [];
    const [amount, ofEuro] = [kroner * 100, Math.round(rate * 10_000)];
    return [
      {
        id: newId(),
        organization_id: keeperId,
        organization_number: given.organizationNumber,
        name: given.name,
        granter,
        granted_on: resolveDay(granted, calendar).toString(),
        basis: "de_minimis",
        amount_ore: amount,
        kroner_per_euro_x10000: ofEuro,
        amount_euro_cents: inEuroCents(amount, ofEuro),
        written_at: now,
      },
    ];
  });
  await insertAll(tx, "state_aid_awards", aid);
}

async function insertProject(tx: Tx, project: Project, network: Network, calendar: Calendar, now: Temporal.Instant): Promise<void> {
  const organizationId = network.organizations.get(project.organization);
  const personOf = (email: string) => network.people.get(email)?.id;
  const leadId = personOf(project.lead);
  if (!organizationId || !leadId) return;
  const day = (expression: string) => resolveDay(expression, calendar).toString();
  const at = (expression: string) => pastMoment(resolveDay(expression, calendar), "10:00", now);
  const id = newId();
  const begun = at(project.funding.decided);
  await tx
    .insertInto("projects")
    .values({
      id,
      organization_id: organizationId,
      slug: project.slug,
      titles: JSON.stringify(project.titles),
      descriptions: JSON.stringify(project.descriptions),
      lead_person_id: leadId,
      lead_percent: project.percent,
      focus_areas: project.focusAreas,
      from_day: day(project.from),
      to_day: day(project.to),
      created_at: begun,
      created_by: leadId,
    })
    .execute();
  const partners = project.partners.map(({ organization, name, role }, place) => {
    const partnerId = organization === undefined ? undefined : network.organizations.get(organization);
    return {
      project_id: id,
      number: place + 1,
      role,
      ...(partnerId ? { organization_id: partnerId } : { name: name ?? organization ?? "" }),
    };
  });
  await insertAll(tx, "project_partners", partners);
  const events =
    project.events.length === 0 ? [] : await tx.selectFrom("events").select("id").where("slug", "in", project.events).execute();
  await insertAll(
    tx,
    "project_events",
    events.map(({ id: event_id }) => ({ project_id: id, event_id })),
  );
  const packages = project.packages.map(({ title, summary }, place) => ({
    id: newId(),
    project_id: id,
    number: place + 1,
    title,
    summary,
  }));
  await insertAll(tx, "work_packages", packages);
  const milestones = project.milestones.map((milestone) => ({
    id: newId(),
    project_id: id,
    work_package_id: packages[milestone.package]?.id ?? null,
    title: milestone.title,
    planned_on: day(milestone.planned),
    forecast_on: milestone.forecast ? day(milestone.forecast) : null,
    done_on: milestone.done ? day(milestone.done) : null,
    evidence: milestone.evidence ?? null,
  }));
  await insertAll(tx, "milestones", milestones);

  const { funding } = project;
  const fundingId = newId();
  const example = funderExamples.find((one) => one.id === funding.example);
  const amountOre = funding.kroner * 100;
  await tx
    .insertInto("fundings")
    .values({
      id: fundingId,
      project_id: id,
      funder_name: funding.funder,
      decided_on: day(funding.decided),
      reference: funding.reference,
      amount_ore: amountOre,
      conditions: funding.conditions,
      created_at: begun,
      created_by: leadId,
    })
    .execute();
  const rules = (example?.rules ?? []).map(({ key, value, source, sourceOn }) => ({
    id: newId(),
    funding_id: fundingId,
    key,
    value,
    source,
    source_on: sourceOn,
    written_at: begun,
    written_by: leadId,
  }));
  await insertAll(tx, "funding_rules", rules);
  const parts = inParts(amountOre, example?.tranches.map(({ percent }) => percent) ?? []);
  const tranches = (example?.tranches ?? []).map(({ conditions, awaits }, place) => ({
    id: newId(),
    funding_id: fundingId,
    number: place + 1,
    amount_ore: parts[place] ?? 0,
    expected_on: funding.tranches[place] ? day(funding.tranches[place]) : null,
    condition: conditions.nb,
    awaits: awaits ?? null,
  }));
  await insertAll(tx, "tranches", tranches);
  const today = calendar.today.toString();
  const receipts = tranches
    .filter(({ expected_on }) => expected_on !== null && expected_on <= today)
    .map((tranche) => ({
      id: newId(),
      tranche_id: tranche.id,
      received_on: tranche.expected_on ?? today,
      amount_ore: tranche.amount_ore,
      written_at: now,
      written_by: leadId,
    }));
  await insertAll(tx, "tranche_receipts", receipts);
  const deadlines = funding.deadlines.map(({ kind, due, done }) => ({
    id: newId(),
    funding_id: fundingId,
    kind,
    due_on: day(due),
    done_on: done ? day(done) : null,
  }));
  await insertAll(tx, "funding_deadlines", deadlines);

  const lines = project.budget.map((line) => ({ ...line, id: newId(), amountOre: line.kroner * 100, isInKind: line.isInKind ?? false }));
  const lineOf = (text: string | undefined) => lines.find((line) => line.text === text);
  const { money, inKind } = balanceOf(lines);
  await insertAll(
    tx,
    "budget_lines",
    lines.map(({ id: lineId, side, kind, isInKind }) => ({
      id: lineId,
      project_id: id,
      side,
      kind,
      is_in_kind: isInKind,
      funding_id: kind === "grant" ? fundingId : null,
    })),
  );
  const budget = { project_id: id, number: 1, written_at: begun, written_by: leadId, approved_at: begun, approved_by: leadId };
  await tx
    .insertInto("budgets")
    .values({
      ...budget,
      cost_ore: money.costOre + inKind.costOre,
      financing_ore: money.financingOre + inKind.financingOre,
      cost_in_kind_ore: inKind.costOre,
      financing_in_kind_ore: inKind.financingOre,
    })
    .execute();
  await insertAll(
    tx,
    "budget_amounts",
    lines.map((line, place) => ({
      project_id: id,
      number: 1,
      line_id: line.id,
      place,
      text: line.text,
      amount_ore: line.amountOre,
      financed_by_id: lineOf(line.paidBy)?.id ?? null,
    })),
  );

  const values = Object.fromEntries(rules.map(({ key, value }) => [key, value]));
  for (const worker of project.hours) {
    const [personId, approverId, line] = [personOf(worker.person), personOf(worker.approvedBy), lineOf(worker.line)];
    const given = { rateOre: worker.rate ? worker.rate * 100 : null, yearlySalaryOre: worker.salary ? worker.salary * 100 : null };
    const rate = hourRate(given, values);
    if (!personId || !approverId || !line || !rate) continue;
    await tx
      .insertInto("project_rates")
      .values({
        id: newId(),
        project_id: id,
        person_id: personId,
        from_day: day(project.from),
        rate_ore: given.rateOre,
        yearly_salary_ore: given.yearlySalaryOre,
        written_at: begun,
        written_by: approverId,
      })
      .execute();
    const [first, last, approvedUntil] = [worker.from, worker.until, worker.approvedUntil].map((one) => resolveDay(one, calendar));
    if (!first || !last || !approvedUntil) continue;
    const days = Array.from({ length: first.until(last).days + 1 }, (_, place) => first.add({ days: place }));
    const rows = days
      .filter((one) => isWorkday(one, calendar))
      .map((one) => {
        const isApproved = Temporal.PlainDate.compare(one, approvedUntil) <= 0;
        const writtenAt = pastMoment(one, "16:00", now);
        return {
          id: newId(),
          project_id: id,
          line_id: line.id,
          financing_line_id: lineOf(line.paidBy)?.id ?? null,
          person_id: personId,
          day: one.toString(),
          minutes: worker.minutes,
          rate_ore: rate.rateOre,
          cap_ore: rate.capOre,
          amount_ore: costOf(worker.minutes, rate.rateOre),
          written_at: writtenAt,
          written_by: personId,
          approved_at: isApproved ? pastMoment(approvedUntil.add({ days: 1 }), "12:00", now) : null,
          approved_by: isApproved ? approverId : null,
        };
      });
    await insertAll(tx, "project_hours", rows);
  }
  const expenses = project.expenses.map((expense) => ({
    id: newId(),
    project_id: id,
    line_id: lineOf(expense.line)?.id ?? "",
    financing_line_id: lineOf(lineOf(expense.line)?.paidBy)?.id ?? null,
    day: day(expense.day),
    text: expense.text,
    supplier: expense.supplier ?? null,
    amount_ore: Math.round(expense.kroner * 100),
    written_at: at(expense.day),
    written_by: leadId,
  }));
  await insertAll(tx, "project_expenses", expenses);
  if (project.report)
    await tx
      .insertInto("report_packs")
      .values({
        id: newId(),
        funding_id: fundingId,
        number: 1,
        from_day: day(project.report.from),
        to_day: day(project.report.to),
        narrative: project.report.narrative,
        created_at: now,
        created_by: leadId,
      })
      .execute();
}
