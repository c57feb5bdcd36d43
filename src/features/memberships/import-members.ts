import { newId } from "../../platform/database/id.ts";
import {
  type Cells,
  type Change,
  cellReader,
  type ImportKind,
  type ImportScope,
  importKind,
  refusedFor,
  type Verdict,
} from "../../platform/imports/index.ts";
import { dateCell, emailCell, textCell, vocabularyCell } from "../../platform/sheets/index.ts";
import type { Day } from "../../platform/time/day.ts";
import type { PlainPosition } from "../organizations/index.ts";
import { knownPlans, type MemberColumn, memberColumns, memberReasons } from "./import-columns.ts";
import { digitsOf, type KnownCompany, type MemberFacts, memberFacts, type PlainMembership } from "./import-member-facts.ts";
import { type MemberPlan, writeMembers } from "./import-member-writes.ts";
import { holdsADay, type Stay } from "./membership.ts";

/** A row as read. Undefined: the file has no such column, so nothing is said of it; null: the cell is empty. */
type MemberRow = { name: string | null; email: string; plan: string | null; from: Day; to: Day | null | undefined; company: string | null };

type FileStay = Stay & { row: number };

/**
 * Members of an organization: people found by address (nobody's own name is changed), or the people of a company that is a member.
 * A row is a membership, known by its first day: another end or plan changes it, another first day is another membership.
 */
export const importMembers: ImportKind = importKind<MemberColumn, MemberRow, MemberPlan>({
  name: "members",
  labels: { nb: "Medlemmer", nn: "Medlemer", en: "Members" },
  columns: memberColumns,
  reasons: memberReasons,
  audience: "manager",
  label: ({ name, email }) => [name?.trim(), email?.trim()].filter(Boolean).join(", "),
  parse: parseMember,
  open: (scope) => openMembers(scope),
});

const readPlan = vocabularyCell(knownPlans.map((plan) => ({ ...plan, aliases: [...plan.aliases] })));

function parseMember(cells: Cells<MemberColumn>): { value: MemberRow } | { reasons: ReturnType<typeof cellReader>["reasons"] } {
  const { required, optional, refuse, reasons } = cellReader<MemberColumn>(cells);
  const email = required("email", emailCell);
  const from = required("from", dateCell)?.toString() ?? null;
  const to = optional("to", dateCell);
  const written = optional("plan", (raw) => textCell(raw, 40)) ?? null;
  const known = written === null ? undefined : readPlan(written);
  const name = optional("name", (raw) => textCell(raw, 200)) ?? null;
  const company = optional("company", (raw) => textCell(raw, 200)) ?? null;
  const until = to === undefined || to === null ? to : to.toString();
  if (from !== null && until && !holdsADay({ from, to: until })) refuse("ends_before_start", "to");
  if (email === null || from === null || reasons.length > 0) return { reasons };
  return { value: { email, from, to: until, name: name?.replaceAll("\n", " ") ?? null, plan: known?.ok ? known.value : written, company } };
}

/** One run through a file, with what its earlier rows will have done. */
function openMembers(scope: ImportScope) {
  const newPeople = new Map<string, string>();
  const newCompanies = new Map<string, KnownCompany>();
  const joiningCompanies = new Set<string>();
  const staysInFile = new Map<string, FileStay[]>();
  const newEnds = new Map<string, Day | null>();

  return {
    async plan(db: Parameters<typeof memberFacts>[0], rows: { number: number; value: MemberRow }[]) {
      const slugs = new Set([...newCompanies.values()].map(({ slug }) => slug));
      const facts = await memberFacts(
        db,
        scope.organizationId,
        rows.map(({ value }) => value),
        slugs,
      );
      return rows.map((row) => planRow(facts, row.number, row.value));
    },
    write: (tx: Parameters<typeof memberFacts>[0], plans: MemberPlan[]) => writeMembers(tx, scope, plans),
  };

  function planRow(facts: MemberFacts, row: number, value: MemberRow): Verdict<MemberPlan> {
    const known = facts.people.get(value.email);
    if (known?.isErased) return refusedFor("person_erased", "email", { value: value.email });
    const isNew = known === undefined && !newPeople.has(value.email);
    if (isNew && value.name === null) return refusedFor("missing", "name");
    const company = value.company === null ? undefined : companyOf(facts, value.company);
    if (company && "outcome" in company) return company;

    const key = `${value.email} ${company?.id ?? ""}`;
    const meeting = (staysInFile.get(key) ?? []).find((stay) => overlap(stay, { from: value.from, to: value.to ?? null }));
    if (meeting)
      return refusedFor(
        meeting.from === value.from ? "duplicate_in_file" : "overlaps_row",
        meeting.from === value.from ? "email" : "from",
        { row: meeting.row },
      );

    const personId = known?.id ?? newPeople.get(value.email) ?? newId();
    const verdict = company ? planAtCompany(facts, value, personId, company) : planMembership(facts, value, personId);
    if (verdict.outcome === "refuse") return verdict;
    staysInFile.set(key, [...(staysInFile.get(key) ?? []), { from: value.from, to: value.to ?? null, row }]);
    if (!isNew || !("plan" in verdict)) return verdict;
    newPeople.set(value.email, personId);
    return { ...verdict, plan: { ...verdict.plan, person: { id: personId, name: value.name ?? value.email, email: value.email } } };
  }

  function planMembership(facts: MemberFacts, { from, to, plan }: MemberRow, personId: string): Verdict<MemberPlan> {
    const memberships = current(facts.memberships.get(personId));
    const found = memberships.find((membership) => membership.from === from);
    const until = to === undefined ? (found?.to ?? null) : to;
    const other = memberships.find((membership) => membership !== found && overlap(membership, { from, to: until }));
    if (other) return refusedFor("overlaps", "from", { from: other.from, to: other.to ?? "" });
    const membership = { memberId: personId, from, to: until, plan: plan ?? found?.plan ?? null };
    if (!found) return { outcome: "create", plan: { membership: { ...membership, id: newId(), isPerson: true } } };
    const changes = [...changed("to", found.to, membership.to), ...changed("plan", found.plan, membership.plan)];
    if (changes.length === 0) return { outcome: "same" };
    newEnds.set(found.id, membership.to);
    return { outcome: "change", changes, plan: { changedMembership: { ...membership, id: found.id, isPerson: true } } };
  }

  /** The company is the member, and the person holds a position there. */
  function planAtCompany(
    facts: MemberFacts,
    { from, to, plan }: MemberRow,
    personId: string,
    company: KnownCompany & { isNew: boolean },
  ): Verdict<MemberPlan> {
    const stay = { from, to: to ?? null };
    const joins = joiningMembership(facts, company.id, stay, plan);
    if (joins) joiningCompanies.add(company.id);
    const extra: MemberPlan = { ...(company.isNew && { company }), ...(joins && { membership: joins }) };
    const positions = facts.positions.filter((one) => one.personId === personId && one.organizationId === company.id && overlap(one, stay));
    const found = positions.find((one) => one.role === "staff" && one.from === from);
    if (found && to !== undefined && found.to !== to) {
      const position = { ...found, to };
      return { outcome: "change", changes: changed("to", found.to, to), plan: { ...extra, changedPosition: position } };
    }
    if (positions.length > 0) return joins ? { outcome: "create", plan: extra } : { outcome: "same" };
    const position: PlainPosition = { id: newId(), personId, organizationId: company.id, role: "staff", title: null, ...stay };
    return { outcome: "create", plan: { ...extra, position } };
  }

  function joiningMembership(facts: MemberFacts, companyId: string, stay: Stay, plan: string | null): MemberPlan["membership"] {
    const memberships = current(facts.memberships.get(companyId));
    if (joiningCompanies.has(companyId) || memberships.some((membership) => overlap(membership, stay))) return undefined;
    const later = memberships.find((membership) => membership.from > stay.from);
    return { id: newId(), memberId: companyId, from: stay.from, to: later?.from ?? null, plan, isPerson: false };
  }

  function companyOf(facts: MemberFacts, word: string): (KnownCompany & { isNew: boolean }) | Verdict<never> {
    const digits = digitsOf(word);
    const lower = word.toLowerCase();
    const matches = facts.companies.filter(({ slug, name, organizationNumber }) =>
      digits === "" ? slug === lower || name.toLowerCase() === lower : organizationNumber === digits,
    );
    if (matches.length > 1) return refusedFor("company_ambiguous", "company", { value: word.slice(0, 60) });
    const [match] = matches;
    if (match) return { ...match, isNew: false };
    const entered = newCompanies.get(lower);
    if (entered) return { ...entered, isNew: false };
    if (digits !== "") return refusedFor("company_unknown", "company", { value: digits });
    const company = { id: newId(), name: word, slug: facts.slugFor(word), organizationNumber: null };
    newCompanies.set(lower, company);
    return { ...company, isNew: true };
  }

  /** Memberships as they will be after the rows before. */
  function current(memberships: PlainMembership[] = []): PlainMembership[] {
    return memberships.map((one) => (newEnds.has(one.id) ? { ...one, to: newEnds.get(one.id) ?? null } : one));
  }
}

function overlap(one: Stay, other: Stay): boolean {
  return (other.to === null || one.from < other.to) && (one.to === null || other.from < one.to);
}

function changed(column: string, from: string | null, to: string | null): Change[] {
  return from === to ? [] : [{ column, from: from ?? "", to: to ?? "" }];
}
