import { slugOf } from "../../../src/features/organizations/slug.ts";
import type { Tx } from "../../../src/platform/database/database.ts";
import { newId } from "../../../src/platform/database/id.ts";
import { momentOf } from "../../../src/platform/time/day.ts";
import { timeZone } from "../calendar.ts";
import { chance } from "../chance.ts";
import { insertMany } from "../insert-all.ts";
import type { Guest } from "./plan-guests.ts";
import { type PlannedCompany, planMembers } from "./plan-members.ts";
import type { PlannedYear } from "./year-contract.ts";
import { peopleNames } from "./year-names.ts";

type Company = PlannedCompany & { id: string; joinedOn: string };

/** The companies that were members with those who work there, and others. @returns those who ever came to anything */
export async function insertMembers(tx: Tx, year: PlannedYear, organizationId: string): Promise<(Guest & { since: string })[]> {
  const companies = planMembers(year).map((one): Company => ({ ...one, id: newId(), joinedOn: one.stays[0]?.from ?? "" }));
  await insertCompanies(tx, companies, organizationId);
  await insertMany(
    tx,
    "memberships",
    companies.flatMap(({ id, stays }) =>
      stays.map(({ from, to }) => ({
        ...{ id: newId(), organization_id: organizationId, member_organization_id: id, during: `[${from},${to ?? ""})`, payer: "member" },
        ...{ exchange_opt_out: false, created_at: morning(from), confirmed_at: morning(from), version: 1 },
      })),
    ),
  );
  return await insertGuests(tx, year, companies);
}

async function insertCompanies(tx: Tx, companies: readonly Company[], organizationId: string): Promise<void> {
  await insertMany(
    tx,
    "organizations",
    companies.map(({ id, name, number, theme, home, joinedOn }) => ({
      ...{ id, slug: slugOf(name), name, name_from: "people", organization_number: number, legal_form: "AS" },
      ...{ languages: ["nb"], sectors: [theme], focus_areas: [], descriptions: {} as never, visibility: "public" },
      ...{ municipality_number: home.municipality, municipality_recorded_on: home.recordedOn },
      ...{ entered_by_network_id: organizationId, created_at: morning(joinedOn), version: 1 },
    })),
  );
  await insertMany(
    tx,
    "organization_kinds",
    companies.map(({ id }) => ({ organization_id: id, kind: "company" })),
  );
}

async function insertGuests(tx: Tx, { people }: PlannedYear, companies: readonly Company[]) {
  const random = chance("people");
  const guests = peopleNames(people.ofCompanies + people.others).map((name, index) => {
    // each company has one of them at least
    const place = index < companies.length ? index : random.below(companies.length);
    const company = index < people.ofCompanies ? companies[place] : undefined;
    const goesOut = company === undefined || place % 9 !== 4;
    return {
      id: newId(),
      name,
      companyId: company?.id ?? null,
      isFirst: index < companies.length,
      goesOut,
      since: company?.joinedOn ?? "",
    };
  });
  await insertMany(
    tx,
    "people",
    guests.map(({ id, name }) => ({
      ...{ id, name, email: `${slugOf(name).replaceAll("-", ".")}@romerike.example`, locale: "nb", visibility: "network" },
      ...{ created_at: morning("2022-01-10"), version: 1 },
    })),
  );
  await insertMany(
    tx,
    "positions",
    guests.flatMap(({ id, companyId, isFirst, since }) => {
      const role = isFirst ? { role: "contact", title: "Daglig leder" } : { role: "staff", title: null };
      return companyId === null
        ? []
        : [{ id: newId(), person_id: id, organization_id: companyId, ...role, during: `[${since},)`, version: 1 }];
    }),
  );
  // some companies never send anybody
  return guests.filter(({ goesOut }) => goesOut);
}

function morning(day: string): Temporal.Instant {
  return momentOf(day, "09:00", timeZone);
}
