import { type ActionFunctionArgs, data, redirect } from "react-router";
import { attempt, client, type Problem, readAll } from "../../../../interface/api-client.ts";
import { momentAt, oneOf, oreOf, type Written, wholeOf, writtenIn } from "../../../../interface/form-values.ts";
import { signedIn, type Visit } from "../../../../interface/visit.ts";
import { dayIn } from "../../../../platform/time/day.ts";
import type { ExchangeApi } from "../../../exchange/routes.ts";
import type { OrganizationsApi } from "../../../organizations/routes.ts";
import type { RowFault } from "../create-parent.ts";
import type { ParentApi } from "../routes.ts";
import { afterButton, isEmpty, type Row, rowsIn, withRows } from "./festival-rows.ts";
import { newFestivalWords } from "./new-festival-words.ts";

const timeZone = "Europe/Oslo";

/** The form as it stands after a button, with what stops it from being saved. */
export interface Standing {
  written: Written;
  errors: { field: string; message: string }[];
  /** Something is like what is there already. */
  isAlike: boolean;
  problem?: string;
}

/** Changes the rows, or saves the festival with all of them. What is written is never lost. */
export async function buildFestival(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const text = newFestivalWords[visit.language];
  const [act, rows] = [oneOf(written, "act"), rowsIn(written)];
  const changed = afterButton(rows, act);
  if (changed) return data<Standing>({ written: withRows(written, changed), errors: [], isAlike: false });
  // an error of the API is told by the place among the rows that were sent
  const sent = rows.flatMap((row, index) => (isEmpty(row) ? [] : [{ row, number: index + 1 }]));
  if (sent.length === 0)
    return data<Standing>({ written, errors: [{ field: "title-1", message: text.noRows }], isAlike: false }, { status: 422 });
  const names = await namesFor(visit);
  const { done, problem } = await attempt(
    client<ParentApi>(visit)["event-parents"].$post({
      json: {
        kind: "festival",
        organization: given.params.organization ?? "",
        title: textsOf(written),
        ...(oneOf(written, "about") && { descriptions: { [visit.language]: oneOf(written, "about") } }),
        coHosts: oneOf(written, "coHosts")
          .split(",")
          .map((name) => name.trim())
          .filter(Boolean)
          .map((name) => names.organizations.get(name.toLowerCase()) ?? name),
        status: act === "draft" ? "draft" : "published",
        events: sent.map(({ row }) => eventOf(row, visit, names)),
        refuseAlike: written.alikeOk === undefined,
      },
    }),
  );
  if (problem) {
    const standing = { ...faultsIn(problem, sent, visit), written };
    return data<Standing>({ ...standing, ...(standing.errors.length === 0 && { problem: problem.title }) }, { status: problem.status });
  }
  throw redirect(`/${visit.language}/festivals/${done.slug}?made=1`, 303);
}

/** Houses and organizations by what people call them. */
export async function namesFor(visit: Visit) {
  const [spaces, organizations] = await Promise.all([
    readAll((page) => client<ExchangeApi>(visit).spaces.$get({ query: { day: dayIn(visit.now, timeZone), ...page } })),
    readAll((page) => client<OrganizationsApi>(visit).organizations.$get({ query: page })),
  ]);
  const slugs = (items: readonly { slug: string; name: string }[]) => new Map(items.map(({ slug, name }) => [name.toLowerCase(), slug]));
  return {
    spaces: slugs(spaces),
    organizations: slugs(organizations),
    shown: { spaces: spaces.map(({ name }) => name), organizations: organizations.map(({ name }) => name) },
  };
}

function textsOf(written: Written) {
  return Object.fromEntries(
    (["nb", "nn", "en"] as const).flatMap((each) => {
      const text = oneOf(written, `title-${each}`);
      return text ? [[each, text]] : [];
    }),
  );
}

/** A row as the API takes an event. */
export function eventOf(row: Row, { language }: Visit, { spaces, organizations }: Awaited<ReturnType<typeof namesFor>>) {
  const words = newFestivalWords[language];
  const space = spaces.get(row.place.toLowerCase());
  return {
    title: { ...(row.title && { [language]: row.title }) },
    startsAt: momentAt(row.day, row.from, timeZone),
    endsAt: momentAt(row.day, row.to, timeZone),
    ...(space ? { space } : row.place && { place: row.place }),
    ...(!space && row.municipality && { municipality: row.municipality }),
    coHosts: row.host ? [organizations.get(row.host.toLowerCase()) ?? row.host] : [],
    quotas: [{ name: words.quota, size: wholeOf(row.size) }],
    ticketTypes: [{ name: words.ticket, quotas: [words.quota], priceOre: row.price === "" ? 0 : oreOf(row.price) }],
  };
}

const fieldOfFault: Record<RowFault["fault"], string> = {
  organization: "title",
  coHosts: "host",
  audienceOrganizations: "host",
  space: "place",
  municipality: "municipality",
  endsAt: "to",
  alike: "title",
};
const fieldOfPart: Record<string, string> = { startsAt: "from", endsAt: "to", coHosts: "host", quotas: "size", ticketTypes: "price" };

/** What is wrong, at the fields of the rows that were sent. */
export function faultsIn(problem: Problem, sent: readonly { row: Row; number: number }[], { language }: Visit) {
  const text = newFestivalWords[language];
  const numberOf = (index: number) => sent[index]?.number ?? 1;
  const rows = (problem.details?.rows ?? []) as RowFault[];
  const faults = rows.map(({ row, fault, title = "" }) => ({
    field: `${fieldOfFault[fault]}-${numberOf(row)}`,
    message: fault === "alike" ? text.alike({ title }) : (text.faults[fault] ?? ""),
  }));
  const wrong = (problem.errors ?? []).map(({ field, message }) => {
    const [list = "", index = "", part = ""] = field.split(/[.[\]]+/);
    if (list === "title") return { field: "title-nb", message };
    if (list !== "events") return { field: list === "descriptions" ? "about" : list, message };
    const number = numberOf(Number(index));
    // a time without its day lacks the day
    const isDayless = (part === "startsAt" || part === "endsAt") && sent[Number(index)]?.row.day === "";
    return { field: `${isDayless ? "day" : (fieldOfPart[part] ?? part)}-${number}`, message };
  });
  const errors = [...new Map([...faults, ...wrong].map((error) => [error.field, error])).values()];
  return { errors, isAlike: rows.some(({ fault }) => fault === "alike") };
}
