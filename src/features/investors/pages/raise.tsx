import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextareaField } from "../../../interface/components/text-field.tsx";
import { oneOf, writtenIn } from "../../../interface/form-values.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { IntroductionApi } from "../introductions/routes.ts";
import { interestStates } from "../raises/interest-states.ts";
import type { InvestorApi } from "../routes.ts";
import { closingByForm } from "./closing-action.ts";
import { Closings, closingFields, EnterClosing } from "./parts/closings.tsx";
import { Outcome } from "./parts/saved.tsx";
import { nameOf, Reasons, Sees, Told } from "./parts/told.tsx";
import { raiseWords } from "./raise-words.ts";
import { formAgain } from "./refused-form.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.raise ?? "" };
  const [told, introductions, closings] = await Promise.all([
    read(client<InvestorApi>(visit).raises[":id"].$get({ param })),
    read(client<IntroductionApi>(visit).introductions.$get({ query: { raise: param.id, limit: "50" } })),
    attempt(client<IntroductionApi>(visit).raises[":id"].closings.$get({ param })),
  ]);
  const own = introductions.items.find(
    ({ investor, state }) => investor.profileId === told.profileId && ["asked", "introduced"].includes(state),
  );
  const isSaved = new URL(given.request.url).searchParams.has("saved");
  return { told, introduction: own ? { id: own.id } : null, closings: closings.done?.items ?? [], isSaved };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const id = given.params.raise ?? "";
  const written = writtenIn(await given.request.formData());
  const profile = oneOf(written, "profile");
  const act = oneOf(written, "act");
  if (act === "enter") {
    const { problem } = await closingByForm(visit, id, written, "investor");
    if (problem) return data({ problem, written }, { status: problem.status });
  } else if (act === "ask") {
    const note = oneOf(written, "note");
    const json = { side: "investor" as const, profile, ...(note && { note }) };
    const { problem, done } = await attempt(client<IntroductionApi>(visit).raises[":id"].introductions.$post({ param: { id }, json }));
    if (problem) return data({ problem, written }, { status: problem.status });
    return redirect(`/${visit.language}/introductions/${done.id}`, 303);
  } else {
    const state = interestStates.find((one) => one === act) ?? null;
    const json = { profile, state, note: oneOf(written, "note") };
    const { problem } = await attempt(client<InvestorApi>(visit).raises[":id"].interest.$put({ param: { id }, json }));
    if (problem) return data({ problem, written }, { status: problem.status });
  }
  return redirect(`/${visit.language}/raises/${id}?saved`, 303);
}

/** A raise as one is told it, and what an investor does about it. */
export default function Raise() {
  const { told, introduction, closings, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, today } = useShell();
  const text = raiseWords[language];
  const name = nameOf(told, language);
  const isInvestor = told.profileId !== null;
  const [asking, thinking] = [formAgain(refused, { act: "ask" }), formAgain(refused, { act: interestStates })];
  return (
    <Page title={refused ? `${text.error}: ${name}` : name} area={{ kind: "investor" }} current="raises">
      <div className="frame section-s stack">
        <Crumbs trail={[{ label: text.raises, href: `/${language}/raises` }, { label: name }]} language={language} />
        <div className="page-head">
          <div>
            <p className="small soft">{text.inNetwork({ network: told.network.name })}</p>
            <h1>{name}</h1>
            <p>
              <Sees tier={told.tier} language={language} />
            </p>
          </div>
        </div>
        <Outcome problem={refused?.problem} isSaved={isSaved && !refused} {...closingFields(refused, language)} language={language} />
        {!isInvestor && <Notice kind="note" title={text.staffSees} />}
        <div className="reading">
          <div className="stack">
            <Told told={told} language={language} />
            {(closings.length > 0 || (isInvestor && told.names)) && (
              <section className="stack" aria-labelledby="closings">
                <h2 id="closings">{text.closings}</h2>
                <Closings closings={closings} abilities={{ confirm: false, strike: false }} refused={refused} language={language} />
                {isInvestor && told.names && (
                  <EnterClosing investors={[]} ownProfile={told.profileId} today={today} refused={refused} language={language} />
                )}
              </section>
            )}
          </div>
          <div className="stack">
            {told.match && (
              <section className="room padded" aria-labelledby="fits">
                <h2 id="fits">{text.fits}</h2>
                <Reasons match={told.match} about={text.fitsAbout} language={language} />
              </section>
            )}
            {isInvestor && (
              <section className="room padded" aria-labelledby="introduction">
                <h2 id="introduction">{text.askTitle}</h2>
                {introduction ? (
                  <>
                    <p>{text.asked}</p>
                    <p>
                      <a className="button" href={`/${language}/introductions/${introduction.id}`}>
                        {text.seeIntroduction}
                      </a>
                    </p>
                  </>
                ) : (
                  <form method="post" className="form">
                    <input type="hidden" name="profile" value={told.profileId ?? ""} />
                    <p>{text.askAbout}</p>
                    <TextareaField
                      {...asking.field("note")}
                      id="greeting"
                      label={text.askNote}
                      isOptional
                      maxLength={2000}
                      language={language}
                    />
                    <button className="button lit" type="submit" name="act" value="ask">
                      {text.ask}
                    </button>
                  </form>
                )}
              </section>
            )}
            {isInvestor && (
              <section className="room padded" aria-labelledby="interest">
                <h2 id="interest">{text.interest}</h2>
                {told.interest && <p>{text[told.interest.state]}</p>}
                <form method="post" className="form">
                  <input type="hidden" name="profile" value={told.profileId ?? ""} />
                  <p className="small soft">{text.interestAbout}</p>
                  <TextareaField
                    {...thinking.field("note", told.interest?.note ?? "")}
                    id="own-note"
                    label={text.note}
                    isOptional
                    maxLength={2000}
                    language={language}
                  />
                  <div className="buttons">
                    <button className="button" type="submit" name="act" value="following">
                      {text.follow}
                    </button>
                    <button className="button" type="submit" name="act" value="passed">
                      {text.pass}
                    </button>
                    {told.interest && (
                      <button className="button quiet" type="submit" name="act" value="forget">
                        {text.forget}
                      </button>
                    )}
                  </div>
                </form>
              </section>
            )}
          </div>
        </div>
      </div>
    </Page>
  );
}
