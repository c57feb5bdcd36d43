import { auditAll } from "../../platform/audit.ts";
import type { Db } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import {
  type Cells,
  cellReader,
  type ImportKind,
  type ImportScope,
  importKind,
  refusedFor,
  type Verdict,
} from "../../platform/imports/index.ts";
import { dateCell, emailCell, textCell, vocabularyCell } from "../../platform/sheets/index.ts";
import type { Day } from "../../platform/time/day.ts";
import { type PeopleColumn, peopleColumns, peopleReasons, roleWords } from "./import-people-columns.ts";
import { type NamedOrganization, organizationByWord, organizationsByWords } from "./kept-organizations.ts";
import { type AddressedPerson, addPeople, findPeopleByAddress } from "./people-in-bulk.ts";
import { type PositionRole, positionRoles, tellingRoles } from "./position.ts";
import { addPositions, changePositions, findPositionsOf, type PlainPosition } from "./positions-in-bulk.ts";

type PeopleRow = {
  name: string | null;
  email: string;
  locale: string | null;
  organization: string | null;
  role: PositionRole;
  title: string | null;
  from: Day | null;
  to: Day | null | undefined;
};

type PeoplePlan = {
  person?: { id: string; name: string; email: string; locale: string };
  position?: PlainPosition;
  changed?: PlainPosition;
};

/**
 * People with what they are at an organization: roles that tell who one is and open nothing. Known people keep their own name and
 * language. A position is known by person, organization, role and first day.
 */
export const importPeople: ImportKind = importKind<PeopleColumn, PeopleRow, PeoplePlan>({
  name: "people",
  labels: { nb: "Personer", nn: "Personar", en: "People" },
  columns: peopleColumns,
  reasons: peopleReasons,
  audience: "manager",
  label: ({ name, email }) => [name?.trim(), email?.trim()].filter(Boolean).join(", "),
  parse: parsePerson,
  open: openPeople,
});

const readRole = vocabularyCell(positionRoles.map((key) => ({ key, labels: roleWords[key] })));
const readLanguage = vocabularyCell([
  { key: "nb", labels: { nb: "Bokmål", nn: "Bokmål", en: "Bokmål" }, aliases: ["norsk", "norwegian", "no"] },
  { key: "nn", labels: { nb: "Nynorsk", nn: "Nynorsk", en: "Nynorsk" } },
  { key: "en", labels: { nb: "Engelsk", nn: "Engelsk", en: "English" } },
]);

function parsePerson(cells: Cells<PeopleColumn>) {
  const { required, optional, refuse, reasons } = cellReader<PeopleColumn>(cells);
  const email = required("email", emailCell);
  const name = optional("name", (raw) => textCell(raw, 120))?.replaceAll("\n", " ") ?? null;
  const from = optional("from", dateCell)?.toString() ?? null;
  const until = optional("to", dateCell);
  const to = until === undefined || until === null ? until : until.toString();
  if (from !== null && to && to <= from) refuse("ends_before_start", "to");
  const row = {
    name,
    locale: optional("language", readLanguage) ?? null,
    organization: optional("organization", (raw) => textCell(raw, 200)) ?? null,
    role: optional("role", readRole) ?? ("contact" as PositionRole),
    title: optional("title", (raw) => textCell(raw, 120)) ?? null,
    from,
    to,
  };
  return email === null || reasons.length > 0 ? { reasons } : { value: { ...row, email } };
}

type Facts = { people: Map<string, AddressedPerson>; organizations: NamedOrganization[]; positions: PlainPosition[] };

function openPeople(scope: ImportScope) {
  const newPeople = new Map<string, string>();
  const inFile = new Map<string, number>();

  return {
    async plan(db: Db, rows: { number: number; value: PeopleRow }[]): Promise<Verdict<PeoplePlan>[]> {
      const words = [...new Set(rows.flatMap(({ value }) => value.organization ?? []))];
      const people = await findPeopleByAddress(
        db,
        rows.map(({ value }) => value.email),
      );
      const organizations = await organizationsByWords(db, words, scope.within);
      const places = [scope.organizationId, ...organizations.map(({ id }) => id)];
      const positions = await findPositionsOf(
        db,
        [...people.values()].map(({ id }) => id),
        places,
      );
      return rows.map(({ number, value }) => planRow({ people, organizations, positions }, number, value));
    },
    async write(tx: Db, plans: PeoplePlan[]): Promise<void> {
      const positions = plans.flatMap(({ position }) => position ?? []);
      const changed = plans.flatMap(({ changed }) => changed ?? []);
      await addPeople(
        tx,
        plans.flatMap(({ person }) => person ?? []),
        scope.now,
      );
      await addPositions(tx, positions);
      await changePositions(tx, changed);
      await auditAll(tx, [...deeds("position.grant", positions), ...deeds("position.change", changed)]);
    },
  };

  function planRow({ people, organizations, positions }: Facts, row: number, value: PeopleRow): Verdict<PeoplePlan> {
    const known = people.get(value.email);
    if (known?.isErased) return refusedFor("person_erased", "email", { value: value.email });
    const isNew = known === undefined && !newPeople.has(value.email);
    if (isNew && value.name === null) return refusedFor("missing", "name");
    const place = value.organization === null ? scope.organizationId : organizationByWord(organizations, value.organization);
    if (place === "unknown" || place === "ambiguous")
      return refusedFor(`${place}_organization`, "organization", { value: value.organization ?? "" });
    const organizationId = typeof place === "string" ? place : place.id;
    const key = `${value.email} ${organizationId} ${value.role}`;
    const before = inFile.get(key);
    if (before !== undefined) return refusedFor("duplicate_in_file", "email", { row: before });

    const personId = known?.id ?? newPeople.get(value.email) ?? newId();
    const verdict = planPosition(positions, personId, organizationId, value);
    if (verdict.outcome === "refuse") return verdict;
    inFile.set(key, row);
    if (!isNew || !("plan" in verdict)) return verdict;
    newPeople.set(value.email, personId);
    const person = { id: personId, name: value.name ?? value.email, email: value.email, locale: value.locale ?? "nb" };
    return { ...verdict, plan: { ...verdict.plan, person } };
  }

  function planPosition(
    positions: readonly PlainPosition[],
    personId: string,
    organizationId: string,
    value: PeopleRow,
  ): Verdict<PeoplePlan> {
    const held = positions.filter((one) => one.personId === personId && one.organizationId === organizationId && one.role === value.role);
    const from = value.from ?? held.find(({ to }) => to === null || to > scope.today)?.from ?? scope.today;
    const found = held.find((one) => one.from === from);
    const to = value.to === undefined ? (found?.to ?? null) : value.to;
    const title = value.title ?? found?.title ?? null;
    if (found && found.to === to && found.title === title) return { outcome: "same" };
    if (!mayGive(value.role, organizationId)) return refusedFor("role_not_by_import", "role", { value: value.role });
    const other = held.find((one) => one !== found && (to === null || one.from < to) && (one.to === null || from < one.to));
    if (other) return refusedFor("already_held", "from", { from: other.from });
    const position = { id: found?.id ?? newId(), personId, organizationId, role: value.role, title, from, to };
    if (!found) return { outcome: "create", plan: { position } };
    const changes = [
      ...(found.title === title ? [] : [{ column: "title", from: found.title ?? "", to: title ?? "" }]),
      ...(found.to === to ? [] : [{ column: "to", from: found.to ?? "", to: to ?? "" }]),
    ];
    return { outcome: "change", changes, plan: { changed: position } };
  }

  // Roles that open something are given one by one, by somebody who sees what they open.
  function mayGive(role: PositionRole, organizationId: string): boolean {
    if (!tellingRoles.some((telling) => telling === role)) return false;
    return role === "contact" || organizationId === scope.organizationId || scope.within === "all";
  }

  function deeds(action: string, positions: readonly PlainPosition[]) {
    return positions.map(({ id, organizationId, role, from, to }) => ({
      actor: scope.actor,
      at: scope.now,
      action,
      subject: { kind: "position", id },
      organizationId,
      details: { by: "import", role, from, to },
    }));
  }
}
