/** From and including one moment until another, in milliseconds: there may be thousands. */
export interface Span {
  from: number;
  until: number;
}

/** A time another calendar says is taken. */
export interface OutsideTime extends Span {
  id: string;
  title: string | null;
}

/** Time that is taken of the resource or of a part of it by something else than this calendar, buffers included. */
export interface TakenBeside extends Span {
  bookingId: string;
  /** Whether it is somebody's, so that meeting it is a conflict; blocks of other calendars, and what is only held for a form, are not. */
  isMet: boolean;
}

/** Time of the resource that is blocked: what is shown, and what is taken around it. */
export interface Block extends Span {
  title: string | null;
  during: Span;
}

export interface Fitting {
  blocks: Block[];
  conflicts: { timeId: string; bookingId: string }[];
}

/** What a resource keeps around each time. */
export type Buffers = { beforeMilliseconds: number; afterMilliseconds: number };

/**
 * Fits the times of another calendar in beside what stands: what is free of them is blocked, what is taken stays with whoever has
 * it, and each booking such a time meets, buffers included, is a conflict. Times that overlap each other are one block. What is
 * over is left as it was.
 */
export function fitBeside(times: readonly OutsideTime[], taken: readonly TakenBeside[], buffers: Buffers, now: number): Fitting {
  const ahead = times.filter(({ until }) => until > now).sort((a, b) => a.from - b.from || a.until - b.until);
  const inTheWay = joined(taken);
  const blocks = withTime(joinedTimes(ahead), buffers).flatMap((block) => freeOf(block, inTheWay).filter(({ until }) => until > now));
  const conflicts = ahead.flatMap((time) =>
    taken
      .filter((other) => other.isMet && overlap(withBuffers(time, buffers), other))
      .map(({ bookingId }) => ({ timeId: time.id, bookingId })),
  );
  return { blocks, conflicts };
}

function overlap(a: Span, b: Span): boolean {
  return a.from < b.until && b.from < a.until;
}

function withBuffers({ from, until }: Span, { beforeMilliseconds, afterMilliseconds }: Buffers): Span {
  return { from: from - beforeMilliseconds, until: until + afterMilliseconds };
}

// those that overlap are one, by the titles of all; those that only touch are not
function joinedTimes(times: readonly OutsideTime[]): (Span & { titles: string[] })[] {
  const all: (Span & { titles: string[] })[] = [];
  for (const { from, until, title } of times) {
    const last = all.at(-1);
    const titles = title === null ? [] : [title];
    if (last && from < last.until) {
      last.until = Math.max(last.until, until);
      last.titles.push(...titles);
    } else all.push({ from, until, titles });
  }
  return all;
}

function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = [];
  for (const { from, until } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else all.push({ from, until });
  }
  return all;
}

// buffers reach as far as the next one of the same calendar, which keeps its own time
function withTime(times: readonly (Span & { titles: string[] })[], buffers: Buffers): Block[] {
  let before = Number.NEGATIVE_INFINITY;
  return times.map(({ from, until, titles }, at) => {
    const wide = withBuffers({ from, until }, buffers);
    const during = { from: Math.max(wide.from, before), until: Math.min(wide.until, times[at + 1]?.from ?? Number.POSITIVE_INFINITY) };
    before = during.until;
    return { from, until, title: titles.length === 0 ? null : [...new Set(titles)].join(", ").slice(0, 200).toWellFormed(), during };
  });
}

// the pieces of a block that nothing is in the way of; of the buffers alone none is made
function freeOf(block: Block, inTheWay: readonly Span[]): Block[] {
  const pieces: Span[] = [];
  let { from } = block.during;
  for (const taken of inTheWay) {
    if (taken.until <= from) continue;
    if (taken.from >= block.during.until) break;
    if (taken.from > from) pieces.push({ from, until: taken.from });
    from = taken.until;
  }
  if (from < block.during.until) pieces.push({ from, until: block.during.until });
  return pieces.flatMap((during) => {
    const shown = { from: Math.max(during.from, block.from), until: Math.min(during.until, block.until) };
    return shown.from < shown.until ? [{ ...shown, title: block.title, during }] : [];
  });
}
