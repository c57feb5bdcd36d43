/** Why a cell does not hold what its column asks for. The code is a message key for the callers. */
export type CellReason =
  /** Nothing but spaces. Whether that is allowed is for the caller to say. */
  | "empty"
  | "too-long"
  /** A formula that failed in the spreadsheet: #REF!, #I/T … */
  | "formula-error"
  | "not-an-email"
  | "not-a-date"
  /** A date that no calendar has: 31.02.2026. */
  | "no-such-date"
  | "not-a-number"
  /** "1.234" is one and a bit to some and over a thousand to others. */
  | "ambiguous-number"
  | "not-whole"
  | "out-of-range"
  | "not-yes-or-no"
  | "not-an-organization-number"
  | "wrong-check-digit"
  | "not-a-phone-number"
  | "not-a-postcode"
  | "not-a-municipality-number"
  | "not-coordinates"
  | "not-in-vocabulary"
  /** The word stands for more than one entry of the vocabulary. */
  | "ambiguous-word";

export type ParsedCell<Value> = { ok: true; value: Value } | { ok: false; reason: CellReason };

export function accepted<Value>(value: Value): ParsedCell<Value> {
  return { ok: true, value };
}

export function rejected(reason: CellReason): { ok: false; reason: CellReason } {
  return { ok: false, reason };
}
