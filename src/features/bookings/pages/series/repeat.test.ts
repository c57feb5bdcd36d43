import { expect, test } from "vitest";
import { stillChosen } from "./repeat.ts";

const week = (day: string) => `2027-10-${day}T08:00:00Z`;
const taken = { code: "booking.taken", title: "Tida er tatt." };

test("a time that could not be had, and now can, is not left out of the series because it was to be skipped", () => {
  const choices = { [week("06")]: "skip", [week("13")]: `${week("14")} ${week("15")} room` };
  const written = { repeat: "weekly", times: "3", lastDay: "", choices };

  const chosen = stillChosen(written, [
    { startsAt: week("06"), problem: null },
    { startsAt: week("13"), problem: taken },
    { startsAt: week("20"), problem: taken },
  ]);

  expect(chosen).toEqual({ [week("13")]: choices[week("13")] });
});
