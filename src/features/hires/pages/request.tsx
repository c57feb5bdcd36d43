import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import type { Written } from "../../../interface/form-values.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { HireApi } from "../routes.ts";
import { Estimate } from "./parts/estimate.tsx";
import { Refusal } from "./parts/refusal.tsx";
import { requestErrors, requestLabels } from "./parts/request-errors.ts";
import { RequestForm } from "./parts/request-form.tsx";
import { carryOut, estimateOf } from "./request-action.ts";
import { requestWords } from "./request-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const id = given.params.space ?? "";
  const offer = await read(client<HireApi>(visit).spaces[":id"]["hire-offer"].$get({ param: { id } }));
  const { searchParams } = new URL(given.request.url);
  // what somebody was looking for elsewhere comes along: ?room=&day=&from=&to=&people=
  const written: Written = { timeZone: [offer.space.timeZone] };
  for (const name of ["room", "day", "from", "to", "people"]) {
    const values = searchParams.getAll(name);
    if (values.length > 0) written[name] = values;
  }
  const estimate = offer.abilities.ask ? await estimateOf(visit, id, written) : undefined;
  return { offer, written, estimate, today: dayIn(visit.now, offer.space.timeZone), isSent: searchParams.has("sent") };
}

export function action(given: ActionFunctionArgs) {
  return carryOut(given);
}

/** Where somebody who is no member asks to hire a room: what, when and who, with the price as it is filled in. */
export default function RequestPage() {
  const { offer, written, estimate, today, isSent } = useLoaderData<typeof loader>();
  const shown = useActionData<typeof action>();
  const { language } = useShell();
  const text = requestWords[language];
  const { space } = offer;
  const title = text.titleAt({ space: space.name });
  const errors = shown?.problem ? requestErrors(shown.problem, shown.written, language) : [];
  const path = `/${language}/spaces/${space.slug}`;
  const wasSent = isSent && !shown;
  return (
    <Page
      title={shown?.problem ? `${text.error}: ${title}` : title}
      description={text.lead}
      path={`/spaces/${space.slug}/request`}
      area={{ kind: "public" }}
      scripts={["hire-request"]}
    >
      <div className={offer.abilities.ask && !wasSent ? "frame" : "frame page-end"}>
        <Crumbs
          trail={[{ label: text.spaces, href: `/${language}/spaces` }, { label: space.name, href: path }, { label: text.title }]}
          language={language}
        />
        <div className="page-head">
          <div>
            <h1>{title}</h1>
            {offer.abilities.ask && !wasSent && <p className="lead">{text.lead}</p>}
          </div>
        </div>
        {wasSent && (
          <Notice kind="light" role="status" title={text.sent}>
            <p>{text.sentAbout}</p>
            <p>{text.notCome}</p>
            <p className="buttons">
              <a href={path}>{text.toSpace({ space: space.name })}</a>
              <a href={`${path}/request`}>{text.again}</a>
            </p>
          </Notice>
        )}
        {offer.abilities.ask ? (
          !wasSent && (
            <>
              <Refusal
                problem={shown?.problem}
                errors={errors}
                labels={requestLabels(language)}
                title={text.couldNot}
                language={language}
              />
              <RequestForm
                offer={offer}
                written={shown?.written ?? written}
                errors={errors}
                today={today}
                path={`${path}/request`}
                language={language}
              >
                <aside className="side">
                  <section className="room panel stack close" id="estimate" aria-live="polite">
                    <Estimate estimate={shown ? shown.estimate : estimate} language={language} />
                  </section>
                </aside>
              </RequestForm>
            </>
          )
        ) : (
          <Notice kind="note" title={text.notHired}>
            <p>
              <a href={path}>{text.toSpace({ space: space.name })}</a>
            </p>
          </Notice>
        )}
      </div>
    </Page>
  );
}
