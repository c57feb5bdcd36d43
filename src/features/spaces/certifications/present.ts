import type { Actor } from "../../../platform/access/actor.ts";
import { addDays, type Day } from "../../../platform/time/day.ts";
import { mayCertify, mayManageCertifications } from "./policy.ts";
import type { CertificateRow, CertificationRow } from "./queries.ts";

/** A certification as everyone may see it. */
export function presentCertification(row: CertificationRow, actor: Actor) {
  return {
    id: row.id,
    names: row.names,
    organization: { id: row.organization_id, slug: row.lab_slug, name: row.lab_name },
    levels: row.levels,
    validMonths: row.valid_months,
    recognises: row.recognises,
    abilities: { edit: mayManageCertifications(actor, row), certify: mayCertify(actor, row) },
  };
}

/** A certificate as it stands on a day. */
export function presentCertificate(row: CertificateRow, today: Day) {
  return {
    id: row.id,
    certification: {
      id: row.certification_id,
      names: row.names,
      organization: { id: row.organization_id, slug: row.lab_slug, name: row.lab_name },
    },
    person: { id: row.person_id, name: row.person_name },
    level: row.level,
    from: row.from_day,
    lastDay: row.until_day && lastDayBefore(row.until_day, row.from_day),
    state: stateOn(row, today),
    grantedAt: row.granted_at.toString(),
    grantedBy: row.granted_by_name,
    reason: row.reason,
  };
}

// one that ended the day it began is shown with that day alone
function lastDayBefore(until: Day, from: Day): Day {
  return until > from ? addDays(until, -1) : from;
}

function stateOn({ from_day, until_day }: CertificateRow, today: Day): "valid" | "ahead" | "ended" {
  if (until_day !== null && until_day <= today) return "ended";
  return from_day > today ? "ahead" : "valid";
}
