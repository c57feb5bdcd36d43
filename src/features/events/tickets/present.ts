import type { readArrivals, readScanned } from "./read-tickets.ts";
import type { seeTicket } from "./see-ticket.ts";
import { holderOnTicket, type SigningKey, signTicket } from "./ticket-token.ts";

type Scan = { scanned_at: Temporal.Instant; door: string | null; counted: boolean };

/** What a door is told after a scan: who it is, whether somebody is in already, and where and when they were seen. */
export function presentScanned({ ticket, scans }: Awaited<ReturnType<typeof readScanned>>, nonce?: string) {
  const own = scans.find((scan) => scan.nonce === nonce);
  const moment = own?.scanned_at ?? ticket.starts_at;
  return {
    id: ticket.id,
    code: ticket.code,
    holder: ticket.holder_name,
    kind: ticket.kind,
    organization: ticket.organization_name,
    checkedInAt: ticket.checked_in_at?.toString() ?? null,
    leftAt: ticket.left_at?.toString() ?? null,
    isDouble: own?.counted === false,
    isOnTheDay: isOnTheDay(ticket, moment),
    scans: scans.map(presentScan),
  };
}

export function presentArrivals({ event, readAt, arrivals, scans, counts, presence }: Awaited<ReturnType<typeof readArrivals>>) {
  return {
    eventId: event.id,
    readAt: readAt.toString(),
    total: presence.total,
    counts: {
      invited: counts.invited,
      registered: counts.registered,
      checkedIn: counts.checkedIn,
      inside: presence.inside,
      people: counts.people,
      organizations: counts.organizations,
    },
    items: arrivals.map((row) => ({
      id: row.id,
      code: row.code,
      codeSays: holderOnTicket(row.holder_name),
      holder: row.holder_name ?? (row.organization_name === null ? row.registered_by : null),
      kind: row.kind,
      organization: row.organization_name,
      checkedInAt: row.checked_in_at?.toString() ?? null,
      leftAt: row.left_at?.toString() ?? null,
      doubles: (scans.get(row.id) ?? []).map(presentScan),
    })),
  };
}

/** A ticket for whoever has its link. */
export function presentTicketPage({ ticket, event }: Awaited<ReturnType<typeof seeTicket>>, key: SigningKey) {
  const { id, event_id: eventId, holder_name: holder, kind } = ticket;
  const isValid = ticket.state === "confirmed" && !ticket.is_cancelled;
  return {
    id,
    event: {
      slug: event.slug,
      title: event.titles,
      startsAt: event.starts_at.toString(),
      endsAt: event.ends_at.toString(),
      timeZone: event.time_zone,
      place: event.space_name ?? event.place,
      isCancelled: event.status === "cancelled",
    },
    ...{ holder, organization: ticket.organization_name, kind, code: ticket.code },
    token: isValid ? signTicket({ id, eventId, holderName: holder, kind }, key) : null,
  };
}

function presentScan({ scanned_at, door, counted }: Scan) {
  return { scannedAt: scanned_at.toString(), door, isCounted: counted };
}

// the days the event is on where it is held
function isOnTheDay(event: { starts_at: Temporal.Instant; ends_at: Temporal.Instant; time_zone: string }, moment: Temporal.Instant) {
  const day = (at: Temporal.Instant) => at.toZonedDateTimeISO(event.time_zone).toPlainDate();
  const { compare } = Temporal.PlainDate;
  return compare(day(moment), day(event.starts_at)) >= 0 && compare(day(moment), day(event.ends_at)) <= 0;
}
