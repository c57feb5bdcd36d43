import type { Language } from "../../../../../platform/language/language.ts";
import type { Refused } from "../consultation-action.ts";
import type { ConsultationsData } from "../consultations.tsx";

/** What every part of the page is given. */
export type PartProps = { given: ConsultationsData; refused: Refused | undefined; language: Language };

/** What was written in a form that was refused, so that nothing typed is lost. */
export function writtenIn(refused: Refused | undefined, act: string): Record<string, string> {
  return refused?.act === act ? refused.values : {};
}

/** A moment as the clocks of the house show it. */
export function zoned(moment: string, { space }: ConsultationsData): Temporal.ZonedDateTime {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(space.timeZone);
}
