import type { client } from "../../../../interface/api-client.ts";
import { clock } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { VisitorApi } from "../../routes.ts";
import { awayWords } from "../away-words.ts";
import { visitorWords } from "../words.ts";

type Api = ReturnType<typeof client<VisitorApi>>;
type Answer = Awaited<ReturnType<Api["visits"][":id"]["$get"]>>;
export type ShownVisit = Extract<Awaited<ReturnType<Answer["json"]>>, { state: string }>;

export function timeIn(moment: string, timeZone: string): string {
  return clock(Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone));
}

/** Where a visit stands, in words: "Inne · Kom 09:52 · Ikke meldt". */
export function stateInWords(visit: ShownVisit, language: Language): string {
  const text = visitorWords[language];
  const { timeZone } = visit.space;
  return [
    text.states[visit.state],
    visit.arrivedAt && text.arrivedAt(timeIn(visit.arrivedAt, timeZone)),
    visit.leftAt && text.leftAt(timeIn(visit.leftAt, timeZone)),
    !visit.isAnnounced && text.unexpected,
    visit.askedFor && awayWords[language].asksFor(visit.askedFor),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** What can be done about a visit: let in, sign out, print the badge, change. */
export function VisitActs({ visit, language }: { visit: ShownVisit; language: Language }) {
  const text = visitorWords[language];
  const { id, name, abilities } = visit;
  return (
    <div className="buttons">
      {abilities.letIn && (
        <form method="post">
          <input type="hidden" name="visit" value={id} />
          <button className="button small" type="submit" name="act" value="in" aria-label={text.letInThing({ name })}>
            {text.letIn}
          </button>
        </form>
      )}
      {abilities.signOut && (
        <form method="post">
          <input type="hidden" name="visit" value={id} />
          <button className="button small" type="submit" name="act" value="out" aria-label={text.signOutThing({ name })}>
            {text.signOut}
          </button>
        </form>
      )}
      {abilities.printBadge && (
        <a href={`/api/v1/visits/${id}.pdf?size=label&language=${language}`} aria-label={text.badgeThing({ name })}>
          {text.badge}
        </a>
      )}
      {abilities.change && (
        <a href={`/${language}/me/visitors/${id}`} aria-label={text.changeThing({ name })}>
          {text.change}
        </a>
      )}
    </div>
  );
}
