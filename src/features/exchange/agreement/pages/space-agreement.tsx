import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../../interface/api-client.ts";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { dateWithYear } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { addDays, dayIn } from "../../../../platform/time/day.ts";
import type { AgreementApi } from "../routes.ts";
import { agreementWords } from "./agreement-words.ts";
import { ChangesView } from "./parts/changes-view.tsx";
import { TermsList, VersionText } from "./parts/version-view.tsx";

const done = ["acceptedNow", "leftNow"] as const;

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const agreements = await read(client<AgreementApi>(visit).spaces[":id"].agreements.$get({ param: { id: given.params.space ?? "" } }));
  const { searchParams } = new URL(given.request.url);
  return { ...agreements, today: dayIn(visit.now, "Europe/Oslo"), done: done.find((one) => searchParams.has(one)) };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const space = client<AgreementApi>(visit).spaces[":id"];
  const id = given.params.space ?? "";
  const form = await given.request.formData();
  const typed = (name: string) => String(form.get(name) ?? "");
  const query = { network: typed("network") };
  const isLeaving = typed("doing") === "leave";
  const { problem } = isLeaving
    ? await attempt(
        space["agreement-withdrawal"].$put({
          param: { id },
          query,
          json: { from: typed("from"), ...(typed("reason") && { reason: typed("reason") }) },
        }),
      )
    : await attempt(space["agreement-acceptances"][":version"].$put({ param: { id, version: typed("version") }, query }));
  if (problem) return data({ problem, from: typed("from"), reason: typed("reason") }, { status: problem.status });
  return redirect(`/${visit.language}/spaces/${id}/agreement?${isLeaving ? "leftNow" : "acceptedNow"}`, 303);
}

/** The agreement for who runs a house: read, accept, leave. */
export default function SpaceAgreement() {
  const { space, items, today, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const words = agreementWords[language];
  const path = `/${language}/spaces/${space.slug}/agreement`;
  const errors = refused ? (refused.problem.errors ?? [{ field: "from", message: refused.problem.title }]) : [];
  const errorOf = (name: string) => {
    const error = errors.find(({ field }) => field === name)?.message;
    return error === undefined ? {} : { error };
  };
  return (
    <Page title={refused ? `${words.error}: ${words.title}` : words.title} area={{ kind: "manager", space }} current="guests">
      <div className="frame">
        <div className="page-head">
          <h1>{words.title}</h1>
          {items.length === 0 && <p className="lead">{words.noAgreement}</p>}
        </div>
        <ErrorSummary errors={errors} labels={{ from: words.leaveFrom, reason: words.why }} language={language} />
        {done && <Notice kind="good" role="status" title={words[done]} />}
        {items.map(({ network, inForce, coming, acceptances, takesPart, asked }) => {
          const leaving = acceptances[0]?.withdrawnOn;
          const versions = [...(inForce ? [inForce] : []), ...coming];
          return (
            <section key={network.id} className="stack section-s" aria-labelledby={`of-${network.slug}`}>
              <h2 id={`of-${network.slug}`}>{network.name}</h2>
              <p className="lead">
                {takesPart ? words.yourHouseIn : words.yourHouseOut}{" "}
                {leaving && leaving > today && words.leaves(dateWithYear(leaving, language))}
              </p>
              {versions
                .filter(({ version }) => asked.includes(version))
                .map((version) => (
                  <Notice key={version.version} kind={version === inForce ? "care" : "light"} title={words.asked(version.version)}>
                    <p>{version === inForce ? words.askedInForce : words.askedComing(dateWithYear(version.validFrom, language))}</p>
                    {inForce && version !== inForce && <ChangesView before={inForce} after={version} language={language} />}
                    <form className="buttons" method="post" action={path}>
                      <input type="hidden" name="network" value={network.slug} />
                      <input type="hidden" name="version" value={version.version} />
                      <button className="button lit" type="submit" name="doing" value="accept">
                        {words.accept(version.version)}
                      </button>
                    </form>
                  </Notice>
                ))}
              {inForce && (
                <div className="reading">
                  <div className="stack close">
                    <p className="soft">{words.inForce({ version: inForce.version, from: dateWithYear(inForce.validFrom, language) })}</p>
                    <VersionText version={inForce} language={language} />
                    <p>
                      <a href={`/${language}/networks/${network.slug}/agreement`}>{words.readWhole}</a>
                    </p>
                  </div>
                  <div>
                    <h3>{words.terms}</h3>
                    <TermsList version={inForce} language={language} />
                  </div>
                </div>
              )}
              {takesPart && (
                <details open={refused !== undefined}>
                  <summary>{words.leave}</summary>
                  <form className="form" method="post" action={path} noValidate>
                    <p>{words.leaveLead}</p>
                    <input type="hidden" name="network" value={network.slug} />
                    <TextField
                      name="from"
                      label={words.leaveFrom}
                      type="date"
                      width="s"
                      language={language}
                      min={addDays(today, 1)}
                      defaultValue={refused?.from ?? ""}
                      {...errorOf("from")}
                    />
                    <TextField
                      name="reason"
                      label={words.why}
                      language={language}
                      isOptional
                      maxLength={500}
                      defaultValue={refused?.reason ?? ""}
                      {...errorOf("reason")}
                    />
                    <button className="button" type="submit" name="doing" value="leave">
                      {words.leaveButton}
                    </button>
                  </form>
                </details>
              )}
            </section>
          );
        })}
      </div>
    </Page>
  );
}
