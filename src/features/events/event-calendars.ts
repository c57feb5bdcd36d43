import { Hono } from "hono";
import { visitor } from "../../platform/access/actor.ts";
import type { Installation } from "../../platform/installation.ts";
import { isLanguage, type Language } from "../../platform/language/language.ts";
import { Refusal } from "../../platform/refusal/refusal.ts";
import { type CalendarEvent, writeCalendar } from "../bookings/index.ts";
import { titleIn } from "./event.ts";
import { type EventRow, findEvents } from "./queries.ts";
import { seeEvent } from "./read.ts";

// what one follows: a quarter back, and as much ahead as anybody has planned
const hoursBack = 24 * 90;
const mostEvents = 500;
const names: Record<Language, string> = { nb: "Arrangementer", nn: "Arrangement", en: "Events" };
const key = /^[a-z0-9-]{1,80}$/i;

/** `/calendars/events.ics` to follow, narrowed by `network` or `organization`, and `/calendars/events/{event}.ics` to put in one's own. */
export function eventCalendars({ db, now, settings }: Pick<Installation, "db" | "now" | "settings">): Hono {
  const routes = new Hono();
  routes.get("/calendars/events.ics", async (c) => {
    const language = languageOf(c.req.query("language"));
    const asked = (name: string) => {
      const given = c.req.query(name);
      return given !== undefined && key.test(given) ? given : undefined;
    };
    const where = { organization: asked("organization"), network: asked("network") };
    const events = await findEvents(db, { ...where, from: now().subtract({ hours: hoursBack }), limit: mostEvents });
    return answer(names[language], events, language);
  });
  routes.get("/calendars/events/:file{[^/]+\\.ics}", async (c) => {
    const language = languageOf(c.req.query("language"));
    const slug = c.req.param("file").replace(/\.ics$/, "");
    try {
      const { event } = await seeEvent(db, visitor, slug);
      return answer(titleIn(event.titles, language), [event], language);
    } catch (error) {
      if (error instanceof Refusal) return c.text("Not found", 404);
      throw error;
    }
  });
  return routes;

  function answer(name: string, events: readonly EventRow[], language: Language): Response {
    const body = writeCalendar(
      name,
      events.map((event) => inCalendar(event, settings.url, language)),
    );
    const headers = { "content-type": "text/calendar; charset=utf-8", "content-disposition": 'inline; filename="arrangement.ics"' };
    return new Response(body, { headers: { ...headers, "cache-control": "public, max-age=900", "x-content-type-options": "nosniff" } });
  }
}

function languageOf(asked: string | undefined): Language {
  return isLanguage(asked) ? asked : "nb";
}

function inCalendar(event: EventRow, url: string, language: Language): CalendarEvent {
  return {
    uid: `event-${event.id}@${new URL(url).hostname}`,
    sequence: event.version - 1,
    changedAt: event.created_at,
    startsAt: event.starts_at,
    endsAt: event.ends_at,
    summary: titleIn(event.titles, language),
    description: titleIn(event.descriptions, language),
    location: [event.space_name, event.town].filter(Boolean).join(", ") || (event.place ?? undefined),
    url: `${url}/${language}/events/${event.slug}`,
    isTentative: false,
    isCancelled: event.status === "cancelled",
  };
}
