import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextareaField, TextField } from "../../../interface/components/text-field.tsx";
import { kronerOf, oneOf, oreOf, type Written, writtenIn } from "../../../interface/form-values.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { GeographyApi } from "../../geography/routes.ts";
import { sectors } from "../../organizations/parts.ts";
import { type Stage, stages } from "../raises/raise.ts";
import type { InvestorApi } from "../routes.ts";
import { stageWords } from "../stage-words.ts";
import { introductionWords } from "./introduction-words.ts";
import { BoxesField } from "./parts/boxes-field.tsx";
import { InvestorFacts } from "./parts/investor-facts.tsx";
import { Outcome } from "./parts/saved.tsx";
import { profileWords } from "./profile-words.ts";
import { pageField } from "./raise-fields.ts";
import { raiseWords } from "./raise-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.profile ?? "" };
  const [profile, counties] = await Promise.all([
    read(client<InvestorApi>(visit)["investor-profiles"][":id"].$get({ param })),
    read(client<GeographyApi>(visit).counties.$get({ query: {} })),
  ]);
  return { profile, counties: counties.items, isSaved: new URL(given.request.url).searchParams.has("saved") };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.profile ?? "" };
  const written = writtenIn(await given.request.formData());
  const of = client<InvestorApi>(visit)["investor-profiles"][":id"];
  if (oneOf(written, "act") === "end") {
    const { problem } = await attempt(of.ending.$put({ param }));
    if (problem) return data({ problem, written }, { status: problem.status });
    return redirect(`/${visit.language}/raises`, 303);
  }
  const header = { "if-match": oneOf(written, "version") || "*" };
  const { problem } = await attempt(of.$patch({ param, header, json: changeOf(written) }));
  if (problem) return data({ problem, written }, { status: problem.status });
  return redirect(`/${visit.language}/investor-profiles/${param.id}?saved`, 303);
}

/** What an investor looks for: written by itself, read by startups that choose whom to tell. */
export default function Profile() {
  const { profile, counties, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = profileWords[language];
  const title = text.profileOf({ name: profile.organization.name });
  const errors = (refused?.problem.errors ?? []).map(({ field, message }) => ({ field: pageField(field), message }));
  const before = refused?.written;
  const value = (name: string, stored: string) => (before ? oneOf(before, name) : stored);
  const chosen = (name: string, stored: readonly string[]) => (before ? (before[name] ?? []) : stored);
  const {
    ticketFrom,
    ticketTo,
    stages: stagesLabel,
    sectors: sectorsLabel,
    counties: countiesLabel,
    looksFor,
    avoids,
    name,
    email,
    phone,
  } = text;
  const labels = {
    ...{ ticketFromOre: ticketFrom, ticketToOre: ticketTo, stages: stagesLabel, sectors: sectorsLabel, counties: countiesLabel },
    ...{ looksFor, avoids, contactName: name, contactEmail: email, contactPhone: phone },
  };
  const field = (name: keyof typeof labels, stored: string | null) => {
    const error = errors.find((one) => one.field === name)?.message;
    return { name, label: labels[name], defaultValue: value(name, stored ?? ""), language, ...(error !== undefined && { error }) };
  };
  const kroner = (ore: number | null) => (ore === null ? "" : kronerOf(ore));
  return (
    <Page title={refused ? `${raiseWords[language].error}: ${title}` : title} area={{ kind: "investor" }}>
      <div className="frame">
        <Crumbs trail={[{ label: raiseWords[language].raises, href: `/${language}/raises` }, { label: title }]} language={language} />
        <div className="form-page">
          <div>
            <h1>{title}</h1>
            <p className="lead">{text.lead({ network: profile.network.name })}</p>
            {profile.hasEnded && <Notice kind="note" title={text.hasEnded} />}
            <ErrorSummary errors={errors} labels={labels} language={language} />
            {errors.length === 0 && <Outcome problem={refused?.problem} isSaved={isSaved && !refused} language={language} />}
            {!profile.abilities.edit && <InvestorFacts investor={profile} counties={counties} language={language} />}
            {profile.abilities.edit && (
              <form method="post" className="form" noValidate>
                <input type="hidden" name="version" value={`"${profile.version}"`} />
                <p className="small soft">{text.open}</p>
                <TextField {...field("ticketFromOre", kroner(profile.ticketFromOre))} width="s" isOptional inputMode="numeric" />
                <TextField {...field("ticketToOre", kroner(profile.ticketToOre))} width="s" isOptional inputMode="numeric" />
                <BoxesField
                  name="stages"
                  label={labels.stages}
                  options={stages.map((stage) => ({ value: stage, label: stageWords[language][stage] }))}
                  chosen={chosen("stages", profile.stages)}
                />
                <BoxesField
                  name="sectors"
                  label={labels.sectors}
                  options={Object.entries(sectors).map(([sector, names]) => ({ value: sector, label: names[language] }))}
                  chosen={chosen("sectors", profile.sectors)}
                />
                <BoxesField
                  name="counties"
                  label={labels.counties}
                  options={counties.map(({ number, nameNo }) => ({ value: number, label: nameNo }))}
                  chosen={chosen("counties", profile.counties)}
                />
                <TextareaField {...field("looksFor", profile.looksFor)} isOptional maxLength={2000} />
                <TextareaField {...field("avoids", profile.avoids)} isOptional maxLength={2000} />
                {profile.abilities.editContact && (
                  <>
                    <h2>{text.contact}</h2>
                    <p className="small soft">{text.contactAbout}</p>
                    <TextField {...field("contactName", profile.contact?.name ?? "")} maxLength={120} isOptional />
                    <TextField {...field("contactEmail", profile.contact?.email ?? "")} type="email" maxLength={254} isOptional />
                    <TextField {...field("contactPhone", profile.contact?.phone ?? "")} type="tel" maxLength={40} isOptional />
                  </>
                )}
                <button className="button lit" type="submit">
                  {text.save}
                </button>
              </form>
            )}
            {profile.abilities.end && (
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
            <p>
              <a href={`/${language}/introductions`}>{introductionWords[language].introductions}</a>
            </p>
          </div>
        </div>
      </div>
    </Page>
  );
}

function changeOf(written: Written) {
  const limit = (name: string) => (oneOf(written, name) === "" ? null : oreOf(oneOf(written, name)));
  const [name, email, phone] = [oneOf(written, "contactName"), oneOf(written, "contactEmail"), oneOf(written, "contactPhone")];
  return {
    ticketFromOre: limit("ticketFromOre"),
    ticketToOre: limit("ticketToOre"),
    stages: (written.stages ?? []) as Stage[],
    sectors: written.sectors ?? [],
    counties: written.counties ?? [],
    looksFor: oneOf(written, "looksFor"),
    avoids: oneOf(written, "avoids"),
    ...((name || email || phone) && { contact: { name, email, ...(phone && { phone }) } }),
  };
}
