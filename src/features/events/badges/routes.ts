import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { locale } from "../../../platform/language/language.ts";
import { signingKeys } from "../../exchange/index.ts";
import { titleIn } from "../event.ts";
import { readArrivals } from "../tickets/read-tickets.ts";
import { signTicket } from "../tickets/ticket-token.ts";
import { badgesPdf } from "./badges-pdf.ts";
import { companiesPdf } from "./companies-pdf.ts";
import * as contract from "./contract.ts";
import { mostBadges } from "./papers.ts";

/** What is printed before an event: badges, and who comes from where. */
export function badgeRoutes(installation: Installation) {
  const keys = signingKeys(installation.db, installation.now);
  const arrivalsOf = async (actor: Actor, id: string) => {
    const { event, arrivals } = await readArrivals(installation, actor, id, {});
    // a person's place is the person's, also when nobody wrote a name on it
    const nameOf = (row: (typeof arrivals)[number]) => row.holder_name ?? (row.organization_name === null ? row.registered_by : null);
    return { event, tickets: arrivals.map((row) => ({ ...row, name: nameOf(row), organization: row.organization_name })) };
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.printBadges, async (c) => {
      const { paper, ticketType, first, from } = c.req.valid("query");
      const { event, tickets } = await arrivalsOf(c.get("actor"), c.req.valid("param").id);
      const wanted = ticketType ? tickets.filter(({ ticket_type_id }) => ticket_type_id === ticketType) : tickets;
      const key = await keys.current();
      const badges = wanted.slice(from, from + mostBadges).map(({ id, name, organization, kind, code }) => ({
        ...{ name, organization, kind, code },
        token: signTicket({ id, eventId: event.id, holderName: name, kind }, key),
      }));
      const title = titleIn(event.titles, c.get("language"));
      const pdf = await badgesPdf(badges, { title, madeAt: installation.now(), paper, skipped: first - 1, language: c.get("language") });
      return new Response(pdf, { headers: headersOf(`badges-${event.slug}.pdf`) });
    })
    .openapi(contract.printCompanies, async (c) => {
      const language = c.get("language");
      const { event, tickets } = await arrivalsOf(c.get("actor"), c.req.valid("param").id);
      const when = event.starts_at
        .toZonedDateTimeISO(event.time_zone)
        .toLocaleString(locale(language), { dateStyle: "full", timeStyle: "short" });
      const given = { title: titleIn(event.titles, language), when, madeAt: installation.now(), language };
      return new Response(await companiesPdf(tickets, given), { headers: headersOf(`companies-${event.slug}.pdf`) });
    });
}

function headersOf(name: string): Record<string, string> {
  return {
    "content-type": "application/pdf",
    "content-disposition": `inline; filename="${name}"`,
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  };
}
