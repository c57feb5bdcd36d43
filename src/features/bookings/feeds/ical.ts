/** A time in a calendar (RFC 5545). Moments are written in UTC, which needs no time zone of its own. */
export interface CalendarEvent {
  uid: string;
  /** Grows with every change. */
  sequence: number;
  changedAt: Temporal.Instant;
  startsAt: Temporal.Instant;
  endsAt: Temporal.Instant;
  summary: string;
  location?: string | undefined;
  description?: string | undefined;
  url?: string | undefined;
  isTentative: boolean;
  /** Taken back: calendars that hold it strike it out. */
  isCancelled?: boolean;
}

const longestLine = 75;

/** Writes a calendar to follow: lines of at most 75 bytes that end in CRLF, special signs escaped. */
export function writeCalendar(name: string, events: readonly CalendarEvent[]): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Romslig//Bookings//NO",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT15M",
    "X-PUBLISHED-TTL:PT15M",
    ...events.flatMap(linesOf),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function linesOf(event: CalendarEvent): string[] {
  const text = (name: string, value: string | undefined) => (value ? [`${name}:${escaped(value)}`] : []);
  return [
    "BEGIN:VEVENT",
    `UID:${event.uid}`,
    `DTSTAMP:${utc(event.changedAt)}`,
    `LAST-MODIFIED:${utc(event.changedAt)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(event.endsAt)}`,
    ...text("SUMMARY", event.summary),
    ...text("LOCATION", event.location),
    ...text("DESCRIPTION", event.description),
    ...(event.url ? [`URL:${event.url}`] : []),
    `STATUS:${event.isCancelled ? "CANCELLED" : event.isTentative ? "TENTATIVE" : "CONFIRMED"}`,
    "TRANSP:OPAQUE",
    "END:VEVENT",
  ];
}

function utc(moment: Temporal.Instant): string {
  return moment.round({ smallestUnit: "second", roundingMode: "floor" }).toString().replaceAll(/[-:]/g, "");
}

function escaped(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll(/\r\n?|\n/g, "\\n")
    .replaceAll(/[^\P{Cc}\t]/gu, "");
}

// a line goes on after a line break and a space; a letter of several bytes is never cut
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let bytes = 0;
  for (const letter of line) {
    const size = Buffer.byteLength(letter);
    if (bytes + size > longestLine) {
      parts.push(part);
      [part, bytes] = [" ", 1];
    }
    part += letter;
    bytes += size;
  }
  return [...parts, part].join("\r\n");
}
