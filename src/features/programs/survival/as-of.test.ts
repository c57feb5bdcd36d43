import { expect, test } from "vitest";
import { outcomeOf } from "../enrolling/outcome.ts";
import type { EnrollmentRow, ObservationRow } from "../enrolling/queries.ts";
import { asOf } from "./as-of.ts";

const startup = (given: Partial<EnrollmentRow>) =>
  ({ intakeOn: "2020-01-01", exitType: "active", exitOn: null, lastEvidenceOn: null, observations: [], ...given }) as EnrollmentRow;
const observed = (on: string, status: ObservationRow["status"]) => ({ on, status }) as ObservationRow;
const at = (row: EnrollmentRow, before: string) => asOf([row], before).map((one) => outcomeOf(one, one.observations));

test("who came later is left out", () => {
  expect(at(startup({ intakeOn: "2024-01-01" }), "2024-01-01")).toEqual([]);
});

test("who went bankrupt later ran until the last day, and is gone from the day itself on", () => {
  const gone = startup({ exitType: "bankrupt", exitOn: "2023-05-01" });

  expect(at(gone, "2023-05-01")).toEqual([{ type: "active", endedOn: null, lastEvidenceOn: "2023-04-30" }]);
  expect(at(gone, "2023-05-02")).toEqual([{ type: "bankrupt", endedOn: "2023-05-01", lastEvidenceOn: "2023-05-01" }]);
});

test("what was observed since does not count, and what was seen since proves the days before", () => {
  const seen = startup({ observations: [observed("2021-06-01", "active"), observed("2023-06-01", "dissolved")] });
  const known = startup({ exitType: "unknown", lastEvidenceOn: "2024-03-01" });

  expect(at(seen, "2023-01-01")).toEqual([{ type: "active", endedOn: null, lastEvidenceOn: "2021-06-01" }]);
  expect(at(known, "2023-01-01")).toEqual([{ type: "active", endedOn: null, lastEvidenceOn: "2022-12-31" }]);
  expect(at(known, "2025-01-01")).toEqual([{ type: "unknown", endedOn: null, lastEvidenceOn: "2024-03-01" }]);
});
