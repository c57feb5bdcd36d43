import ICAL from "ical.js";
import { zoneOfWindows } from "./windows-zones.ts";

/** The moment a clock on the wall somewhere shows a time. An hour that comes twice is the first of them; one that never comes, the next. */
export type Clock = (wall: Temporal.PlainDateTime) => Temporal.Instant;

/** The clock of a zone by its IANA name. */
export function clockOfZone(zone: string): Clock {
  return (wall) => wall.toZonedDateTime(zone).toInstant();
}

/**
 * Finds the clock a calendar means by the name of a zone: its IANA name, alone or at the end of a longer one; what Windows calls
 * it; what the calendar itself says of it (VTIMEZONE). One nobody knows is taken for the calendar's own.
 */
export function clocksOf(calendar: ICAL.Component, own: Clock): (name: string) => Clock {
  const known = new Map<string, Clock>();
  return (name) => {
    const clock = known.get(name) ?? clockNamed(name, calendar) ?? own;
    known.set(name, clock);
    return clock;
  };
}

/** An IANA zone that exists, by what a calendar calls it. */
export function zoneNamed(name: string): string | undefined {
  const parts = name.split("/").filter(Boolean);
  const candidates = [name, parts.slice(-2).join("/"), parts.slice(-3).join("/"), zoneOfWindows(name)];
  return candidates.find((zone) => zone !== undefined && isZone(zone));
}

function clockNamed(name: string, calendar: ICAL.Component): Clock | undefined {
  const zone = zoneNamed(name);
  if (zone !== undefined) return clockOfZone(zone);
  const told = calendar.getAllSubcomponents("vtimezone").find((one) => String(one.getFirstPropertyValue("tzid")) === name);
  const located = told && zoneNamed(String(told.getFirstPropertyValue("x-lic-location") ?? ""));
  if (located !== undefined) return clockOfZone(located);
  return told && clockOfRules(new ICAL.Timezone(told));
}

// by the offsets the calendar writes out itself
function clockOfRules(zone: ICAL.Timezone): Clock {
  return (wall) => {
    const { year, month, day, hour, minute, second } = wall;
    const offset = zone.utcOffset(ICAL.Time.fromData({ year, month, day, hour, minute, second }));
    return wall.toZonedDateTime("UTC").toInstant().subtract({ seconds: offset });
  };
}

function isZone(name: string): boolean {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId !== "";
  } catch {
    return false;
  }
}
