const day = 24 * 60;

/** A time of the clock so many minutes later, or earlier, on the same day: "09:50" and 15 is "10:05". */
export function clockLater(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const moved = Math.min(day - 1, Math.max(0, hour * 60 + minute + minutes));
  return [Math.floor(moved / 60), moved % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

/** When a session begins that is laid on another: when that one begins, laid on its upper half, and when it ends, on its lower. */
export function beginsWhenLaidOn(other: { from: string; to: string }, isOnUpperHalf: boolean): string {
  return isOnUpperHalf ? other.from : other.to;
}

/** Its times when it begins at another moment: it lasts as long. */
export function movedTo(session: { startsAt: string; endsAt: string }, startsAt: string): { startsAt: string; endsAt: string } {
  const instant = Temporal.Instant.from;
  return {
    startsAt,
    endsAt: instant(startsAt)
      .add(instant(session.startsAt).until(instant(session.endsAt)))
      .toString(),
  };
}
