import { clock, dateWithYear } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";

/** "30. november 2026 kl. 04:05": when a figure was worked out. */
export function computedInWords(computedAt: string, language: Language): string {
  const at = Temporal.Instant.from(computedAt).toZonedDateTimeISO("Europe/Oslo");
  return `${dateWithYear(at, language)} ${language === "en" ? "" : "kl.\u00a0"}${clock(at)}`;
}
