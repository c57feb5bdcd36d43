import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem } from "../../../interface/api-client.ts";
import { momentAt, oneOf, oreOf, type Written, wholeOf, writtenIn } from "../../../interface/form-values.ts";
import { signedIn } from "../../../interface/visit.ts";
import type { Theme } from "../../spaces/parts.ts";
import type { Audience } from "../event.ts";
import type { EventApi } from "../routes.ts";

const mostRows = 20;
const timeZone = "Europe/Oslo";

/** What the form shows when the event is not made, or when there is to be room for more. */
export interface NotMade {
  written: Written;
  problem?: Problem;
  errors: { field: string; message: string }[];
}

/** Makes the event that is written; what stops it stands at its field. */
export async function makeEvent(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const text = (name: string) => oneOf(written, name);
  const more = /^more-(quotas|types)$/.exec(text("act"))?.[1];
  if (more) return { written: { ...written, [more]: [String(rowsOf(written, more).length + 1)] }, errors: [] } satisfies NotMade;
  const quotaRows = rowsOf(written, "quotas").filter((row) => text(`quota-${row}`) !== "");
  const typeRows = rowsOf(written, "types").filter((row) => text(`type-${row}`) !== "");
  const day = text("day");
  const { done, problem } = await attempt(
    client<EventApi>(visit).events.$post({
      json: {
        organization: given.params.organization ?? "",
        title: textsOf(text, "title"),
        descriptions: textsOf(text, "about"),
        startsAt: momentAt(day, text("from"), timeZone),
        endsAt: momentAt(text("lastDay") || day, text("to"), timeZone),
        ...(text("space") && { space: text("space") }),
        ...(text("place") && { place: text("place") }),
        ...(text("country") && { country: text("country") }),
        ...(text("onlineUrl") && { onlineUrl: text("onlineUrl") }),
        coHosts: wordsOf(text("coHosts")),
        audience: text("audience") as Audience,
        audienceOrganizations: wordsOf(text("audienceOrganizations")),
        hasQueue: written.hasQueue !== undefined,
        needsApproval: written.needsApproval !== undefined,
        ...(written.needsApproval && text("approvalHours") && { approvalHours: wholeOf(text("approvalHours")) }),
        ...(text("freeCancelDays") && { freeCancelDays: wholeOf(text("freeCancelDays")) }),
        ...(text("lateCancelPercent") && { lateCancelPercent: wholeOf(text("lateCancelPercent")) }),
        languages: written.languages ?? [],
        themes: (written.themes ?? []) as Theme[],
        status: text("act") === "draft" ? "draft" : "published",
        refuseAlike: written.alikeOk === undefined,
        quotas: quotaRows.map((row) => ({ name: text(`quota-${row}`), size: wholeOf(text(`size-${row}`)) })),
        ticketTypes: typeRows.map((row) => ({
          name: text(`type-${row}`),
          quotas: [text(`quota-${text(`of-${row}`) || "1"}`)],
          priceOre: text(`price-${row}`) === "" ? 0 : oreOf(text(`price-${row}`)),
          ...(text(`memberPrice-${row}`) && { memberPriceOre: oreOf(text(`memberPrice-${row}`)) }),
          ...(text(`opens-${row}`) && { opensAt: localMoment(text(`opens-${row}`)) }),
          ...(text(`closes-${row}`) && { closesAt: localMoment(text(`closes-${row}`)) }),
          ...(text(`code-${row}`) && { accessCode: text(`code-${row}`) }),
          ...(text(`most-${row}`) && { mostPlaces: wholeOf(text(`most-${row}`)) }),
        })),
      },
    }),
  );
  if (problem) return data<NotMade>({ written, problem, errors: errorsOf(problem, quotaRows, typeRows, day) }, { status: problem.status });
  throw redirect(`/${visit.language}/events/${done.slug}?did=created`, 303);
}

/** The numbers of the rows there is room for. */
export function rowsOf(written: Written | undefined, list: string): string[] {
  const count = Number(written ? oneOf(written, list) : "1");
  const length = Number.isInteger(count) && count > 0 ? Math.min(count, mostRows) : 1;
  return Array.from({ length }, (_, index) => String(index + 1));
}

export function wordsOf(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

function localMoment(text: string): string {
  const [day = "", time = ""] = text.split("T");
  return momentAt(day, time, timeZone);
}

export function textsOf(text: (name: string) => string, name: string) {
  const [nb, nn, en] = [text(`${name}-nb`), text(`${name}-nn`), text(`${name}-en`)];
  return { ...(nb && { nb }), ...(nn && { nn }), ...(en && { en }) };
}

const ofQuota: Record<string, string> = { name: "quota", size: "size" };
const ofType: Record<string, string> = {
  name: "type",
  quotas: "of",
  priceOre: "price",
  memberPriceOre: "memberPrice",
  accessCode: "code",
  opensAt: "opens",
  closesAt: "closes",
  mostPlaces: "most",
};

/** How the API calls a field ("ticketTypes.0.priceOre"), and how the form does ("price-1"). */
function errorsOf(problem: Problem, quotaRows: string[], typeRows: string[], day: string) {
  if (problem.code === "event.ends_before_start") return [{ field: "to", message: problem.title }];
  if (problem.code === "event.unknown_quota") return [{ field: `of-${typeRows[0] ?? "1"}`, message: problem.title }];
  const errors = (problem.errors ?? []).map(({ field, message }) => {
    const [list = "", index = "", part = ""] = field.split(/[.[\]]+/);
    if (list === "quotas") return { field: `${ofQuota[part] ?? "quota"}-${quotaRows[Number(index)] ?? "1"}`, message };
    if (list === "ticketTypes") return { field: `${ofType[part] ?? "type"}-${typeRows[Number(index)] ?? "1"}`, message };
    if (list === "title") return { field: `title-${index || "nb"}`, message };
    if (list === "descriptions") return { field: `about-${index || "nb"}`, message };
    // what begins on no day has no time either
    if (day === "" && (list === "startsAt" || list === "endsAt")) return { field: "day", message };
    return { field: { startsAt: "from", endsAt: "to" }[list] ?? list, message };
  });
  return [...new Map(errors.map((error) => [error.field, error])).values()];
}
