import { afterEach, beforeEach, expect, test } from "vitest";
import { eventBuilder } from "../../../../tests/support/events.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { readPdf } from "../../../../tests/support/read-pdf.ts";
import { badgesPdf } from "./badges-pdf.ts";
import { companiesPdf } from "./companies-pdf.ts";
import { type PaperName, papers, perPage, placeOf } from "./papers.ts";

const millimetre = 72 / 25.4;
const madeAt = Temporal.Instant.from("2026-12-01T10:00:00Z");
const token = `${"a".repeat(200)}.${"b".repeat(86)}`;
const short = { name: "Bo Å", organization: null, kind: "Plass", code: "K7M4QX2R", token };
const long = {
  ...short,
  name: "Wilhelmina-Konstantinova Šiŧŧá Brodahl Gjerdrum-Øvregård",
  organization: "Brodahls Gummivarefabrikk og Næringslivskontorfellesskap på Østlandet AS",
  kind: "Frivillig ved garderoben og i vestibylen, begge dager",
};

test.each<[PaperName, number, number, number]>([
  ["a4-8", 210, 297, 3],
  ["a4-10", 210, 297, 2],
  ["card", 90, 55, 17],
  ["label", 100, 62, 17],
])(
  "seventeen badges on %s are pages of %i × %i mm, each code 24 mm and inside its badge however long the names",
  async (paper, width, height, pages) => {
    const badges = Array.from({ length: 17 }, (_, place) => (place % 2 === 0 ? long : short));
    const print = () => badgesPdf(badges, { title: "Norsk coworkingkonferanse", madeAt, paper, skipped: 0, language: "nb" });
    const whole = Buffer.from(await new Response(await print()).arrayBuffer()).toString("latin1");
    const [, sheetWidth, sheetHeight] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(whole) ?? [];

    const read = await readPdf(await print());

    const size = papers[paper];
    const inside = (from: number, length: number, badge: number, first: number, gap: number) => {
      const at = (from / millimetre - first) % (badge + gap);
      return at >= 4.9 && at + length / millimetre <= badge - 4.9;
    };
    expect([read.pages, Math.round(Number(sheetWidth) / millimetre), Math.round(Number(sheetHeight) / millimetre)]).toEqual([
      pages,
      width,
      height,
    ]);
    expect(read.rectangles.length).toBeGreaterThan(17 * 100);
    expect(read.rectangles.every(({ x, width: wide }) => inside(x, wide, size.badge.width, size.left, size.gap))).toBe(true);
  },
);

test("a sheet that was begun goes on where it was left", () => {
  expect([0, 6, 7].map((number) => placeOf(papers["a4-10"], number, 3))).toEqual([
    { page: 0, left: 105, top: 66 },
    { page: 0, left: 105, top: 231 },
    { page: 1, left: 15, top: 11 },
  ]);
  expect(perPage(papers["a4-8"])).toBe(8);
});

test("the list by company has everybody, on as many pages as it takes, with every letter of their names", async () => {
  const companies = ["Ågård AS", "Brodahl AS", null];
  const tickets = Array.from({ length: 120 }, (_, place) => ({
    ...short,
    name: place === 0 ? null : `Šiŧŧá Ø ${place}`,
    organization: companies[place % 3] ?? null,
  }));

  const { pages, letters } = await readPdf(await companiesPdf(tickets, { title: "Frokost", when: "torsdag", madeAt, language: "nb" }));

  const known = new Set(letters.flat());
  for (const letter of "ŠiŧŧáØÅgårdBrodahlAS") expect(known, letter).toContain(letter);
  expect(pages).toBe(4);
});

let installation: TestInstallation;
let build: ReturnType<typeof eventBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = eventBuilder(installation);
});
afterEach(() => installation.close());

test("those at the desk print a badge for each ticket, by kind and in parts; nobody else does", async () => {
  const { event, marte, register, type } = await build.held({ size: 3 });
  const [ada = "", bo = ""] = await build.people(["Ada Berg", "Bo Dahl"]);
  await register(ada, { quantity: 2 });
  await register(bo);
  const pagesOf = async (path: string) => (await readPdf(await bytesOf(marte, path))).pages;

  expect(await pagesOf(`/events/${event.slug}/badges.pdf?paper=card`)).toBe(3);
  expect(await pagesOf(`/events/${event.id}/badges.pdf?paper=card&ticketType=${type?.id}&from=2`)).toBe(1);
  expect(await pagesOf(`/events/${event.id}/companies.pdf`)).toBe(1);
  expect((await build.visitors.as(bo).get(`/events/${event.id}/badges.pdf`)).status).toBe(404);

  async function bytesOf(personId: string, path: string) {
    const { bytes } = await build.visitors.as(personId).get(path);
    return new Blob([bytes]).stream();
  }
});
