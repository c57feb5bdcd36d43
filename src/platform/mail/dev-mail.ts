import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { html, raw } from "hono/html";
import type { Db } from "../database/database.ts";
import { isId, newId } from "../database/id.ts";
import { securityHeaders } from "../http/security-headers.ts";
import type { Installation } from "../installation.ts";

type Html = ReturnType<typeof html>;

const newest = 100;

/** The letters nobody sends, to be read at /dev/mail. Mounted in demonstration mode only: whoever comes may read them all. */
export function devMail({ db, settings }: Installation): Hono {
  const mail = new Hono();
  mail.use(async (c, next) => {
    await next();
    c.res = securityHeaders(c.res, { nonce: randomBytes(16).toString("base64"), requestId: newId(), tiles: undefined });
    c.header("cache-control", "no-store");
  });
  mail.get("/", async (c) => {
    const letters = await latestLetters(db);
    const list = letters.map(
      (letter) =>
        html`<li><a href="/dev/mail/${letter.id}" lang="${letter.language}">${letter.subject}</a><br />${letter.recipient} · ${shown(letter.created_at)}</li>`,
    );
    return c.html(page(settings.name, "Mail", letters.length > 0 ? html`<ol>${list}</ol>` : html`<p>No letter has been written yet.</p>`));
  });
  mail.get("/:id", async (c) => {
    const id = c.req.param("id");
    const letter = isId(id) ? await db.selectFrom("letters").selectAll().where("id", "=", id).executeTakeFirst() : undefined;
    if (!letter) return c.html(page(settings.name, "There is no such letter", html`<p><a href="/dev/mail">All letters</a></p>`), 404);
    const files = (letter.attachments as { fileName: string }[]).map(({ fileName }) => html`<li>${fileName}</li>`);
    return c.html(
      page(
        settings.name,
        letter.subject,
        html`<p>To ${letter.recipient} · ${shown(letter.created_at)}</p>
          <div class="letter" lang="${letter.language}">${withLinks(letter.body_text)}</div>
          ${files.length > 0 ? html`<h2>Attached</h2><ul>${files}</ul>` : ""}
          <p><a href="/dev/mail">All letters</a></p>`,
      ),
    );
  });
  return mail;
}

function latestLetters(db: Db) {
  return db
    .selectFrom("letters")
    .select(["id", "recipient", "subject", "language", "created_at"])
    .orderBy("id", "desc")
    .limit(newest)
    .execute();
}

function shown(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO("Europe/Oslo").toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " ");
}

// The plain text is shown, never the HTML: nothing a letter carries can run. Addresses in it become links.
function withLinks(text: string): Html[] {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, place) => (place % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`));
}

const style = `:root{color-scheme:light dark}body{font:1.125rem/1.5 sans-serif;max-width:44rem;margin:0 auto;padding:1.5rem}
a{overflow-wrap:anywhere}li{margin-block:.75rem}.letter{white-space:pre-wrap;border-block:3px solid;padding-block:1rem}`;

function page(siteName: string, title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · ${siteName}</title>
        <style>${raw(style)}</style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}
