import { presentLogo } from "../../organizations/index.ts";
import type { readPartners } from "./change-partners.ts";
import type { PartnerRow } from "./queries.ts";

/** Who was taken off, and what each was shown on, is for those who run it. */
export function presentPartners({ own, ofParent, mayChange }: Awaited<ReturnType<typeof readPartners>>) {
  const isShown = ({ ended_at: endedAt }: PartnerRow) => mayChange || endedAt === null;
  return {
    items: own.filter(isShown).map((row) => presentPartner(row, mayChange)),
    ofParent: ofParent.filter(({ ended_at: endedAt }) => endedAt === null).map((row) => presentPartner(row, false)),
    abilities: { change: mayChange },
  };
}

function presentPartner(row: PartnerRow, mayChange: boolean) {
  return {
    id: row.id,
    name: row.name,
    organization: row.organization_id && row.organization_slug ? { id: row.organization_id, slug: row.organization_slug } : null,
    website: row.website,
    level: row.level,
    logo: row.organization_id ? presentLogo(row.organization_id, row) : null,
    endedAt: row.ended_at?.toString() ?? null,
    exposures: mayChange ? row.exposures : [],
  };
}
