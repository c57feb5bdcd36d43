import type { PassState } from "../../src/features/exchange/day-pass.ts";
import { calendarAt, earlier, timeZone } from "./calendar.ts";
import { chance } from "./chance.ts";
import { resolveDay, resolveMoment } from "./day.ts";
import { type LaidOutPass, layOutFlows } from "./lay-out-flows.ts";
import type { Demo } from "./read.ts";

/** A pass that is to be, with days and moments that are real. People by e-mail, hosts by slug. */
export interface PlannedPass {
  person: string;
  host: string;
  day: string;
  state: PassState;
  waitsFor: "seat" | "host" | null;
  claimedAt: Temporal.Instant;
  heldAt: Temporal.Instant | null;
  checkedInAt: Temporal.Instant | null;
  code: string | undefined;
  message: string | null;
  dutiesDone: number[];
  ending: { kind: string; endedAt: Temporal.Instant; by: string | null; reason: string | null } | undefined;
  offer: { offeredAt: Temporal.Instant; expiresAt: Temporal.Instant } | undefined;
  scans: { scannedAt: Temporal.Instant; device: string; by: string | null; counted: boolean }[];
  correction: { askedBy: string; person: string; reason: string; askedAt: Temporal.Instant } | undefined;
  overQuota: boolean;
}

const desk = "Skranken";

/** The passes of `passes.json`. */
export function plannedByHand(demo: Demo, now: Temporal.Instant): PlannedPass[] {
  const calendar = calendarAt(now);
  return demo.passes.map((pass) => {
    const day = resolveDay(pass.day, calendar);
    const morning = day.toZonedDateTime({ timeZone }).toInstant();
    const afternoon = day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from("14:00") }).toInstant();
    const past = (moment: string) => earlier(resolveMoment(moment, calendar, now, timeZone), now);
    // "forty minutes ago" may be yesterday, or after hours: nobody comes before the day begins, or when it is over
    const arrived = pass.checkedInAt
      ? later(earlier(resolveMoment(pass.checkedInAt, calendar, earlier(now, afternoon), timeZone), now), morning)
      : null;
    const isOver = pass.state === "completed" || pass.state === "no_show";
    return {
      person: pass.person,
      host: pass.host,
      day: day.toString(),
      state: pass.state,
      waitsFor: pass.waitsFor ?? null,
      claimedAt: past(pass.claimedAt),
      heldAt: pass.heldAt ? past(pass.heldAt) : null,
      checkedInAt: arrived,
      code: pass.code,
      message: pass.message ?? null,
      dutiesDone: pass.dutiesDone ?? [],
      ending: isOver ? dayClosed(pass.state, day) : pass.ending && { ...pass.ending, endedAt: past(pass.ending.endedAt) },
      offer: pass.offer && {
        offeredAt: past(pass.offer.offeredAt),
        expiresAt: resolveMoment(pass.offer.expiresAt, calendar, now, timeZone),
      },
      scans: pass.scans?.map((scan) => ({ ...scan, scannedAt: past(scan.scannedAt) })) ?? atDesk(arrived),
      correction: pass.correction && { ...pass.correction, askedAt: past(pass.correction.askedAt) },
      overQuota: false,
    };
  });
}

/** The passes of `flows.json`: completed days of two whole quarters and of the running one until today. */
export function plannedByFlows(demo: Demo, now: Temporal.Instant): PlannedPass[] {
  const random = chance(`${demo.flows.seed} claims`);
  const passes = layOutFlows(demo, calendarAt(now));
  return passes.map((pass) => ({ ...plannedVisit(demo, pass, random), correction: correctionOf(demo, passes, pass, now) }));
}

/** A correction is asked for of the first day over the quota from its home to its host in its quarter. */
function correctionOf(demo: Demo, passes: LaidOutPass[], pass: LaidOutPass, now: Temporal.Instant): PlannedPass["correction"] {
  if (!pass.overQuota) return undefined;
  const asked = demo.flows.corrections.find(({ quarter, home, host }) => {
    const first = passes.find((one) => one.overQuota && one.quarter === quarter && one.home === home && one.host === host);
    return first === pass;
  });
  const nextDay = pass.day
    .add({ days: 1 })
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from("11:40") })
    .toInstant();
  return (
    asked && { ...asked, askedAt: earlier(later(resolveMoment(`${asked.askedOn}T11:40`, calendarAt(now), now, timeZone), nextDay), now) }
  );
}

function plannedVisit(demo: Demo, pass: LaidOutPass, random: ReturnType<typeof chance>): PlannedPass {
  const checkedInAt = pass.day.toZonedDateTime({ timeZone, plainTime: pass.checkedInAt }).toInstant();
  const claimedAt = pass.day
    .subtract({ days: 2 + random.below(12) })
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from("07:30").add({ minutes: random.below(840) }) })
    .toInstant();
  const isAsked = pass.overQuota || demo.spaces.some(({ slug, guestTerms }) => slug === pass.host && guestTerms?.askFirst);
  return {
    person: pass.person,
    host: pass.host,
    day: pass.day.toString(),
    state: "completed",
    waitsFor: null,
    claimedAt,
    heldAt: isAsked ? claimedAt.add({ minutes: 20 + random.below(900) }) : claimedAt,
    checkedInAt,
    code: undefined,
    message: null,
    dutiesDone: [],
    ending: dayClosed("completed", pass.day),
    offer: undefined,
    scans: atDesk(checkedInAt),
    correction: undefined,
    overQuota: pass.overQuota,
  };
}

/** How a pass ends when its day closes, at the midnight after. */
export function dayClosed(kind: string, day: Temporal.PlainDate): PlannedPass["ending"] {
  return { kind, endedAt: day.add({ days: 1 }).toZonedDateTime({ timeZone }).toInstant(), by: null, reason: null };
}

function atDesk(at: Temporal.Instant | null): PlannedPass["scans"] {
  return at ? [{ scannedAt: at, device: desk, by: null, counted: true }] : [];
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) >= 0 ? one : other;
}
