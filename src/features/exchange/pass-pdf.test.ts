import { describe, expect, test } from "vitest";
import { readPdf } from "../../../tests/support/read-pdf.ts";
import { passPdf } from "./pass-pdf.ts";
import type { PassRow } from "./queries.ts";

const millimetre = 72 / 25.4;
const token = `${"abcdefgh".repeat(22)}.${"A".repeat(86)}`;

const pass = {
  space_name: "WorkWork",
  space_town: "Trondheim",
  day: "2026-11-24",
  code: "K7M4QX2R",
  holder_name: "Amina L.",
  home_name: "Blender Collective",
  claimed_at: Temporal.Instant.from("2026-11-20T10:00:00Z"),
  arrival: { nb: "Ring på klokka." },
} as unknown as PassRow;

const long = {
  ...pass,
  space_name: "Brodahls Gummivarefabrikk og Næringslivskontorfellesskap",
  space_town: "Bærum – Snåasenvuonetjielte",
  home_name: "Gründernes Hus Innovasjonsfellesskap på Østlandet AS",
};

describe("A printed pass", () => {
  test.each([
    { name: "short", row: pass },
    { name: "long", row: long },
  ])("is 85 mm wide with a code of 60 mm in its middle when its names are $name", async ({ row }) => {
    const { rectangles } = await readPdf(await passPdf(row, token, "nb"));

    const squares = rectangles.filter(({ width, height }) => width === height && width < 5);
    const left = Math.min(...squares.map(({ x }) => x));
    const right = Math.max(...squares.map(({ x, width }) => x + width));
    const band = rectangles.find(({ width }) => Math.abs(width - 85 * millimetre) < 0.1);
    expect((right - left) / millimetre).toBeCloseTo(60, 1);
    expect(band).toBeDefined();
    expect((left + right) / 2).toBeCloseTo((band?.x ?? 0) + (band?.width ?? 0) / 2, 1);
  });

  test("has a page more when the way in takes many words", async () => {
    const arrival = { nb: "Gå inn, ta til høyre, og si fra i skranken at du er her i dag. ".repeat(60) };

    const [short, longer] = [
      await readPdf(await passPdf(pass, token, "nb")),
      await readPdf(await passPdf({ ...pass, arrival }, token, "nb")),
    ];

    expect([short.pages, longer.pages]).toEqual([1, 2]);
  });

  test("is read aloud letter for letter, in Norwegian and Sámi", async () => {
    const row = { ...pass, space_name: "Bjørnøya og Ŋáŋŋá", holder_name: "Šiŧŧá Đ." };

    const { letters } = await readPdf(await passPdf(row, token, "nb"));

    const read = letters.flat();
    for (const letter of "øoŊŋáŠŧĐ") expect(read, letter).toContain(letter);
    for (const font of letters) expect(font).not.toContain("");
  });
});
