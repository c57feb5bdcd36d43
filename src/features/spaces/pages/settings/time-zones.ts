import type { Option } from "../../../../interface/components/choice-field.tsx";

// most houses are here
const nearest = ["Europe/Oslo", "Arctic/Longyearbyen"];

/** The time zones a house can be in: the Norwegian first, and the one it has though the list should not know it. */
export function timeZoneOptions(current: string): Option[] {
  const all = [...nearest, ...Intl.supportedValuesOf("timeZone"), current].filter((zone) => zone !== "");
  return [...new Set(all)].map((value) => ({ value, label: value.replaceAll("_", " ") }));
}
