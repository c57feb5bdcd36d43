import { isLanguage, type Language } from "../../../platform/language/language.ts";
import { feedWords } from "./feed-words.ts";
import { type CalendarEvent, writeCalendar } from "./ical.ts";
import type { FeedRow, FeedTime } from "./queries.ts";

/** The language of a feed: the person's; of a house Norwegian. */
export function languageOf(feed: FeedRow): Language {
  return isLanguage(feed.locale ?? undefined) ? (feed.locale as Language) : "nb";
}

/** A feed as calendar programs read it, in the person's language, of a house in Norwegian. */
export function presentFeed(feed: FeedRow, times: readonly FeedTime[], url: string): string {
  const language = languageOf(feed);
  const text = feedWords[language];
  const ofHouse = [feed.resource_name, feed.space_name].filter(Boolean).join(", ");
  const name = feed.person_id === null ? ofHouse : text.mine;
  const events = times.map((time): CalendarEvent => {
    const host = new URL(url).hostname;
    const common = {
      // a name by which another installation knows not to tell it on
      uid: `${time.kind === "outside" ? "outside-" : ""}${time.id}@${host}`,
      sequence: time.version - 1,
      changedAt: time.changed_at,
      startsAt: time.starts_at,
      endsAt: time.ends_at,
      isTentative: time.state === "pending",
    };
    if (feed.shows === "free_busy") return { ...common, summary: text.taken };
    const own = time.kind === "maintenance" ? text.maintenance : undefined;
    const titled = [time.title ?? own, feed.person_id === null ? time.holder : undefined].filter(Boolean).join(" – ");
    const day = time.starts_at.toString().slice(0, 10);
    return {
      ...common,
      summary: titled === "" ? (time.resource_name ?? "") : feed.person_id === null ? `${time.resource_name}: ${titled}` : titled,
      location: [time.resource_name, time.space_name, time.address].filter(Boolean).join(", "),
      url: `${url}/${language}${time.path ?? `/spaces/${time.space_slug}/calendar?day=${day}&booking=${time.id}`}`,
    };
  });
  return writeCalendar(name, events);
}
