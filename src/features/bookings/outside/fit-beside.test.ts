import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitBeside, type OutsideTime, type TakenBeside } from "./fit-beside.ts";

// hours of one day stand for moments
const none = { beforeMilliseconds: 0, afterMilliseconds: 0 };
const time = (id: string, from: number, until: number, title: string | null = null): OutsideTime => ({ id, from, until, title });
const booked = (bookingId: string, from: number, until: number, isMet = true): TakenBeside => ({ bookingId, from, until, isMet });
const shown = ({ blocks }: ReturnType<typeof fitBeside>) => blocks.map(({ from, until }) => [from, until]);

describe("Times of another calendar beside what stands", () => {
  test("are blocked where nothing is in the way, and those that overlap are one", () => {
    const fitted = fitBeside([time("c", 15, 16, "C"), time("a", 10, 12, "A"), time("b", 11, 13, "B"), time("d", 16, 17)], [], none, 0);

    expect(fitted).toEqual({
      blocks: [
        { from: 10, until: 13, title: "A, B", during: { from: 10, until: 13 } },
        { from: 15, until: 16, title: "C", during: { from: 15, until: 16 } },
        { from: 16, until: 17, title: null, during: { from: 16, until: 17 } },
      ],
      conflicts: [],
    });
  });

  test("leave a booking where it is, take the rest around it, and tell of the two", () => {
    const fitted = fitBeside([time("a", 9, 17)], [booked("ours", 11, 12)], none, 0);

    expect([shown(fitted), fitted.conflicts]).toEqual([
      [
        [9, 11],
        [12, 17],
      ],
      [{ timeId: "a", bookingId: "ours" }],
    ]);
  });

  test("give way without a word to another calendar's block and to what is held for a form", () => {
    const fitted = fitBeside([time("a", 9, 12)], [booked("block", 10, 11, false)], none, 0);

    expect([shown(fitted), fitted.conflicts]).toEqual([
      [
        [9, 10],
        [11, 12],
      ],
      [],
    ]);
  });

  test("keep the buffers of the resource, but not from each other", () => {
    const fitted = fitBeside([time("a", 10, 12), time("b", 13, 14)], [], { beforeMilliseconds: 2, afterMilliseconds: 2 }, 0);

    expect(fitted.blocks.map(({ during }) => [during.from, during.until])).toEqual([
      [8, 13],
      [13, 16],
    ]);
  });

  test("meet a booking that only the buffer overlaps, which is the rule for bookings too", () => {
    const fitted = fitBeside([time("a", 10, 12)], [booked("ours", 12, 14)], { beforeMilliseconds: 0, afterMilliseconds: 1 }, 0);

    expect(fitted).toEqual({
      blocks: [{ from: 10, until: 12, title: null, during: { from: 10, until: 12 } }],
      conflicts: [{ timeId: "a", bookingId: "ours" }],
    });
  });

  test("are left alone when they are over, and so is the part of one that is", () => {
    const fitted = fitBeside([time("a", 1, 2), time("b", 3, 9)], [booked("ours", 5, 6)], none, 6);

    expect([shown(fitted), fitted.conflicts]).toEqual([[[6, 9]], [{ timeId: "b", bookingId: "ours" }]]);
  });

  test("are, whatever they are, blocked or taken already, never both, and never twice", () => {
    const span = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 12 })).map(([from, length]) => ({ from, until: from + length }));
    const buffers = fc.record({ beforeMilliseconds: fc.nat(3), afterMilliseconds: fc.nat(3) });
    const covers = (spans: { from: number; until: number }[], moment: number) =>
      spans.filter(({ from, until }) => from <= moment && moment < until).length;

    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), fc.array(span, { maxLength: 12 }), buffers, (outside, others, around) => {
        const times = outside.map((one, at) => time(`t${at}`, one.from, one.until));
        const taken = others.map((one, at) => booked(`b${at}`, one.from, one.until, at % 2 === 0));
        const { blocks, conflicts } = fitBeside(times, taken, around, 0);
        for (let moment = -3; moment < 80; moment += 1) {
          const blocked = covers(
            blocks.map(({ during }) => during),
            moment,
          );
          const isTaken = covers(taken, moment) > 0;
          expect(blocked).toBeLessThanOrEqual(isTaken ? 0 : 1);
          if (covers(times, moment) > 0 && !isTaken) expect(blocked).toBe(1);
        }
        for (const [at, one] of times.entries()) {
          const met = others.flatMap((other, index) =>
            index % 2 === 0 && one.from - around.beforeMilliseconds < other.until && other.from < one.until + around.afterMilliseconds
              ? [`b${index}`]
              : [],
          );
          expect(conflicts.filter(({ timeId }) => timeId === `t${at}`).map(({ bookingId }) => bookingId)).toEqual(met);
        }
      }),
      { numRuns: 500 },
    );
  });
});
