import { createHash } from "node:crypto";
import { Hono } from "hono";
import type { Installation } from "../../../platform/installation.ts";
import { isLanguage, type Language, locale } from "../../../platform/language/language.ts";
import { titleIn } from "../event.ts";
import { type EventRow, findEvents } from "../queries.ts";
import { embeddedWords } from "./embedded-words.ts";

const most = 30;
const key = /^[a-z0-9-]{1,80}$/i;

const style = `
:root { color-scheme: light dark; --wall: #0e2a33; --room: #fff; --soft: #3f5c66; --line: #c3d0d3; --lamp: #ffc83d; }
@media (prefers-color-scheme: dark) { :root { --wall: #dbe7e9; --room: #0e2a33; --soft: #a9bfc5; --line: #2f4c56; } }
body { margin: 0; padding: 1rem; background: var(--room); color: var(--wall); font: 17px/1.45 system-ui, sans-serif; }
h1 { font-size: 1.25rem; margin: 0 0 .5rem; }
ul { list-style: none; margin: 0; padding: 0; }
li { display: grid; grid-template-columns: 8rem 1fr; gap: .25rem 1rem; padding: .75rem 0; border-top: 1px solid var(--line); }
time { font-weight: 600; }
time span, p { color: var(--soft); font-weight: 400; font-size: .9375rem; margin: 0; display: block; }
a { color: inherit; text-underline-offset: .15em; font-weight: 600; }
a:focus-visible { outline: 3px solid var(--wall); outline-offset: 2px; }
b { background: var(--lamp); color: #0e2a33; padding: 0 .35rem; font-weight: 600; }
@media (max-width: 26rem) { li { grid-template-columns: 1fr; } }
`;

// nothing but its own style is loaded, and it may stand on anybody's page
const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(style).digest("base64")}'; base-uri 'none'; form-action 'none'; frame-ancestors *`;

/**
 * `/embed/events?network=…&organization=…&language=…`: what is to come, as a page that other pages hold in a frame. It is the only one
 * that may be: it shows what is for everybody, knows nobody and takes nothing.
 */
export function embeddedCalendar({ db, now, settings }: Pick<Installation, "db" | "now" | "settings">): Hono {
  const routes = new Hono();
  routes.get("/embed/events", async (c) => {
    const asked = (name: string) => {
      const given = c.req.query(name);
      return given !== undefined && key.test(given) ? given : undefined;
    };
    const given = c.req.query("language");
    const language = isLanguage(given) ? given : "nb";
    const [organization, network] = [asked("organization"), asked("network")];
    const events = await findEvents(db, { organization, network, from: now(), limit: most });
    const calendar = network ? `networks/${network}/events` : `events${organization ? `?organization=${organization}` : ""}`;
    return new Response(page(events.slice(0, most), `${settings.url}/${language}`, calendar, language), {
      headers: {
        "content-type": "text/html; charset=utf-8",
        "content-security-policy": policy,
        "cache-control": "public, max-age=300",
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-robots-tag": "noindex",
      },
    });
  });
  return routes;
}

function page(events: readonly EventRow[], base: string, calendar: string, language: Language): string {
  const text = embeddedWords[language];
  const lines = events.map((event) => line(event, base, language)).join("\n");
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text.title}</title><style>${style}</style></head>
<body><main><h1>${text.title}</h1>
${events.length === 0 ? `<p>${text.none}</p>` : `<ul>\n${lines}\n</ul>`}
<p><a href="${escaped(`${base}/${calendar}`)}" target="_blank" rel="noopener">${text.all}</a></p>
</main></body></html>`;
}

function line(event: EventRow, base: string, language: Language): string {
  const text = embeddedWords[language];
  const starts = event.starts_at.toZonedDateTimeISO(event.time_zone);
  const day = starts.toLocaleString(locale(language), { weekday: "short", day: "numeric", month: "short" });
  const hour = starts.toLocaleString(locale(language), { hour: "2-digit", minute: "2-digit" });
  const place = [event.space_name ?? event.place, event.town].filter(Boolean).join(", ") || (event.online_url ? text.online : "");
  const hosts = event.hosts.map(({ name }) => name).join(", ");
  const mark = event.status === "cancelled" ? ` <b>${text.cancelled}</b>` : "";
  return `<li><time datetime="${starts.toPlainDate()}">${escaped(day)}<span>${escaped(hour)}</span></time>
<div><a href="${escaped(`${base}/events/${event.slug}`)}" target="_blank" rel="noopener">${escaped(titleIn(event.titles, language))}</a>${mark}
<p>${[hosts, place].filter(Boolean).map(escaped).join(" · ")}</p></div></li>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
