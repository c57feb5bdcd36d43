import type { Standing } from "../../src/features/bookings/rules.ts";
import { isMemberOn, type Stay, stayOf } from "../../src/features/memberships/membership.ts";
import type { Booker } from "../../src/features/spaces/index.ts";
import type { Tx } from "../../src/platform/database/database.ts";
import type { Bookable } from "./read-bookables.ts";

/** What a person is to a resource on a day, as the decision on a booking sees it (`bookings/deciding`). */
export type StandingOn = (personId: string, bookable: Bookable, day: string) => Pick<Standing, "booker" | "certificateLevel">;

interface Seat extends Stay {
  organizationId: string;
}

/** Reads who works where, who is a member of what, and who holds which certificate: once, for all bookings. */
export async function readStandings(tx: Tx): Promise<StandingOn> {
  const positions = await tx.selectFrom("positions").select(["person_id", "organization_id", "role", "during"]).execute();
  const memberships = await tx
    .selectFrom("memberships")
    .select(["organization_id", "member_organization_id", "member_person_id", "during"])
    .execute();
  const certificates = await tx.selectFrom("certificates").select(["person_id", "certification_id", "level", "during"]).execute();
  const jobs = grouped(positions.map((row) => [row.person_id, { ...seatOf(row), role: row.role }]));
  const joined = grouped(memberships.map((row) => [row.member_person_id ?? row.member_organization_id ?? "", seatOf(row)]));
  const held = grouped(certificates.map((row) => [row.person_id, { ...row, ...stayOf(row.during) }]));
  const joinedOn = (member: string, day: string) => (joined.get(member) ?? []).filter((seat) => isMemberOn(seat, day));

  function bookerOn(personId: string, hostId: string, day: string): Booker {
    const work = (jobs.get(personId) ?? []).filter((job) => isMemberOn(job, day));
    if (work.some(({ organizationId, role }) => organizationId === hostId && ["host", "manager", "owner"].includes(role))) return "staff";
    const employers = work.map(({ organizationId }) => organizationId);
    const belongs = [...employers, ...[personId, ...employers].flatMap((one) => joinedOn(one, day).map((seat) => seat.organizationId))];
    if (belongs.includes(hostId)) return "members";
    const networks = joinedOn(hostId, day).map(({ organizationId }) => organizationId);
    const isFellow = belongs.some((one) => joinedOn(one, day).some(({ organizationId }) => networks.includes(organizationId)));
    return isFellow ? "network" : "everyone";
  }

  const known = new Map<string, Booker>();
  return (personId, { organizationId, certificationIds }, day) => {
    const key = `${personId} ${organizationId} ${day}`;
    const booker = known.get(key) ?? bookerOn(personId, organizationId, day);
    known.set(key, booker);
    const levels = (held.get(personId) ?? []).flatMap((one) =>
      certificationIds.includes(one.certification_id) && isMemberOn(one, day) ? [one.level] : [],
    );
    return { booker, certificateLevel: Math.max(0, ...levels) };
  };
}

function seatOf({ organization_id, during }: { organization_id: string; during: string }): Seat {
  return { organizationId: organization_id, ...stayOf(during) };
}

function grouped<Row>(entries: [string, Row][]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const [key, row] of entries) groups.set(key, [...(groups.get(key) ?? []), row]);
  return groups;
}
