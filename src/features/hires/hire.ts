/** Where a hire stands. `unproven` until whoever asked has opened the letter; `lapsed` when a quote ran out, or its time came unanswered. */
export const hireStates = ["unproven", "asked", "quoted", "accepted", "completed", "declined", "withdrawn", "lapsed", "cancelled"] as const;
export type HireState = (typeof hireStates)[number];

/** How the room is set up. */
export const setUps = ["as_it_is", "theatre", "classroom", "groups", "boardroom", "reception"] as const;
export type SetUp = (typeof setUps)[number];

/** Who does something to a hire: whoever asked, the house, or time itself. */
export type Side = "hirer" | "house" | "clock";

/** Who takes a hire from one state to the next; what is not here cannot happen. */
const steps: Record<HireState, Partial<Record<HireState, readonly Side[]>>> = {
  unproven: { asked: ["hirer"] },
  asked: { quoted: ["house"], declined: ["house"], withdrawn: ["hirer"], lapsed: ["clock"] },
  // the house takes a quote back to change it
  quoted: { accepted: ["hirer"], asked: ["house"], declined: ["house"], withdrawn: ["hirer"], lapsed: ["clock"] },
  accepted: { completed: ["clock"], cancelled: ["hirer", "house"] },
  lapsed: { quoted: ["house"], declined: ["house"], withdrawn: ["hirer"] },
  completed: {},
  declined: {},
  withdrawn: {},
  cancelled: {},
};

/** Whether this side may take the hire there. */
export function mayStep(from: HireState, to: HireState, side: Side): boolean {
  return (steps[from][to] ?? []).includes(side);
}

/** Whether the two sides still write to each other about it. */
export function isTalkedOf(state: HireState): boolean {
  return state === "asked" || state === "quoted" || state === "accepted" || state === "lapsed";
}

/** The hire goes no further without the other side: it waits for the house. */
export function waitsForHouse(state: HireState): boolean {
  return state === "asked";
}

// what is planned two years ahead is planned; a hire of more than two weeks is a tenancy
const mostAheadDays = 730;
const longestDays = 14;

/** Whether a time can be asked for at all: it lies ahead, and is neither too far away nor too long. */
export function isHireTime({ from, until }: { from: Temporal.Instant; until: Temporal.Instant }, at: Temporal.Instant): boolean {
  const isInOrder = Temporal.Instant.compare(at, from) < 0 && Temporal.Instant.compare(from, until) < 0;
  return isInOrder && at.until(from).total("days") <= mostAheadDays && from.until(until).total("days") <= longestDays;
}

/** Of the rooms of a house, those that are not a part of another one chosen: the whole has them already. */
export function withoutParts<Room extends { id: string; partOf: string | null }>(chosen: readonly Room[], all: readonly Room[]): Room[] {
  const isInside = (room: Room): boolean => {
    const whole = all.find(({ id }) => id === room.partOf);
    return whole !== undefined && (chosen.some(({ id }) => id === whole.id) || isInside(whole));
  };
  return chosen.filter((room) => !isInside(room));
}
