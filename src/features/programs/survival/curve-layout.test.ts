import { expect, test } from "vitest";
import { bandOf, stairs } from "./curve-layout.ts";

const plot = { left: 0, top: 0, width: 100, height: 100 };
const curve = { times: [1, 3, 6], survival: [0.8, 0.6, 0.2], lower: [0.7, 0.5, null], upper: [0.9, 0.7, null], until: 4 };

test("the curve goes down in steps, and ends where it is no longer told", () => {
  expect(stairs(curve, plot)).toBe("M0 0H25V20H75V40H100");
});

test("the band runs along the upper limits and back along the lower ones", () => {
  expect(bandOf(curve, plot)).toBe("M0 0H25V10H75V30H100V50H75V30H25V0Z");
});

test("where nothing has ended there is a line and no band", () => {
  const whole = { times: [], survival: [], lower: [], upper: [], until: 2 };

  expect([stairs(whole, plot), bandOf(whole, plot)]).toEqual(["M0 0H100", ""]);
});
