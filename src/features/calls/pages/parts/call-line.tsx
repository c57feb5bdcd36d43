import { Door } from "../../../../interface/components/door.tsx";
import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { callWords } from "../call-words.ts";
import { dateAndClock, dayAndClock, daysLeft } from "../moments.ts";
import { Said, type Texts } from "./said.tsx";

export type ShownCall = {
  slug: string;
  kind: "intake" | "award" | "grant" | "speakers" | "members";
  title: Texts;
  organization: { name: string };
  opensAt: string;
  closesAt: string;
  timeZone: string;
  windowState: "not_yet" | "open" | "grace" | "over";
};

/** When a call closes, opens or closed, in words. */
export function windowInWords(call: Pick<ShownCall, "opensAt" | "closesAt" | "timeZone" | "windowState">, language: Language): string {
  const text = callWords[language];
  const at = (moment: string) => {
    const words = dayAndClock(moment, call.timeZone, language);
    return words.charAt(0).toLowerCase() + words.slice(1);
  };
  if (call.windowState === "not_yet") return text.opens({ moment: at(call.opensAt) });
  if (call.windowState === "open") return text.deadline({ moment: at(call.closesAt) });
  return text.wasUntil({ moment: dateAndClock(call.closesAt, call.timeZone, language) });
}

/** "Fire dager igjen", while there is time. */
export function leftInWords(
  call: Pick<ShownCall, "closesAt" | "timeZone" | "windowState">,
  now: string,
  language: Language,
): string | undefined {
  if (call.windowState !== "open") return undefined;
  const days = daysLeft(call.closesAt, { timeZone: call.timeZone, now });
  const text = callWords[language];
  return days === 0 ? text.today : text.daysLeft({ days: number(days, language), isOne: days === 1 });
}

/** A call as a line of the list. */
export function CallLine({ call, now, language }: { call: ShownCall; now: string; language: Language }) {
  const text = callWords[language];
  const left = leftInWords(call, now, language);
  const door = { open: "open", grace: "ajar", over: "shut", not_yet: "shut" } as const;
  return (
    <li className="with-icon">
      <Door state={door[call.windowState]} />
      <div>
        <h2 className="line-title">
          <a href={`/${language}/calls/${call.slug}`}>
            <Said texts={call.title} language={language} />
          </a>
        </h2>
        <p className="small soft">
          {text.kinds[call.kind]} · {call.organization.name}
        </p>
        <p className="small">{windowInWords(call, language)}</p>
      </div>
      {left && <p className="end">{left}</p>}
    </li>
  );
}
