import type { Actor, SignedIn } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { Language } from "../../../platform/language/language.ts";
import { toldAnswers } from "../answer-of.ts";
import { authorizeRequest, type BookingRequest, bookResource, commandOf } from "../book-resource.ts";
import type { Interval } from "../booking.ts";
import type { BookingClaims } from "../deciding/booking-claims.ts";
import type { Book } from "../deciding/command.ts";
import type { NewSeries } from "../deciding/together.ts";
import { tryOut } from "../deciding/try-out.ts";
import { mayRunDay } from "../policy.ts";
import { houseOf } from "../queries.ts";
import { bookingRefusals } from "../refusals.ts";
import { startsAllowed } from "../rules.ts";
import { listOccurrences, seriesConflicts, type Tried } from "./list-occurrences.ts";
import type { Occurrence } from "./occurrence.ts";
import { resourcesLike } from "./queries.ts";
import { isOpen, occurrencesOf, type Recurrence, readRecurrence, timesWithin } from "./recurrence.ts";
import { seriesRefusals } from "./refusals.ts";

/** A time of the series that is left out, or had at another time or in another room of the house. */
export interface SeriesException {
  startsAt: Temporal.Instant;
  movedTo: { startsAt: Temporal.Instant; endsAt: Temporal.Instant; resourceId?: string | undefined } | null;
}

export interface SeriesRequest extends BookingRequest {
  recurrence: string;
  exceptions: SeriesException[];
  /** Whether the times that can be had are enough. */
  skipsConflicts: boolean;
}

/** What was booked: the first of it, and the times that were left out because they could not be had. */
export type Booked = { bookingId: string; skipped: Occurrence[] };

/** Books one time, or as many as the recurrence gives. @throws Refusal any of `booking` and `series` */
export async function bookOnceOrOften(
  installation: Installation,
  claims: BookingClaims,
  actor: Actor,
  request: Omit<SeriesRequest, "recurrence"> & { recurrence?: string | undefined },
  language: Language,
): Promise<Booked> {
  const { recurrence } = request;
  if (recurrence === undefined) return { bookingId: (await bookResource(installation, claims, actor, request)).id, skipped: [] };
  return bookSeries(installation, claims, actor, { ...request, recurrence }, language);
}

/** Every time of a series that is not booked yet, with why it could not be. Nothing is saved. */
export async function previewSeries(
  installation: Installation,
  actor: Actor,
  request: SeriesRequest,
  language: Language,
): Promise<Occurrence[]> {
  authorize(actor, true);
  const { spaceId, personId, commands } = await planSeries(installation, actor, request);
  const answers = await toldAnswers(installation.db, actor.personId, personId, await tryOut(installation.pipelines, commands));
  return listOccurrences(installation, spaceId, triedOf(commands, answers), language);
}

async function bookSeries(
  installation: Installation,
  claims: BookingClaims,
  actor: Actor,
  request: SeriesRequest,
  language: Language,
): Promise<Booked> {
  authorize(actor, true);
  if (request.isHold) throw seriesRefusals.notHeld();
  const { spaceId, personId, commands, open } = await planSeries(installation, actor, request);
  const id = newId();
  const { resourceId, recurrence } = request;
  const answer = await claims.submitTogether({
    kind: "together",
    spaceId,
    commands: commands.map((command) => ({ ...command, seriesId: id })),
    isPartial: request.skipsConflicts,
    series: {
      id,
      spaceId,
      resourceId,
      recurrence,
      by: actor.personId,
      at: installation.now(),
      override: request.overrideReason ?? null,
      open,
    },
  });
  const tried = triedOf(commands, await toldAnswers(installation.db, actor.personId, personId, answer.answers));
  const first = answer.answers.find((one) => one.kind === "done");
  if (!answer.isDone || !first) throw await seriesConflicts(installation, spaceId, tried, language);
  const skipped = tried.filter(({ answer: { kind } }) => kind === "refused");
  return { bookingId: first.booking.id, skipped: await listOccurrences(installation, spaceId, skipped, language) };
}

async function planSeries(
  installation: Installation,
  actor: SignedIn,
  request: SeriesRequest,
): Promise<{ spaceId: string; personId: string | null; commands: Book[]; open: NewSeries["open"] }> {
  const { spaceId, hostId, timeZone, horizonDays } = found(await houseOf(installation.db, request.resourceId));
  const personId = authorizeRequest(actor, request, hostId);
  if (Temporal.Instant.compare(request.startsAt, request.endsAt) >= 0) throw bookingRefusals.backwards();
  const first = { from: request.startsAt, until: request.endsAt };
  const { times, open } = timesOf(readRecurrence(request.recurrence, { mayBeOpen: true }), first, timeZone, {
    horizonDays,
    at: installation.now(),
  });
  const exceptions = new Map(request.exceptions.map((one) => [one.startsAt.toString(), one.movedTo]));
  if (![...exceptions.keys()].every((moment) => times.some(({ from }) => from.toString() === moment))) throw seriesRefusals.noSuchTime();
  const given = { spaceId, personId, isAtDesk: mayRunDay(actor, hostId), by: actor.personId, at: installation.now() };
  const commands = times.flatMap(({ from, until }) => {
    const movedTo = exceptions.get(from.toString());
    if (movedTo === null) return [];
    const { startsAt, endsAt, resourceId } = movedTo ?? { startsAt: from, endsAt: until };
    return commandOf({ ...request, startsAt, endsAt, resourceId: resourceId ?? request.resourceId }, given);
  });
  await refuseOtherHouses(installation, spaceId, commands);
  return { spaceId, personId, commands, open };
}

// all of them; of a series without an end those within the horizon of the room, the rest as the nights pass
function timesOf(
  recurrence: Recurrence,
  first: Interval,
  timeZone: string,
  { horizonDays, at }: { horizonDays: number; at: Temporal.Instant },
) {
  if (!isOpen(recurrence)) return { times: occurrencesOf(recurrence, first, timeZone), open: null };
  const { last } = startsAllowed(at, { noticeMinutes: 0, horizonDays }, timeZone);
  // a first time that is too far ahead is refused as one booking is
  const until = Temporal.Instant.compare(first.from, last) > 0 ? first.from : last;
  const within = timesWithin(recurrence, first, timeZone, { after: null, until });
  if (!within.times[0]?.from.equals(first.from)) throw seriesRefusals.firstIsNotOne();
  return { times: within.times, open: { ...first, bookedUntil: within.until } };
}

// a series lies in one house
async function refuseOtherHouses({ db }: Installation, spaceId: string, commands: Book[]): Promise<void> {
  const ids = [...new Set(commands.map(({ resourceId }) => resourceId))];
  if (ids.length === 0) throw seriesRefusals.noSuchTime();
  const known = await resourcesLike(db, spaceId, ids);
  for (const id of ids) found(known.find((resource) => resource.id === id));
}

function triedOf(commands: Book[], answers: Tried["answer"][]): Tried[] {
  return commands.map((command, index) => ({ command, resourceId: command.resourceId, answer: answers[index] as Tried["answer"] }));
}
