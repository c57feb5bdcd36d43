import { catalogue } from "../../platform/language/language.ts";
import { TabDock } from "../components/dock.tsx";
import type { IconName } from "../components/icon.tsx";
import { useShell } from "../page.tsx";
import { type Stop, stopsOf } from "./areas.ts";

const words = catalogue({
  nb: { menu: "Menyen din" },
  nn: { menu: "Menyen din" },
  en: { menu: "Your menu" },
});

const icons: IconName[] = ["calendar", "search", "flag", "people"];

/** A member's four words at the bottom of a phone, on each page one of them leads to. */
export function MemberDock({ current }: { current: Stop }) {
  const { language } = useShell();
  const stops = stopsOf({ kind: "member" }, language, current);
  return <TabDock label={words[language].menu} tabs={stops.map((stop, place) => ({ ...stop, icon: icons[place] ?? "house" }))} />;
}
