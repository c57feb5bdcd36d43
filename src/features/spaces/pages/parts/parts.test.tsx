import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { Language } from "../../../../platform/language/language.ts";
import { holidaysFrom } from "../../holiday-names.ts";
import type { Space } from "../../shapes.ts";
import { AmenityList } from "./amenity-list.tsx";
import { Contact } from "./contact.tsx";
import { HouseRules } from "./house-rules.tsx";
import { OpeningHours, OpenToday } from "./opening-hours.tsx";
import { PhotoGallery } from "./photo-gallery.tsx";

const day = "2026-11-23";
const week = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: "08:00", closes: weekday === 5 ? "15:30" : "17:00" }));
const hours: Parameters<typeof OpeningHours>[0]["space"] = {
  openingHours: week,
  openingExceptions: [
    { day: "2026-12-04", opens: null, closes: null, reasons: { nb: "Planleggingsdag", en: "Planning day" } },
    { day: "2026-12-26", opens: "12:00", closes: "15:00", reasons: {} },
  ],
  holidays: holidaysFrom(day, 365),
  openOnHolidays: false,
  today: { day, times: [{ opens: "08:00", closes: "17:00" }], closedBecause: null, isOpen: true, closesAt: null, opensAt: null },
};

function pairs(html: string): string[] {
  return [...html.matchAll(/<dt>(.*?)<\/dt><dd[^>]*>(.*?)<\/dd>/g)].map(([, term, said]) => `${bare(term)}: ${bare(said)}`);
}

function bare(html: string | undefined): string {
  return (html ?? "").replace(/<[^>]+>/g, "");
}

describe("Opening hours", () => {
  test.each<[Language, string[]]>([
    [
      "nb",
      [
        "Mandag–torsdag: 08:00–17:00",
        "Fredag: 08:00–15:30",
        "Helg: Stengt",
        "fre. 4. des.: Stengt, planleggingsdag",
        "fre. 25. des.: Stengt, første juledag",
        "lør. 26. des.: 12:00–15:00",
        "fre. 1. jan.: Stengt, første nyttårsdag",
      ],
    ],
    [
      "nn",
      [
        "Måndag–torsdag: 08:00–17:00",
        "Fredag: 08:00–15:30",
        "Helg: Stengt",
        "fre. 4. des.: Stengt, planleggingsdag",
        "fre. 25. des.: Stengt, første juledag",
        "lau. 26. des.: 12:00–15:00",
        "fre. 1. jan.: Stengt, første nyttårsdag",
      ],
    ],
    [
      "en",
      [
        "Monday–Thursday: 08:00–17:00",
        "Friday: 08:00–15:30",
        "Weekend: Closed",
        "Fri 4 Dec: Closed, planning day",
        "Fri 25 Dec: Closed, Christmas Day",
        "Sat 26 Dec: 12:00–15:00",
        "Fri 1 Jan: Closed, New Year’s Day",
      ],
    ],
  ])("say the week and the days that differ in %s", (language, said) => {
    expect(pairs(renderToStaticMarkup(<OpeningHours space={hours} language={language} />))).toEqual(said);
  });

  test("of a house open day and night on all days take one line, with holidays as other days", () => {
    const always = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: "00:00", closes: "24:00" }));
    const open = { ...hours, openingHours: always, openingExceptions: [], openOnHolidays: true };

    expect(pairs(renderToStaticMarkup(<OpeningHours space={open} language="nb" />))[0]).toBe("Alle dager: Døgnåpent");
    expect(pairs(renderToStaticMarkup(<OpeningHours space={open} language="nn" />))[1]).toBe(
      "fre. 25. des.: Ope som andre dagar, første juledag",
    );
  });

  test("of today are said in a line", () => {
    const closed = { today: { ...hours.today, times: [], closedBecause: "weekday" as const } };

    expect(bare(renderToStaticMarkup(<OpenToday space={hours} language="nn" />))).toBe("Ope i dag 08:00–17:00");
    expect(bare(renderToStaticMarkup(<OpenToday space={closed} language="en" />))).toBe("Closed today");
  });
});

test("house rules stand one a line, with the version, and say when they are in another language", () => {
  const houseRules = { version: 3, texts: { nb: "Vask koppen.\n\n<b>Ikke</b> rop." }, publishedAt: "2026-08-31T23:00:00Z" };

  const html = renderToStaticMarkup(<HouseRules space={{ houseRules, timeZone: "Europe/Oslo" }} language="en" />);

  expect(html).toBe(
    '<ul class="plain-list" lang="nb"><li>Vask koppen.</li><li>&lt;b&gt;Ikke&lt;/b&gt; rop.</li></ul><p class="small soft">Version 3, from 1 September 2026.</p>',
  );
});

test("amenities stand in the order of the list, and what is not in it is left out", () => {
  expect(bare(renderToStaticMarkup(<AmenityList keys={["sauna", "helipad", "step_free"]} language="nn" />).replaceAll("</li>", "|"))).toBe(
    "Trinnfri inngang|Badstove|",
  );
});

test("a photo says what it shows in the nearest language", () => {
  const photo: Space["photos"][number] = {
    id: "1",
    width: 1600,
    height: 900,
    texts: { nb: "Langbordet" },
    large: "/l.webp",
    small: "/s.webp",
  };

  const html = renderToStaticMarkup(<PhotoGallery photos={[photo, photo]} language="nn" />);

  expect(html.match(/alt="Langbordet" lang="nb"/g)?.length).toBe(2);
  expect(html.match(/loading="lazy"/g)?.length).toBe(1);
});

test("a contact says when it was confirmed, or that it has not been for long", () => {
  const contact = { email: "hei@naustet.example", phone: "57 00 00 00", confirmedOn: "2026-10-12", isStale: false };

  const fresh = renderToStaticMarkup(<Contact contact={contact} language="nb" />);
  const stale = renderToStaticMarkup(<Contact contact={{ ...contact, phone: null, isStale: true }} language="nb" />);

  expect(bare(fresh)).toBe("hei@naustet.example57 00 00 00Bekreftet 12. oktober 2026.");
  expect(fresh).toContain('href="tel:57000000"');
  expect(bare(stale)).toBe("hei@naustet.exampleIkke bekreftet på lenge. Spør i skranken hvis du ikke får svar.");
});
