import { type LoaderFunctionArgs, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { money } from "../../../interface/format.ts";
import { inLanguage } from "../../../interface/in-language.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { InvestorApi } from "../routes.ts";
import { stageWords } from "../stage-words.ts";
import { bandInWords, nameOf, Reasons, Sees } from "./parts/told.tsx";
import { profileWords } from "./profile-words.ts";
import { raiseWords } from "./raise-words.ts";
import { recordWords } from "./record-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const cursor = new URL(given.request.url).searchParams.get("cursor");
  const [own, raises, profiles] = await Promise.all([
    read(client<InvestorApi>(visit).me.raises.$get()),
    read(client<InvestorApi>(visit).raises.$get({ query: { limit: "50", ...(cursor && { cursor }) } })),
    read(client<InvestorApi>(visit).me["investor-profiles"].$get()),
  ]);
  return { ...raises, own: own.items, profiles: profiles.items };
}

/** The raises one is told of, each as far as one may see it. */
export default function Raises() {
  const { own, items, nextCursor, profiles } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = raiseWords[language];
  return (
    <Page title={text.raises} area={{ kind: "investor" }} current="raises">
      <div className="frame section-s stack">
        <div className="page-head">
          <div>
            <h1>{text.raises}</h1>
            <p className="lead">{text.raisesLead}</p>
          </div>
          <div className="buttons">
            {profiles.map(({ id, organization, network }) => (
              <a key={id} className="button" href={`/${language}/investor-profiles/${id}`}>
                {profileWords[language].profileOf({ name: organization.name })}
                {profiles.length > 1 && <span className="small soft"> {network.name}</span>}
              </a>
            ))}
          </div>
        </div>
        {own.length > 0 && (
          <section className="stack" aria-labelledby="own">
            <h2 id="own">{text.own}</h2>
            <ul className="plain-list">
              {own.map(({ id, organization, network, state }) => (
                <li key={id}>
                  <a href={`/${language}/raises/${id}/record`}>{organization.name}</a>{" "}
                  <span className="small soft">
                    {network.name} · {recordWords[language].states[state]}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        )}
        {items.length === 0 && own.length === 0 && (
          <StatePane state="empty" title={text.none}>
            <p>{text.noneAbout}</p>
          </StatePane>
        )}
        <ul className="raise-cards">
          {items.map((told) => (
            <li key={told.id} className="room padded">
              <h2 className="line-title">
                <a href={`/${language}/raises/${told.id}`}>{nameOf(told, language)}</a>
              </h2>
              <p>{inLanguage(told.summaries, language)}</p>
              <p className="small soft">
                {stageWords[language][told.stage]} · {told.names ? money(told.names.amountOre, language) : bandInWords(told.band, language)}{" "}
                · {text.inNetwork({ network: told.network.name })}
              </p>
              <p className="small">
                <Sees tier={told.tier} language={language} />
              </p>
              {told.hasEnded && <p className="small soft">{text.hasEnded}</p>}
              {told.interest && <p className="small soft">{text[told.interest.state]}</p>}
              {told.match && <Reasons match={told.match} language={language} />}
            </li>
          ))}
        </ul>
        {nextCursor && (
          <p>
            <a className="button" href={`?cursor=${encodeURIComponent(nextCursor)}`}>
              {text.more}
            </a>
          </p>
        )}
      </div>
    </Page>
  );
}
