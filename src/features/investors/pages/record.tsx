import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { client, read, readAll } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { oneOf, writtenIn } from "../../../interface/form-values.ts";
import { money } from "../../../interface/format.ts";
import { inLanguage } from "../../../interface/in-language.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { IntroductionApi } from "../introductions/routes.ts";
import type { InvestorApi } from "../routes.ts";
import { stageWords } from "../stage-words.ts";
import { introductionWords } from "./introduction-words.ts";
import { Closings, EnterClosing } from "./parts/closings.tsx";
import { ConsentLog } from "./parts/consent-log.tsx";
import { IntroductionLines } from "./parts/introduction-lines.tsx";
import { Preview } from "./parts/preview.tsx";
import { Outcome } from "./parts/saved.tsx";
import { WhoSees } from "./parts/who-sees.tsx";
import { raiseWords } from "./raise-words.ts";
import { recordByForm } from "./record-action.ts";
import { recordWords } from "./record-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const { searchParams } = new URL(given.request.url);
  const param = { id: given.params.raise ?? "" };
  const as = searchParams.get("as");
  const of = client<InvestorApi>(visit).raises[":id"];
  const [record, investors, introductions, closings, preview] = await Promise.all([
    read(of.record.$get({ param })),
    read(of.investors.$get({ param })),
    readAll((page) => client<IntroductionApi>(visit).introductions.$get({ query: { raise: param.id, ...page } })),
    read(client<IntroductionApi>(visit).raises[":id"].closings.$get({ param })),
    as === null ? null : read(of.preview.$get({ param, query: as === "network" ? {} : { profile: as } })),
  ]);
  const isSaved = searchParams.has("saved");
  return { record, investors: investors.items, introductions, closings: closings.items, preview, isSaved };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const id = given.params.raise ?? "";
  const written = writtenIn(await given.request.formData());
  const { problem } = await recordByForm(visit, id, written);
  if (problem) return data({ problem, written }, { status: problem.status });
  return redirect(`/${visit.language}/raises/${id}/record?saved#${oneOf(written, "anchor") || "top"}`, 303);
}

/** A raise for those who wrote it: who sees what, as whom one can see it, and what came of it. */
export default function Record() {
  const { record, investors, introductions, closings, preview, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, today } = useShell();
  const text = recordWords[language];
  const title = `${raiseWords[language].raises}: ${record.organization.name}`;
  const path = `/${language}/raises/${record.id}`;
  const isOpen = record.state !== "ended";
  return (
    <Page title={refused ? `${raiseWords[language].error}: ${title}` : title} area={{ kind: "investor" }} current="raises">
      <div className="frame section-s stack">
        <Crumbs
          trail={[
            { label: record.organization.name, href: `/${language}/organizations/${record.organization.slug}` },
            { label: text.ownRaises, href: `/${language}/organizations/${record.organization.slug}/raises` },
            { label: text.states[record.state] },
          ]}
          language={language}
        />
        <div className="page-head">
          <div>
            <p className="small soft">
              {record.network.name} · {text.states[record.state]}
            </p>
            <h1>{title}</h1>
            <p className="lead">{text.stateAbout[record.state]}</p>
          </div>
          {isOpen && (
            <div className="buttons">
              <a className="button" href={`${path}/edit`}>
                {text.editRaise}
              </a>
            </div>
          )}
        </div>
        <Outcome problem={refused?.problem} isSaved={isSaved && !refused} language={language} />
        <p>
          {inLanguage(record.summaries, language)}
          <br />
          <span className="small soft">
            {stageWords[language][record.stage]} · {money(record.amountOre, language)} ·{" "}
            {raiseWords[language].instruments[record.instrument]}
          </span>
        </p>
        {record.state === "draft" && (
          <form method="post" className="room padded">
            <p>{text.shareAbout}</p>
            <button className="button lit" type="submit" name="act" value="share">
              {text.share}
            </button>
          </form>
        )}
        {preview && <Preview preview={preview} isDraft={record.state === "draft"} path={`${path}/record`} language={language} />}
        <WhoSees record={record} investors={investors} introductions={introductions} path={`${path}/record`} language={language} />
        <section className="stack" aria-labelledby="introductions">
          <h2 id="introductions">{text.introductions}</h2>
          <IntroductionLines introductions={introductions} none={introductionWords[language].noneOfRaise} language={language} />
        </section>
        <section className="stack" aria-labelledby="closings">
          <h2 id="closings">{raiseWords[language].closings}</h2>
          <Closings closings={closings} abilities={{ confirm: true, strike: true }} refused={refused} language={language} />
          <EnterClosing
            investors={investors.map(({ investor }) => ({ id: investor.id, name: investor.organization.name }))}
            ownProfile={null}
            today={today}
            refused={refused}
            language={language}
          />
        </section>
        <ConsentLog consents={record.consents} language={language} />
        {record.state === "shared" && (
          <details>
            <summary>{text.end}</summary>
            <form method="post" className="form">
              <p>{text.endAbout}</p>
              <button className="button" type="submit" name="act" value="end">
                {text.end}
              </button>
            </form>
          </details>
        )}
      </div>
    </Page>
  );
}
