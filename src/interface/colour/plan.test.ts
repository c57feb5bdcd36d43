import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contrast, fromOklch, toOklch } from "./oklch.ts";
import { type Plan, planFrom, planProperties, planTokens } from "./plan.ts";

const tokens = readFileSync(join(import.meta.dirname, "../styles/tokens.css"), "utf8");
const house = tokensIn(tokens);
const floors = ["floor", "room", "alcove", "lamp-floor"] as const;
const signals = ["good", "note", "care", "wrong"] as const;

/** Everything read or seen on a plan that would be too weak. */
function weaknesses(plan: Plan): string[] {
  const weak: string[] = [];
  for (const time of ["day", "night"] as const) {
    const colours = plan[time];
    const hold = (least: number, what: string, on: string, colour: string, ground: string) => {
      const found = contrast(colour, ground);
      if (found < least) weak.push(`${what} on ${on} by ${time}: ${found.toFixed(2)}`);
    };
    for (const floor of floors) {
      for (const text of ["wall", "soft", "lamp-ink", "link"] as const) hold(4.8, text, floor, colours[text], colours[floor]);
      hold(3.1, "edge", floor, colours.edge, colours[floor]);
    }
    for (const floor of ["floor", "room", "lamp-floor"] as const)
      for (const signal of signals) hold(4.5, signal, floor, house[signal]?.[time] ?? "", colours[floor]);
    hold(6, "text", "lamp", colours["on-lamp"], colours.lamp);
    hold(4.8, "text", "pressed lamp", colours["on-lamp"], colours["lamp-strong"]);
  }
  return weak;
}

describe("The plan a network's colour gives", () => {
  const steps = [0, 51, 102, 153, 204, 255];
  const sample = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue) => hex(red, green, blue))));

  test("can be read by day and by night, whatever the colour", () => {
    expect(sample.length).toBe(216);
    expect(sample.flatMap((colour) => weaknesses(planFrom(colour)).map((weakness) => `${colour}: ${weakness}`))).toEqual([]);
  });

  test("can be read where the light of the lamp falls strongest", () => {
    const weak = sample.flatMap((colour) => {
      const { day, night } = planFrom(colour);
      const lit = { day: over(day.lamp, 0.34, day["lamp-floor"]), night: over(night.lamp, 0.26, night.room) };
      const read = { day: contrast(day.wall, lit.day), night: contrast(night.wall, lit.night) };
      return Math.min(read.day, read.night) < 4.5 ? [`${colour}: ${read.day.toFixed(1)} by day, ${read.night.toFixed(1)} by night`] : [];
    });

    expect(weak).toEqual([]);
  });

  test("can be read for colours nobody thought of", () => {
    const channel = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(channel, channel, channel, (red, green, blue) => {
        expect(weaknesses(planFrom(hex(red, green, blue)))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ["navy", "#0b3d91"],
    ["neon", "#39ff14"],
    ["pink", "#c2185b"],
  ])("keeps the hue of %s in its lamp and its links", (_, colour) => {
    const { day, night } = planFrom(colour);

    const turned = [day.lamp, day.link, night.lamp, night.link].map((one) => {
      const degrees = Math.abs(toOklch(one).hue - toOklch(colour).hue);
      return Math.min(degrees, 360 - degrees);
    });
    expect(Math.max(...turned)).toBeLessThan(3);
  });

  test.each(["#000000", "#ffffff", "#4a4a4a", "#7f7d80"])("keeps the lamp of the house for %s, which has no hue", (grey) => {
    expect(planFrom(grey).day.lamp).toBe("#ffc83d");
  });

  test("names every colour of the block in tokens.css, and no other", () => {
    const block = /plan: the colours a network may replace[^/]*\*\/([\s\S]*?)\n\n/.exec(tokens)?.[1] ?? "";
    const named = [...block.matchAll(/--([a-z-]+):/g)].map(([, name]) => name);

    expect(planTokens).toEqual(named);
    expect(planProperties(planFrom("#0b3d91"))).toMatch(/^(--[a-z-]+:light-dark\(#[0-9a-f]{6},#[0-9a-f]{6}\);?){13}$/);
  });
});

describe("Colours by lightness, strength and hue", () => {
  test("come back as they were", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const colour = `#${value.toString(16).padStart(6, "0")}`;
        expect(fromOklch(toOklch(colour))).toBe(colour);
      }),
    );
  });

  test("give up strength, not lightness, where a screen cannot show them", () => {
    const shown = toOklch(fromOklch({ lightness: 0.9, chroma: 0.4, hue: 265 }));

    expect(shown.lightness).toBeCloseTo(0.9, 2);
    expect(shown.chroma).toBeLessThan(0.1);
  });

  test.each([
    ["#000000", "#ffffff", 21],
    ["#777777", "#ffffff", 4.48],
    ["#ffc83d", "#0e2a33", 9.72],
  ])("%s on %s has a contrast of %d", (one, other, expected) => {
    expect(contrast(one, other)).toBeCloseTo(expected, 1);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });
});

function hex(...channels: number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}

/** A colour one sees a ground through, as a browser lays it. */
function over(colour: string, share: number, ground: string): string {
  const channels = (of: string) => [1, 3, 5].map((at) => Number.parseInt(of.slice(at, at + 2), 16));
  const below = channels(ground);
  return hex(...channels(colour).map((channel, at) => Math.round(share * channel + (1 - share) * (below[at] ?? 0))));
}

function tokensIn(css: string): Record<string, { day: string; night: string }> {
  const pairs = css.matchAll(/--([a-z-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g);
  return Object.fromEntries([...pairs].map(([, name = "", day = "", night = ""]) => [name, { day, night }]));
}
