import { contrast, fromOklch, type Oklch, toOklch } from "./oklch.ts";

/** The colours a network may replace: the block "plan" of styles/tokens.css. */
export const planTokens = [
  "floor",
  "room",
  "alcove",
  "wall",
  "soft",
  "edge",
  "line",
  "lamp",
  "lamp-strong",
  "lamp-floor",
  "lamp-ink",
  "on-lamp",
  "link",
] as const;

export type PlanToken = (typeof planTokens)[number];

/** Every colour of the plan, by day and by night. */
export type Plan = Record<"day" | "night", Record<PlanToken, string>>;

/** Grey, black and white have no light of their own: they keep the lamp of the house. */
const leastChroma = 0.035;
const houseLamp = "#ffc83d";

/** Text is read on every floor; borders are seen on it; text on a lamp is read from afar, and while it is hovered. */
const leastContrast = { text: 4.8, border: 3.1, onLamp: 6, onPressedLamp: 4.8 };

/**
 * A whole plan from a network's one colour. The hue and a little of the strength are the network's, how light a colour is is ours; one
 * that would not be told from what it stands on is made darker by day, or lighter by night, until it is. A lamp is made lighter until
 * the text on it can be read.
 */
export function planFrom(colour: string): Plan {
  const own = toOklch(colour);
  const lamp = isGrey(colour) ? toOklch(houseLamp) : own;
  const wall = tint(own, 0.27, 0.05);
  return { day: dayFrom(own, lamp, wall), night: nightFrom(own, lamp, wall) };
}

function dayFrom(own: Oklch, lamp: Oklch, wall: string): Record<PlanToken, string> {
  const [floor, alcove, lampFloor] = [tint(own, 0.962, 0.009), tint(own, 0.925, 0.014), tint(lamp, 0.962, 0.055)];
  const room = "#ffffff";
  const floors = [floor, room, alcove, lampFloor];
  const darker = (from: Oklch, lightness: number, chroma: number, least: number) =>
    moved((l) => tint(from, l, chroma), lightness, -0.01, floors, least);
  const lit = moved((l) => tint(lamp, l), within(lamp.lightness, 0.72, 0.92), 0.01, [wall], leastContrast.onLamp);
  return {
    floor,
    room,
    alcove,
    wall,
    soft: darker(own, 0.47, 0.045, leastContrast.text),
    edge: darker(own, 0.58, 0.035, leastContrast.border),
    line: tint(own, 0.85, 0.02),
    lamp: lit,
    "lamp-strong": moved((l) => tint(lamp, l), toOklch(lit).lightness - 0.05, 0.01, [wall], leastContrast.onPressedLamp),
    "lamp-floor": lampFloor,
    "lamp-ink": darker(lamp, 0.5, 0.12, leastContrast.text),
    "on-lamp": wall,
    link: darker(own, 0.5, 0.13, leastContrast.text),
  };
}

function nightFrom(own: Oklch, lamp: Oklch, onLamp: string): Record<PlanToken, string> {
  const [floor, room, alcove, lampFloor] = [tint(own, 0.2, 0.025), tint(own, 0.25, 0.03), tint(own, 0.315, 0.035), tint(lamp, 0.3, 0.035)];
  const floors = [floor, room, alcove, lampFloor];
  const lighter = (from: Oklch, lightness: number, chroma: number, least: number) =>
    moved((l) => tint(from, l, chroma), lightness, 0.01, floors, least);
  const lit = moved((l) => tint(lamp, l), within(lamp.lightness, 0.78, 0.92), 0.01, [onLamp], leastContrast.onLamp);
  return {
    floor,
    room,
    alcove,
    wall: tint(own, 0.925, 0.015),
    soft: lighter(own, 0.76, 0.03, leastContrast.text),
    edge: lighter(own, 0.64, 0.035, leastContrast.border),
    line: tint(own, 0.385, 0.035),
    lamp: lit,
    "lamp-strong": tint(lamp, Math.min(toOklch(lit).lightness + 0.05, 0.96)),
    "lamp-floor": lampFloor,
    "lamp-ink": lighter(lamp, 0.86, 0.12, leastContrast.text),
    "on-lamp": onLamp,
    link: lighter(own, 0.8, 0.09, leastContrast.text),
  };
}

/** The hue at a lightness, no stronger than it is and than `most`. */
function tint({ chroma, hue }: Oklch, lightness: number, most = Number.POSITIVE_INFINITY): string {
  return fromOklch({ lightness, chroma: Math.min(chroma, most), hue });
}

/** The first colour from a lightness on, step by step, that is told from everything it stands on. */
function moved(colourAt: (lightness: number) => string, from: number, step: number, grounds: readonly string[], least: number): string {
  for (let lightness = from; lightness > 0 && lightness < 1; lightness += step) {
    const colour = colourAt(lightness);
    if (grounds.every((ground) => contrast(colour, ground) >= least)) return colour;
  }
  return step < 0 ? "#000000" : "#ffffff";
}

function within(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value));
}

/** Whether a colour has no light of its own, so that the lamp of the house stays. */
export function isGrey(colour: string): boolean {
  return toOklch(colour).chroma < leastChroma;
}

/** The lowest contrast of what is read and seen on any floor of a plan, and of the text on its lamp. */
export function lowestContrasts(colours: Plan["day"]): Record<"wall" | "soft" | "link" | "edge" | "lamp", number> {
  const floors = [colours.floor, colours.room, colours.alcove, colours["lamp-floor"]];
  const lowest = (colour: string) => Math.min(...floors.map((floor) => contrast(colour, floor)));
  return {
    wall: lowest(colours.wall),
    soft: lowest(colours.soft),
    link: lowest(colours.link),
    edge: lowest(colours.edge),
    lamp: contrast(colours["on-lamp"], colours.lamp),
  };
}

/** The plan as custom properties for a rule of CSS. Which of the two holds follows `color-scheme`, as in styles/tokens.css. */
export function planProperties({ day, night }: Plan): string {
  return planTokens.map((token) => `--${token}:light-dark(${day[token]},${night[token]})`).join(";");
}

/** For screens: paper is printed in the colours of the house, by day. */
export function planStyle(colour: string): string {
  return `@media screen{:root{${planProperties(planFrom(colour))}}}`;
}
