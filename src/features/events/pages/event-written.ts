import { momentAt, type Written, wholeOf } from "../../../interface/form-values.ts";
import { clock } from "../../../interface/format.ts";
import type { Theme } from "../../spaces/parts.ts";
import type { Audience } from "../event.ts";
import { zoned } from "./event-times.ts";
import type { ShownEvent } from "./load-event.ts";
import { textsOf, wordsOf } from "./new-event-action.ts";

/** An event as it stands in the form. */
export function writtenEvent(event: ShownEvent): Written {
  const [from, to] = [zoned(event.startsAt, event.timeZone), zoned(event.endsAt, event.timeZone)];
  const isOverNight = !from.toPlainDate().equals(to.toPlainDate());
  const texts = (["nb", "nn", "en"] as const).flatMap((each): [string, string][] => [
    [`title-${each}`, event.title[each] ?? ""],
    [`about-${each}`, event.descriptions[each] ?? ""],
  ]);
  const lines: [string, string][] = [
    ...texts,
    ["day", from.toPlainDate().toString()],
    ["from", clock(from)],
    ["to", clock(to)],
    ["lastDay", isOverNight ? to.toPlainDate().toString() : ""],
    ["space", event.space?.slug ?? ""],
    ["place", event.place ?? ""],
    ["country", event.country ?? ""],
    ["onlineUrl", event.onlineUrl ?? ""],
    ["audience", event.audience],
    ["audienceOrganizations", event.audienceOrganizations.map(({ slug }) => slug).join(", ")],
    ["freeCancelDays", event.freeCancelDays === null ? "" : String(event.freeCancelDays)],
    ["lateCancelPercent", event.lateCancelPercent === 0 ? "" : String(event.lateCancelPercent)],
    ["approvalHours", String(event.approvalHours)],
    ...event.quotas.map(({ size }, index): [string, string] => [`size-${index + 1}`, String(size)]),
  ];
  return {
    ...Object.fromEntries(lines.map(([name, value]) => [name, [value]])),
    languages: event.languages,
    themes: event.themes,
    ...(event.needsApproval && { needsApproval: ["on"] }),
    ...(event.hasQueue && { hasQueue: ["on"] }),
    version: [String(event.version)],
  };
}

/** What is written otherwise than it was: nobody is written to about what was not touched. */
export function changeIn(written: Written, event: ShownEvent) {
  const before = writtenEvent(event);
  // browsers send line breaks as two characters
  const all = (of: Written, name: string) => (of[name] ?? []).map((value) => value.trim().replaceAll("\r\n", "\n")).join("\n");
  const isTouched = (...names: string[]) => names.some((name) => all(written, name) !== all(before, name));
  const text = (name: string) => written[name]?.[0]?.trim() ?? "";
  const inEach = (name: string) => ["nb", "nn", "en"].map((each) => `${name}-${each}`);
  const day = text("day");
  const isDayTouched = isTouched("day");
  const sizes = event.quotas.flatMap(({ name }, index) =>
    isTouched(`size-${index + 1}`) ? [{ name, size: wholeOf(text(`size-${index + 1}`)) }] : [],
  );
  return {
    ...(isTouched(...inEach("title")) && { title: textsOf(text, "title") }),
    ...(isTouched(...inEach("about")) && { descriptions: textsOf(text, "about") }),
    ...((isDayTouched || isTouched("from")) && { startsAt: momentAt(day, text("from"), event.timeZone) }),
    ...((isDayTouched || isTouched("to", "lastDay")) && { endsAt: momentAt(text("lastDay") || day, text("to"), event.timeZone) }),
    ...(isTouched("space") && { space: text("space") || null }),
    ...(isTouched("place") && { place: text("place") || null }),
    ...(isTouched("country") && { country: text("country") || null }),
    ...(isTouched("onlineUrl") && { onlineUrl: text("onlineUrl") || null }),
    ...(isTouched("audience") && { audience: text("audience") as Audience }),
    ...(isTouched("audienceOrganizations") && { audienceOrganizations: wordsOf(text("audienceOrganizations")) }),
    ...(isTouched("languages") && { languages: written.languages ?? [] }),
    ...(isTouched("themes") && { themes: (written.themes ?? []) as Theme[] }),
    ...(isTouched("freeCancelDays") && { freeCancelDays: text("freeCancelDays") === "" ? null : wholeOf(text("freeCancelDays")) }),
    ...(isTouched("lateCancelPercent") && { lateCancelPercent: text("lateCancelPercent") === "" ? 0 : wholeOf(text("lateCancelPercent")) }),
    ...(isTouched("needsApproval") && { needsApproval: written.needsApproval !== undefined }),
    ...(isTouched("approvalHours") && { approvalHours: wholeOf(text("approvalHours")) }),
    ...(isTouched("hasQueue") && { hasQueue: written.hasQueue !== undefined }),
    ...(sizes.length > 0 && { quotas: sizes }),
  };
}
