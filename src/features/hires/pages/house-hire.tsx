import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { HireApi } from "../routes.ts";
import { carryOutForHouse, type Refused, type ShownHire } from "./hire-action.ts";
import { hireWords } from "./hire-words.ts";
import { Facts, History, Messages, momentOfHouse, timesOf } from "./parts/hire-parts.tsx";
import { PriceTable } from "./parts/price-table.tsx";
import { QuoteForm } from "./parts/quote-form.tsx";
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
            {refused && (
              <Notice kind="wrong" role="alert" title={text.couldNot}>
                <p>{refused.problem.errors?.[0]?.message ?? refused.problem.title}</p>
              </Notice>
            )}
            {did && !refused && <Notice kind="good" role="status" title={text.done} />}
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
                <form method="post" action={path}>
                  <button type="submit" name="act" value="take-back" className="button">
                    {text.takeBack}
                  </button>
                </form>
              )}
            </section>
            {availability && availability.rivals.length > 0 && (
              <Notice kind="care" title={text.rivals}>
                <ul>
                  {availability.rivals.map((rival) => (
                    <li key={rival.id}>
                      <a href={`${hires}/${rival.id}`}>{rival.purpose}</a>, {text.states[rival.state]},{" "}
                      {timesOf({ ...rival, space }, language)}
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
            {hire.abilities.cancel && (
              <No
                act="cancel"
                label={text.cancelHouse}
                title={text.cancelHouse}
                about={text.cancelHouseAbout}
                {...{ refused, path, language }}
              />
            )}
            <Messages {...part} path={path} written={refused?.act === "message" ? refused.written.text?.[0] : undefined} />
          </div>
          <aside className="side">
            <section>
              <Facts {...part} />
            </section>
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

type NoProps = {
  act: string;
  title: string;
  label: string;
  about?: string;
  refused: Refused | undefined;
  path: string;
  language: "nb" | "nn" | "en";
};

function No({ act, title, label, about, refused, path, language }: NoProps) {
  const isRefused = refused?.act === act;
  return (
    <details className="part" open={isRefused}>
      <summary>{title}</summary>
      <form method="post" action={path} className="form" noValidate>
        {about && <p>{about}</p>}
        <TextField
          name="reason"
          id={`${act}-reason`}
          label={hireWords[language].reason}
          maxLength={500}
          defaultValue={isRefused ? refused.written.reason?.[0] : undefined}
          {...(isRefused && { error: refused.problem.errors?.[0]?.message ?? refused.problem.title })}
          language={language}
        />
        <button type="submit" name="act" value={act} className="button">
          {label}
        </button>
      </form>
    </details>
  );
}
