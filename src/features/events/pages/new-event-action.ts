import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem } from "../../../interface/api-client.ts";
import { signedIn } from "../../../interface/visit.ts";
import { momentOf } from "../../../platform/time/day.ts";
import type { Audience } from "../event.ts";
import type { EventApi } from "../routes.ts";
import { oneOf, type Written, wholeOf, writtenIn } from "./form-values.ts";

/** How many quotas and kinds of tickets the form has room for. */
export const rows = ["1", "2", "3", "4"];
const timeZone = "Europe/Oslo";

export interface Refused {
  written: Written;
  problem: Problem;
  errors: { field: string; message: string }[];
}

/** Makes the event that is written; what stops it stands at its field. */
export async function makeEvent(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const text = (name: string) => oneOf(written, name);
  const quotaRows = rows.filter((row) => text(`quota-${row}`) !== "");
  const typeRows = rows.filter((row) => text(`type-${row}`) !== "");
  const day = text("day");
  const { done, problem } = await attempt(
    client<EventApi>(visit).events.$post({
      json: {
        organization: given.params.organization ?? "",
        title: textsOf(text, "title"),
        descriptions: textsOf(text, "about"),
        startsAt: momentAt(day, text("from")),
        endsAt: momentAt(text("lastDay") || day, text("to")),
        ...(text("space") && { space: text("space") }),
        ...(text("place") && { place: text("place") }),
        ...(text("onlineUrl") && { onlineUrl: text("onlineUrl") }),
        coHosts: text("coHosts")
          .split(/[\s,]+/)
          .filter(Boolean),
        audience: text("audience") as Audience,
        languages: written.languages ?? [],
        status: text("act") === "draft" ? "draft" : "published",
        refuseAlike: written.alikeOk === undefined,
        quotas: quotaRows.map((row) => ({ name: text(`quota-${row}`), size: wholeOf(text(`size-${row}`)) })),
        ticketTypes: typeRows.map((row) => ({
          name: text(`type-${row}`),
          quotas: [text(`quota-${text(`of-${row}`) || "1"}`)],
          priceOre: text(`price-${row}`) === "" ? 0 : oreOf(text(`price-${row}`)),
          ...(text(`memberPrice-${row}`) && { memberPriceOre: oreOf(text(`memberPrice-${row}`)) }),
          ...(text(`code-${row}`) && { accessCode: text(`code-${row}`) }),
          ...(text(`most-${row}`) && { mostPlaces: wholeOf(text(`most-${row}`)) }),
        })),
      },
    }),
  );
  if (problem) return data<Refused>({ written, problem, errors: errorsOf(problem, quotaRows, typeRows) }, { status: problem.status });
  throw redirect(`/${visit.language}/events/${done.slug}?did=created`, 303);
}

function textsOf(text: (name: string) => string, name: string) {
  const [nb, nn, en] = [text(`${name}-nb`), text(`${name}-nn`), text(`${name}-en`)];
  return { ...(nb && { nb }), ...(nn && { nn }), ...(en && { en }) };
}

// what is no time or day is refused by the API, at its field
function momentAt(day: string, time: string): string {
  try {
    return momentOf(day, time, timeZone).toString();
  } catch (error) {
    if (error instanceof RangeError) return `${day}T${time}`;
    throw error;
  }
}

function oreOf(kroner: string): number {
  return Math.round(Number(kroner.replace(",", ".").replaceAll(/\s/g, "")) * 100);
}

const ofQuota: Record<string, string> = { name: "quota", size: "size" };
const ofType: Record<string, string> = {
  name: "type",
  quotas: "of",
  priceOre: "price",
  memberPriceOre: "memberPrice",
  accessCode: "code",
  mostPlaces: "most",
};

/** How the API calls a field ("ticketTypes.0.priceOre"), and how the form does ("price-1"). */
function errorsOf(problem: Problem, quotaRows: string[], typeRows: string[]) {
  if (problem.code === "event.ends_before_start") return [{ field: "to", message: problem.title }];
  if (problem.code === "event.unknown_quota") return [{ field: `of-${typeRows[0] ?? "1"}`, message: problem.title }];
  const errors = (problem.errors ?? []).map(({ field, message }) => {
    const [list = "", index = "", part = ""] = field.split(/[.[\]]+/);
    if (list === "quotas") return { field: `${ofQuota[part] ?? "quota"}-${quotaRows[Number(index)] ?? "1"}`, message };
    if (list === "ticketTypes") return { field: `${ofType[part] ?? "type"}-${typeRows[Number(index)] ?? "1"}`, message };
    if (list === "title") return { field: `title-${index || "nb"}`, message };
    if (list === "descriptions") return { field: `about-${index || "nb"}`, message };
    return { field: { startsAt: "from", endsAt: "to" }[list] ?? list, message };
  });
  return [...new Map(errors.map((error) => [error.field, error])).values()];
}
