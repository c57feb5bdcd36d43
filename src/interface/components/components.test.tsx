import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { type Language, languages } from "../../platform/language/language.ts";
import { Board } from "./board.tsx";
import { RadioField } from "./choice-field.tsx";
import { DataTable } from "./data-table.tsx";
import { DayChooser } from "./day-chooser.tsx";
import { doorWords } from "./door.tsx";
import { DrawingLegend } from "./drawing-legend.tsx";
import { ErrorSummary } from "./error-summary.tsx";
import { FairnessTable } from "./fairness-table.tsx";
import { House, type HouseRoom } from "./house.tsx";
import { MonthDays } from "./month-days.tsx";
import { NorwayMap } from "./norway-map.tsx";
import { PageTop } from "./page-top.tsx";
import { PassCard } from "./pass-card.tsx";
import { qrMatrix } from "./qr-code.tsx";
import { Seats, seatsWords } from "./seats.tsx";
import { SettlementDrawing } from "./settlement-drawing.tsx";
import { SkipLink } from "./skip-link.tsx";
import { TextField } from "./text-field.tsx";
import { UndoBar } from "./undo-bar.tsx";

const flow: HouseRoom = {
  name: "Flow",
  href: "/spaces/flow",
  town: "Tromsø",
  latitude: 69.65,
  longitude: 18.96,
  seatsFree: 4,
  seats: 6,
  state: "open",
  words: "4 / 6",
};

test("a choice with an error is said to be invalid, with why", () => {
  const page = renderToStaticMarkup(
    <RadioField language="nb" name="kind" label="Slag" error="Velg ett." options={[{ value: "a", label: "A" }]} />,
  );

  expect(page).toContain('required="" aria-describedby="kind-error" aria-invalid="true"');
});

test("seats are counted in words, and full and closed are said as such", () => {
  expect(languages.map((language) => seatsWords({ free: 6, seats: 8 }, language))).toEqual([
    "6 av 8 ledige",
    "6 av 8 ledige",
    "6 of 8 free",
  ]);
  expect(seatsWords({ free: 0, seats: 8 }, "nb")).toBe("Fullt");
  expect(seatsWords({ free: 8, seats: 8, isClosed: true }, "nn")).toBe("Stengt");
  expect(languages.map((language) => doorWords("ajar", language))).toEqual([
    "Verten svarer først",
    "Verten svarar først",
    "The host answers first",
  ]);
});

test("up to twelve seats are drawn one by one, and no more", () => {
  const drawn = (seats: number) => renderToStaticMarkup(<Seats free={3} seats={seats} />);

  expect(drawn(12).match(/seat-free/g)).toHaveLength(3);
  expect(drawn(12).match(/seat-taken/g)).toHaveLength(9);
  expect(drawn(13)).toBe("");
});

test("a closed place has no door and dashed chairs, a full one a bar in the wall", () => {
  const house = renderToStaticMarkup(
    <House
      day="24."
      language="nb"
      rooms={[
        { ...flow, state: "closed", seatsFree: 0 },
        { ...flow, href: "/spaces/beta", state: "shut", seatsFree: 0 },
      ]}
    />,
  );

  expect(house.match(/plan-door/g)).toHaveLength(1);
  expect(house).toContain("leaf bolt");
  expect(house.match(/seat-closed/g)).toHaveLength(6);
});

test("a house of more than sixteen rooms is left to the list", () => {
  const rooms = Array.from({ length: 17 }, (_, place) => ({ ...flow, href: `/${place}` }));

  expect(renderToStaticMarkup(<House rooms={rooms} day="24." language="nb" />)).toBe("");
});

test("hint and error are joined to the field in the server's HTML", () => {
  const field = renderToStaticMarkup(<TextField language="nb" name="email" label="E-post" hint="Med @" error="Skriv adressen med @." />);

  expect(field).toContain('<label for="email">');
  expect(field).toContain('aria-describedby="email-hint email-error"');
  expect(field).toContain('aria-invalid="true"');
  expect(field).toContain('id="email-error"');
});

test("the error summary has the focus when its page opens, and names and leads to each field in the order of the form, a radio group by its first choice", () => {
  const page = renderToStaticMarkup(
    <>
      <ErrorSummary
        language="nn"
        errors={[
          { field: "answer", message: "Vel ein av dei to." },
          { field: "made", message: "Fyll ut dette feltet." },
          { field: "email", message: "Skriv adressa med @." },
        ]}
        labels={{ email: "E-post", made: "Kva skal lagast?" }}
      />
      <RadioField language="nn" name="answer" label="Ja?" options={[{ value: "yes", label: "Ja" }]} />
    </>,
  );

  expect(page).toContain("Tre felt må rettast");
  expect(page).toMatch(/<section class="summary"[^>]* autofocus=""/);
  expect([...page.matchAll(/href="#(\w+)"/g)].map(([, field]) => field)).toEqual(["email", "made", "answer"]);
  expect(page).toContain(">E-post: Skriv adressa med @.<");
  expect(page).toContain(">Kva skal lagast? Fyll ut dette feltet.<");
  expect(page).toContain(">Vel ein av dei to.<");
  expect(page).toContain('<input type="radio" id="answer"');
});

test("a day that is closed or gone cannot be chosen, a full one can be waited for", () => {
  const chooser = renderToStaticMarkup(
    <DayChooser
      name="day"
      language="nb"
      days={[
        { date: "2026-11-23", state: "open", words: "For seint", isPast: true },
        { date: "2026-11-24", state: "shut", words: "Fullt" },
        { date: "2026-11-25", state: "closed", words: "Stengt" },
      ]}
    />,
  );

  const disabled = [...chooser.matchAll(/<input[^>]*>/g)].map(([input]) => input.includes("disabled"));

  expect(disabled).toEqual([true, false, true]);
});

test("what is left of the month is counted in words and drawn", () => {
  const days = renderToStaticMarkup(
    <MonthDays
      quota={5}
      used={["2026-11-26", "2026-11-04"].map((date) => ({ date, place: "Bergen" }))}
      thisDay="2026-11-24"
      monthOf="2026-11-01"
      language="en"
    />,
  );

  expect(days).toContain('aria-label="Five days: two used, this one, two left"');
  expect([...days.matchAll(/<b>(\d+)/g)].map(([, day]) => day)).toEqual(["4", "24", "26"]);
  expect(days.match(/<li/g)).toHaveLength(5);
});

test("a card can be moved to every other stage by a button, without script", () => {
  const stage = (id: string, name: string) => ({ id, name, count: 0, cards: [] });
  const naustet = { id: "7", name: "Naustet", href: "/7", about: "Førde", urgency: "later" as const, nextStep: "Møte" };

  const board = renderToStaticMarkup(
    <Board
      language="nb"
      moveAction="/moves"
      stages={[{ ...stage("contacted", "Kontaktet"), cards: [naustet] }, stage("dialogue", "I dialog")]}
      otherStages={[{ id: "declined", name: "Takket nei" }]}
    />,
  );

  const buttons = [...board.matchAll(/<button[^>]*value="(\w+)"/g)].map(([, stage]) => stage);

  expect(buttons).toEqual(["dialogue", "declined"]);
  expect(board).toContain("Flytt Naustet til et annet steg");
});

test("a table's totals and cells carry their label for the phone", () => {
  const table = renderToStaticMarkup(
    <DataTable
      caption="Dager"
      columns={[
        { label: "Hus", isHeading: true, cell: ({ name }) => name, total: "Sum" },
        { label: "Ga", isNumeric: true, cell: ({ gave }) => gave, total: 85 },
      ]}
      rows={[{ name: "657", gave: 85 }]}
      keyOf={({ name }) => name}
    />,
  );

  expect(table.match(/data-l="Ga"/g)).toHaveLength(2);
  expect(table).toContain('<th scope="row">657</th>');
});

test("every component speaks each language, and none says undefined", () => {
  const pages = languages.map((language) => renderToStaticMarkup(<Everything language={language} />));

  for (const page of pages) expect(page).not.toMatch(/undefined|NaN|\[object/);
  expect(new Set(pages).size).toBe(languages.length);
});

function Everything({ language }: { language: Language }) {
  const point = { ...flow, id: "flow", amount: "4", isLit: true };
  const fairness = { name: "657", href: "/657", town: "Oslo", gave: 85, got: 24, gaveOver: 22, gotOver: 1, owedOre: 525_000 };
  return (
    <>
      <SkipLink language={language} />
      <PageTop brand={{ name: "Coworking Norge", href: "/" }} items={[{ href: "/a", label: "A" }]} tools={[]} language={language} />
      <House rooms={[flow]} day="24." language={language} />
      <DrawingLegend language={language} />
      <NorwayMap points={[point]} title="T" caption="C" />
      <FairnessTable caption="C" rows={[fairness]} language={language} />
      <SettlementDrawing transfers={[{ from: "Flow", to: "657", amountOre: 25_000 }]} language={language} />
      <PassCard host="Flow" when="24." matrix={qrMatrix("pass")} code="K7M4QX2R" facts={[]} language={language} />
      <UndoBar action="/undo" fields={{}} closeHref="/" language={language}>
        X
      </UndoBar>
    </>
  );
}
