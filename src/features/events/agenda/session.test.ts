import { describe, expect, test } from "vitest";
import { layOut, speakersInTwo } from "./session.ts";

const session = (
  id: string,
  from: string,
  until: string,
  more: { track?: string; speakers?: { personId: string | null; name: string }[] } = {},
) => ({
  ...{ id, startsAt: `2027-03-11T${from}:00Z`, endsAt: `2027-03-11T${until}:00Z` },
  ...{ track: more.track ?? null, speakers: more.speakers ?? [] },
});

describe("A speaker in two sessions at once", () => {
  test("is told by name however it is written, and by person whatever the name; one after the other is no matter", () => {
    const ada = { personId: null, name: "Ada Berg" };
    const kim = { personId: "1", name: "Kim Vik" };
    const namesake = { personId: "2", name: "Kim Vik" };

    const found = speakersInTwo([
      session("a", "09:00", "10:00", { speakers: [ada, kim] }),
      session("b", "09:30", "10:30", { speakers: [{ personId: null, name: "ada berg" }, namesake] }),
      session("c", "10:00", "11:00", { speakers: [kim] }),
    ]);

    expect(found).toEqual([{ speaker: "Ada Berg", sessionIds: ["a", "b"] }]);
  });
});

describe("A day of the programme", () => {
  test("has a column a track, one more where a track's own sessions meet, and sessions for all across them", () => {
    const table = layOut([
      session("velkommen", "08:00", "09:00"),
      session("hus", "09:00", "10:00", { track: "Huset" }),
      session("bygd", "09:00", "09:30", { track: "Bygda" }),
      session("bygd-to", "09:15", "10:00", { track: "Bygda" }),
      session("lunsj", "10:00", "11:00"),
    ]);

    expect(table).toEqual({
      columns: 3,
      tracks: [
        { track: "Huset", column: { from: 1, until: 2 } },
        { track: "Bygda", column: { from: 2, until: 4 } },
      ],
      places: [
        { id: "velkommen", row: { from: 1, until: 2 }, column: { from: 1, until: 4 } },
        { id: "hus", row: { from: 2, until: 5 }, column: { from: 1, until: 2 } },
        { id: "bygd", row: { from: 2, until: 4 }, column: { from: 2, until: 3 } },
        { id: "bygd-to", row: { from: 3, until: 5 }, column: { from: 3, until: 4 } },
        { id: "lunsj", row: { from: 5, until: 6 }, column: { from: 1, until: 4 } },
      ],
    });
  });

  test("without tracks is one column, and none at all is no table", () => {
    expect(layOut([session("a", "08:00", "09:00")])).toMatchObject({ columns: 1, tracks: [], places: [{ column: { from: 1, until: 2 } }] });
    expect(layOut([])).toEqual({ columns: 1, tracks: [], places: [] });
  });
});
