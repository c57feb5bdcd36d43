import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { errorSummaryId } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { HireApi } from "../routes.ts";
import { carryOutForHouse, type ShownHire } from "./hire-action.ts";
import { hireWords } from "./hire-words.ts";
import { moveWords } from "./move-words.ts";
import { actErrors, actLabels } from "./parts/act-errors.ts";
import { Facts, History, Messages, momentOfHouse } from "./parts/hire-parts.tsx";
import { timesOf } from "./parts/hire-times.ts";
import { MoveForm } from "./parts/move-form.tsx";
import { No } from "./parts/no.tsx";
import { PriceTable } from "./parts/price-table.tsx";
import { QuoteForm } from "./parts/quote-form.tsx";
import { Refusal } from "./parts/refusal.tsx";
import { TermsText } from "./parts/terms.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const api = client<HireApi>(visit).hires[":id"];
  const param = { id: given.params.hire ?? "" };
  const hire = (await read(api.$get({ param }))) as ShownHire;
  if (hire.space.slug !== given.params.space) throw new Response(null, { status: 404 });
  const availability = hire.abilities.quote ? await read(api.availability.$get({ param })) : undefined;
  const did = new URL(given.request.url).searchParams.get("did");
  return { hire, availability, today: dayIn(visit.now, hire.space.timeZone), did };
}

export type HouseHireData = Awaited<ReturnType<typeof loader>>;

export function action(given: ActionFunctionArgs) {
  return carryOutForHouse(given);
}

/** One hire for the house: what is wanted, what is free, the quote, and what the two sides write. */
export default function HouseHire() {
  const { hire, availability, today, did } = useLoaderData<typeof loader>() as HouseHireData;
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = hireWords[language];
  const { space } = hire;
  const said = did === "move" ? moveWords[language].done : (text.done as Record<string, string | undefined>)[did ?? ""];
  const part = { hire, today, language };
  const hires = `/${language}/spaces/${space.slug}/hires`;
  const path = `${hires}/${hire.id}`;
  const state = hire.state === "unproven" ? "asked" : hire.state;
  return (
    <Page title={refused ? `${text.error}: ${hire.purpose}` : hire.purpose} area={{ kind: "manager", space }} current="calendar">
      <div className="frame">
        <Crumbs trail={[{ label: text.hires, href: hires }, { label: hire.purpose }]} language={language} />
        <div className="form-page">
          <div className="stack">
            <h1>{hire.purpose}</h1>
            {refused?.act !== "quote" && (
              <Refusal
                problem={refused?.problem}
                errors={actErrors(refused, language)}
                labels={actLabels(language)}
                title={text.couldNot}
                language={language}
              />
            )}
            {said && !refused && <Notice kind="good" role="status" title={said} />}
            <section className="room panel stack close" aria-labelledby="standing">
              <h2 id="standing">{text.states[hire.state]}</h2>
              <p>{text.aboutHouse[state]}</p>
              {hire.state === "quoted" && hire.quotedUntil && <p>{text.heldUntil({ moment: momentOfHouse(hire.quotedUntil, part) })}</p>}
              <p>
                <a href={`/${language}/spaces/${space.slug}/calendar?day=${dayIn(Temporal.Instant.from(hire.startsAt), space.timeZone)}`}>
                  {text.seeCalendar}
                </a>
              </p>
              {hire.abilities.takeBack && (
                <form method="post" action={`${path}#${errorSummaryId}`}>
                  <div className="buttons">
                    <button type="submit" name="act" value="take-back" className="button">
                      {text.takeBack}
                    </button>
                  </div>
                </form>
              )}
            </section>
            <Facts {...part} />
            {availability && availability.rivals.length > 0 && (
              <Notice kind="care" title={text.rivals}>
                <ul>
                  {availability.rivals.map((rival) => (
                    <li key={rival.id}>
                      <a href={`${hires}/${rival.id}`}>{rival.purpose}</a>, {text.states[rival.state]},{" "}
                      {timesOf({ ...rival, space }, today, language)}
                    </li>
                  ))}
                </ul>
              </Notice>
            )}
            {hire.lines.length > 0 && hire.state !== "asked" && (
              <section className="stack">
                <h2>{text.price}</h2>
                <PriceTable lines={hire.lines} total={hire.total} language={language} />
                {hire.discountReason && <p>{text.discount({ percent: String(hire.discountPercent), reason: hire.discountReason })}</p>}
              </section>
            )}
            {availability && <QuoteForm {...part} availability={availability} refused={refused} path={path} />}
            {hire.abilities.decline && (
              <No act="decline" label={text.declineButton} title={text.decline} {...{ refused, path, language }} />
            )}
            {hire.abilities.move && <MoveForm {...part} refused={refused} path={path} />}
            {hire.abilities.cancel && (
              <No
                act="cancel"
                label={text.cancelHouse}
                title={text.cancelHouse}
                about={text.cancelHouseAbout}
                {...{ refused, path, language }}
              />
            )}
            <Messages {...part} path={path} refused={refused} />
          </div>
          <aside className="side">
            <History {...part} />
            {hire.terms && (
              <details className="part">
                <summary>{text.terms}</summary>
                <TermsText terms={hire.terms} language={language} />
              </details>
            )}
          </aside>
        </div>
      </div>
    </Page>
  );
}
