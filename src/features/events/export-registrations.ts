import { z } from "@hono/zod-openapi";
import { type AnyExport, exportRoutes, inParts, sheetExport } from "../../platform/http/sheet-export.ts";
import type { Installation } from "../../platform/installation.ts";
import { catalogue } from "../../platform/language/language.ts";
import { owedFile } from "./charges/export-owed.ts";
import { registrationStates, titleIn } from "./event.ts";
import { mayRunEvent } from "./policy.ts";
import { hostIdsOf, type RegistrationRow } from "./queries.ts";
import { answersOf } from "./questions/present.ts";
import type { AnswerValue, Question } from "./questions/question.ts";
import { readRegistrations, seeEvent } from "./read.ts";

/** Who has registered, and what is owed for it, as files by the rules of the lists. */
export function eventExports(installation: Installation) {
  return exportRoutes(installation, [registrationsFile(installation), owedFile(installation)]);
}

function registrationsFile({ db }: Installation): AnyExport {
  return sheetExport({
    path: "/events/{id}/registrations",
    tag: "events",
    summary: "Who has registered",
    permission: "host of the space",
    filters: z.object({ state: z.enum(registrationStates).optional() }),
    async read({ actor, id, language, filters: { state } }) {
      const words = texts[language];
      const after = (last: RegistrationRow | undefined): [string, string] | undefined => last && [last.registered_at.toString(), last.id];
      // refuses before the first row
      await readRegistrations(db, actor, id, { state, limit: 1, after: undefined });
      const { event, questions } = await seeEvent(db, actor, id);
      // what somebody is allergic to is for those who run it
      const asked = mayRunEvent(actor, hostIdsOf(event)) ? questions : [];
      return {
        name: "registrations",
        titles: [...words.titles, ...asked.map(({ label }) => titleIn(label, language))],
        rows: inParts<RegistrationRow, (string | number | null)[]>(
          (last, limit) => readRegistrations(db, actor, id, { state, limit: limit - 1, after: after(last) }),
          (row) => [
            row.holder,
            row.organization_name,
            row.type_name,
            row.quantity,
            words.states[row.state],
            row.registered_at.toZonedDateTimeISO(row.time_zone).toPlainDateTime().toString({ smallestUnit: "minute" }).replace("T", " "),
            row.tickets
              .map(({ holderName }) => holderName)
              .filter(Boolean)
              .join(", "),
            ...asked.map((question) => answersIn(row, question, words)),
          ],
        ),
      };
    },
  });
}

/** What was answered to a question, of each place in order when it is asked of each. */
function answersIn(row: RegistrationRow, { key, isOfPlace }: Question, words: Written): string | number | null {
  const { answers, tickets } = answersOf(row);
  const others = isOfPlace ? row.tickets.slice(1).map(({ id }) => tickets[id]?.[key]) : [];
  const given = [answers[key], ...others].filter((value) => value !== undefined);
  if (given.length === 1 && typeof given[0] === "number") return given[0];
  return given.map((value) => inText(value, words)).join("; ");
}

function inText(value: AnswerValue, words: Written): string {
  if (typeof value === "boolean") return value ? words.yes : words.no;
  return Array.isArray(value) ? value.join(", ") : String(value);
}

type Written = { yes: string; no: string };

const texts = catalogue({
  nb: {
    titles: ["Navn", "Organisasjon", "Billett", "Plasser", "Tilstand", "Påmeldt", "Navn på billettene"],
    states: { held: "Holdes", waiting: "Venter", confirmed: "Påmeldt", cancelled: "Gitt tilbake" },
    yes: "Ja",
    no: "Nei",
  },
  nn: {
    titles: ["Namn", "Organisasjon", "Billett", "Plassar", "Tilstand", "Påmeld", "Namn på billettane"],
    states: { held: "Blir halden", waiting: "Ventar", confirmed: "Påmeld", cancelled: "Gitt tilbake" },
    yes: "Ja",
    no: "Nei",
  },
  en: {
    titles: ["Name", "Organization", "Ticket", "Places", "State", "Registered", "Names on the tickets"],
    states: { held: "Held", waiting: "Waiting", confirmed: "Confirmed", cancelled: "Given back" },
    yes: "Yes",
    no: "No",
  },
});
