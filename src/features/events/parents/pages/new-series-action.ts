import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem } from "../../../../interface/api-client.ts";
import { momentAt, oneOf, type Written, wholeOf, writtenIn } from "../../../../interface/form-values.ts";
import { signedIn } from "../../../../interface/visit.ts";
import { isDay } from "../../../../platform/time/day.ts";
import type { RowFault } from "../create-parent.ts";
import type { ParentApi } from "../routes.ts";
import { namesFor } from "./new-festival-action.ts";
import { newFestivalWords } from "./new-festival-words.ts";
import { newSeriesWords } from "./new-series-words.ts";

const timeZone = "Europe/Oslo";

export interface Refused {
  written: Written;
  problem: Problem;
  errors: { field: string; message: string }[];
}

/** Makes the series that is written. */
export async function makeSeries(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const text = (name: string) => oneOf(written, name);
  const words = newSeriesWords[visit.language];
  const { spaces } = await namesFor(visit);
  const space = spaces.get(text("place").toLowerCase());
  const title = Object.fromEntries(
    (["nb", "nn", "en"] as const).flatMap((each) => (text(`title-${each}`) ? [[each, text(`title-${each}`)]] : [])),
  );
  const descriptions = text("about") ? { [visit.language]: text("about") } : {};
  const price = text("price") === "" ? 0 : Math.round(Number(text("price").replace(",", ".").replaceAll(/\s/g, "")) * 100);
  const { done, problem } = await attempt(
    client<ParentApi>(visit)["event-parents"].$post({
      json: {
        kind: "series",
        organization: given.params.organization ?? "",
        title,
        descriptions,
        recurrence: ruleOf(text("repeats"), text("day"), text("count")),
        events: [
          {
            title,
            descriptions,
            startsAt: momentAt(text("day"), text("from"), timeZone),
            endsAt: momentAt(text("day"), text("to"), timeZone),
            ...(space ? { space } : text("place") && { place: text("place") }),
            ...(!space && text("municipality") && { municipality: text("municipality") }),
            quotas: [{ name: words.quota, size: wholeOf(text("size")) }],
            ticketTypes: [{ name: words.ticket, quotas: [words.quota], priceOre: price }],
          },
        ],
      },
    }),
  );
  if (problem) return data<Refused>({ written, problem, errors: errorsOf(problem, written, visit.language) }, { status: problem.status });
  throw redirect(`/${visit.language}/series/${done.slug}?made=1`, 303);
}

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/** "FREQ=MONTHLY;BYDAY=1TU;COUNT=10" of a first Tuesday; of a fifth one, the last. */
function ruleOf(repeats: string, day: string, count: string): string {
  const times = `COUNT=${count === "" ? "0" : count.replaceAll(/\s/g, "")}`;
  if (repeats === "FORTNIGHTLY") return `FREQ=WEEKLY;INTERVAL=2;${times}`;
  if (repeats !== "MONTHLY" || !isDay(day)) return `FREQ=WEEKLY;${times}`;
  const first = Temporal.PlainDate.from(day);
  const place = Math.ceil(first.day / 7);
  return `FREQ=MONTHLY;BYDAY=${place === 5 ? -1 : place}${weekdays[first.dayOfWeek - 1]};${times}`;
}

const fieldOfFault: Partial<Record<RowFault["fault"], string>> = { municipality: "municipality", endsAt: "to", space: "place" };
const fieldOfPart: Record<string, string> = { startsAt: "from", endsAt: "to", quotas: "size", ticketTypes: "price" };

function errorsOf(problem: Problem, written: Written, language: "nb" | "nn" | "en") {
  if (problem.code.startsWith("series.")) return [{ field: "count", message: problem.title }];
  const faults = ((problem.details?.rows ?? []) as RowFault[]).map(({ fault }) => ({
    field: fieldOfFault[fault] ?? "day",
    message: newFestivalWords[language].faults[fault] ?? problem.title,
  }));
  const wrong = (problem.errors ?? []).map(({ field, message }) => {
    const [list = "", , part = ""] = field.split(/[.[\]]+/);
    if (list !== "events" || part === "title") return { field: list === "recurrence" ? "count" : "title-nb", message };
    const isDayless = (part === "startsAt" || part === "endsAt") && oneOf(written, "day") === "";
    return { field: isDayless ? "day" : (fieldOfPart[part] ?? part), message };
  });
  return [...new Map([...faults, ...wrong].map((error) => [error.field, error])).values()];
}
