import { describe, expect, test } from "vitest";
import { type Enrolled, type Observed, outcomeOf } from "./outcome.ts";

const enrolled = (given: Partial<Enrolled> = {}): Enrolled => ({
  ...{ intakeOn: "2018-01-01", exitType: "active", exitOn: null, lastEvidenceOn: null },
  ...given,
});
const seen = (on: string, status: Observed["status"] = "active"): Observed => ({ on, status });

describe("What became of a startup", () => {
  test("that runs is known until it was last seen at work", () => {
    expect(
      outcomeOf(enrolled({ lastEvidenceOn: "2020-05-01" }), [seen("2019-01-01"), seen("2021-03-01"), seen("2022-01-01", "unknown")]),
    ).toEqual({
      type: "active",
      endedOn: null,
      lastEvidenceOn: "2021-03-01",
    });
    expect(outcomeOf(enrolled(), [])).toEqual({ type: "active", endedOn: null, lastEvidenceOn: "2018-01-01" });
  });

  test("that left while at work was at work that day", () => {
    expect(outcomeOf(enrolled({ exitType: "graduated", exitOn: "2020-01-01" }), [])).toEqual({
      type: "graduated",
      endedOn: null,
      lastEvidenceOn: "2020-01-01",
    });
  });

  test("ended on the first day from which every observation says so", () => {
    const observations = [
      seen("2019-01-01", "dormant"),
      seen("2020-01-01"),
      seen("2021-01-01", "bankrupt"),
      seen("2022-01-01", "dissolved"),
    ];

    expect(outcomeOf(enrolled(), observations)).toEqual({ type: "bankrupt", endedOn: "2021-01-01", lastEvidenceOn: "2020-01-01" });
  });

  test("is what was written, unless it was seen at work on a later day", () => {
    const dormant = enrolled({ exitType: "dormant", exitOn: "2020-01-01" });

    expect(outcomeOf(dormant, [seen("2019-06-01")])).toMatchObject({ type: "dormant", endedOn: "2020-01-01" });
    expect(outcomeOf(dormant, [seen("2021-06-01")])).toEqual({ type: "active", endedOn: null, lastEvidenceOn: "2021-06-01" });
  });

  test("is unknown from when it was last seen, until it is seen again", () => {
    const unknown = enrolled({ exitType: "unknown", lastEvidenceOn: "2019-03-01" });

    expect(outcomeOf(unknown, [seen("2019-03-01")])).toEqual({ type: "unknown", endedOn: null, lastEvidenceOn: "2019-03-01" });
    expect(outcomeOf(unknown, [seen("2020-03-01")])).toMatchObject({ type: "active", lastEvidenceOn: "2020-03-01" });
  });
});
