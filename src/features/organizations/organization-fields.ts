import type { z } from "@hono/zod-openapi";
import type { Db } from "../../platform/database/database.ts";
import type { Day } from "../../platform/time/day.ts";
import { findMunicipalities } from "../geography/index.ts";
import type { organizationChange } from "./contract.ts";
import { readOrganizationNumber } from "./organization-number.ts";
import { organizationRefusals } from "./refusals.ts";

type Written = z.infer<typeof organizationChange>;

/** The columns of what somebody wrote; fields left out are left alone. @throws Refusal organization.wrong_number, organization.municipality_unknown */
export async function columnsOf(db: Db, written: Written, today: Day) {
  await requireMunicipality(db, written.municipalityNumber, today);
  return {
    ...(written.name !== undefined && { name: written.name, name_from: "people" }),
    organization_number: numberOf(written.organizationNumber),
    legal_form: written.legalForm,
    founded_on: written.foundedOn,
    industry_code: written.industryCode,
    industry_standard: written.industryStandard,
    website: written.website,
    languages: written.languages,
    sectors: written.sectors,
    focus_areas: written.focusAreas,
    ...(written.descriptions && { descriptions: JSON.stringify(written.descriptions) }),
    visibility: written.visibility,
    address: written.address,
    postcode: written.postcode,
    ...(written.municipalityNumber !== undefined && {
      municipality_number: written.municipalityNumber,
      municipality_recorded_on: written.municipalityNumber && today,
    }),
    contact_email: written.contactEmail,
    // whoever writes the address says by that that it holds
    ...(written.contactEmail !== undefined && { contact_confirmed_on: written.contactEmail && today }),
  };
}

function numberOf(written: string | null | undefined): string | null | undefined {
  if (written === undefined || written === null || written === "") return written === "" ? null : written;
  const number = readOrganizationNumber(written);
  if (number === undefined) throw organizationRefusals.wrongNumber();
  return number;
}

async function requireMunicipality(db: Db, number: string | null | undefined, today: Day): Promise<void> {
  if (number === undefined || number === null) return;
  const [found] = await findMunicipalities(db, { text: number, date: today, limit: 1 });
  if (found?.number !== number) throw organizationRefusals.municipalityUnknown();
}
