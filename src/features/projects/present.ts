import type { Language } from "../../platform/language/language.ts";
import { findingsOf } from "./budget/findings.ts";
import type { Budget } from "./budget/read-budget.ts";
import type { Stand } from "./funding/amend-funding.ts";
import { valuesOf } from "./funding/queries.ts";
import { milestoneState } from "./project.ts";
import type { ProjectRow } from "./queries.ts";
import type { fundingsWithParts, ProjectRead } from "./read-project.ts";

export function presentLine(row: ProjectRow) {
  return {
    id: row.id,
    slug: row.slug,
    organization: { id: row.organizationId, slug: row.organization_slug, name: row.organization_name },
    titles: row.titles,
    lead: row.leadId === null ? null : { id: row.leadId, name: row.lead_name ?? "" },
    leadPercent: row.lead_percent,
    from: row.from_day,
    to: row.to_day,
  };
}

export function presentProject({ project, today, ...read }: ProjectRead) {
  return {
    ...presentLine(project),
    descriptions: project.descriptions,
    focusAreas: project.focus_areas,
    partners: read.partners,
    workPackages: read.workPackages,
    milestones: read.milestones.map((one) => ({ ...one, state: milestoneState(one, today) })),
    events: read.events.map(({ id, slug, titles, starts_at, registered, checkedIn }) => ({
      id,
      slug,
      titles,
      startsAt: starts_at.toString(),
      registered,
      checkedIn,
    })),
    fundings: read.fundings.map((funding) => presentFunding(funding, project.to_day)),
    actual: read.actual,
    plannedOre: read.plannedOre,
    version: project.version,
    abilities: read.abilities,
  };
}

type FundingParts = Awaited<ReturnType<typeof fundingsWithParts>>[number];

function presentFunding({ rules, tranches, receipts, deadlines, changes, packs, ...funding }: FundingParts, projectEnds: string) {
  const values = valuesOf(rules);
  const isAccepted = packs.some(({ acceptedOn, to }) => acceptedOn !== null && to >= projectEnds);
  return {
    id: funding.id,
    funder: funding.funder,
    funderSlug: funding.funderSlug,
    call: funding.callSlug && funding.callTitles ? { slug: funding.callSlug, title: funding.callTitles } : null,
    decidedOn: funding.decidedOn,
    reference: funding.reference,
    amountOre: funding.amountOre,
    conditions: funding.conditions,
    receivedOre: tranches.reduce((sum, { receivedOre }) => sum + receivedOre, 0),
    heldBackOre: isAccepted ? 0 : Math.round((funding.amountOre * (values.holdback_percent ?? 0)) / 100),
    needsAttestation: values.attestation_ore !== undefined && funding.amountOre >= values.attestation_ore,
    rules: rules.map(({ key, value, source, sourceOn }) => ({ key, value, source, sourceOn })),
    tranches: tranches.map(({ fundingId: _, ...tranche }) => tranche),
    receipts: receipts.map(({ fundingId: _, ...receipt }) => receipt),
    deadlines: deadlines.map(({ id, kind, dueOn, doneOn }) => ({ id, kind: kind as DeadlineKind, dueOn, doneOn })),
    changes: changes.map(({ fundingId: _, changedAt, before, after, ...change }) => ({
      ...change,
      changedAt: changedAt.toString(),
      before: presentStand(before),
      after: presentStand(after),
    })),
    reportPacks: packs.map(({ fundingId: _, sent_at, ...pack }) => ({ ...pack, sentAt: sent_at?.toString() ?? null })),
    version: funding.version,
  };
}

function presentStand({ deadlines, ...stand }: Stand) {
  return { ...stand, deadlines: deadlines.map(({ kind, dueOn }) => ({ kind: kind as DeadlineKind, dueOn })) };
}

export type DeadlineKind = "report" | "accounts" | "payment_request" | "other";

export function presentBudget(budget: Budget, fundings: FundingParts[], runs: boolean, language: Language) {
  return {
    versions: budget.versions.map(({ writtenAt, approvedAt, ...version }) => ({
      ...version,
      writtenAt: writtenAt.toString(),
      approvedAt: approvedAt?.toString() ?? null,
    })),
    draft: budget.draft,
    lines: budget.lines,
    balance: budget.balance,
    actual: budget.actual,
    findings: runs ? findingsOf(budget, fundings, language) : [],
    abilities: { edit: runs, approve: runs && budget.draft !== null && budget.balance.isBalanced },
  };
}
