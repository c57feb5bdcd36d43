import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { municipalityChoices, withStanding } from "../../geography/parts.ts";
import { resourceWords } from "../resources/pages/resource-words.ts";
import type { SpaceApi } from "../routes.ts";
import { AmenitiesPart } from "./settings/amenities-part.tsx";
import { carryOut } from "./settings/carry-out.ts";
import { ConfirmContactForm, ContactPart } from "./settings/contact-part.tsx";
import { ExceptionsPart } from "./settings/exceptions-part.tsx";
import { namedError } from "./settings/field-names.ts";
import { HoursPart } from "./settings/hours-part.tsx";
import { messages } from "./settings/messages.ts";
import type { Part } from "./settings/outcome.ts";
import { titleOf } from "./settings/part-form.tsx";
import { PhotosPart } from "./settings/photos-part.tsx";
import { RulesPart } from "./settings/rules-part.tsx";
import { ArrivalPart, DutiesPart, FactsPart, TextsPart } from "./settings/text-parts.tsx";

const parts = ["facts", "texts", "hours", "exceptions", "amenities", "photos", "rules", "arrival", "duties", "contact"] as const;

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const api = client<SpaceApi>(visit);
  const param = { id: given.params.space ?? "" };
  const space = await read(api.spaces[":id"].$get({ param }));
  if (!space.abilities.edit) throw new Response(null, { status: 404 });
  const settings = await read(api.spaces[":id"].settings.$get({ param }));
  const { searchParams } = new URL(given.request.url);
  const municipalities = withStanding(await municipalityChoices(visit), space.municipality);
  return { municipalities, current: { ...settings, ...space }, saved: searchParams.get("saved"), removing: searchParams.get("remove") };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const id = given.params.space ?? "";
  const outcome = await carryOut(client<SpaceApi>(visit), id, await given.request.formData());
  if (!("saved" in outcome)) return data(outcome, { status: outcome.theirs ? 412 : outcome.oneMore ? 200 : 422 });
  const part = outcome.saved === "confirmation" ? "contact" : outcome.saved;
  return redirect(`/${visit.language}/spaces/${id}/settings?saved=${part}#${part}`, 303);
}

export default function Settings() {
  const { municipalities, current, saved, removing } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { language } = useShell();
  const words = messages[language];
  const path = `/${language}/spaces/${current.slug}/settings`;
  const errors = outcome?.errors ?? [];
  const of = (part: Part) => ({
    current,
    outcome: outcome?.part === part ? outcome : undefined,
    isSaved: saved === part && !outcome,
    path,
    language,
  });
  const isStopped = errors.length > 0 || outcome?.theirs !== undefined;
  return (
    <Page title={isStopped ? `${words.error}: ${words.title}` : words.title} area={{ kind: "manager", space: current }} current="settings">
      <div className="frame">
        <div className="page-head">
          <div>
            <h1>{words.title}</h1>
            <p className="lead">{words.lead}</p>
          </div>
          <p>
            <a href={`/${language}/spaces/${current.slug}`}>{words.seePage}</a>
            <br />
            <a href={`/${language}/spaces/${current.slug}/resources`}>{resourceWords[language].title}</a>
            <br />
            <a href={`/${language}/spaces/${current.slug}/displays`}>{words.displays}</a>
            <br />
            <a href={`/${language}/spaces/${current.slug}/visitors/terms`}>{words.visitors}</a>
          </p>
        </div>
        <ErrorSummary errors={errors.map((error) => namedError(error, language))} language={language} />
        <nav aria-label={words.parts}>
          <ul className="chips">
            {parts.map((part) => (
              <li key={part}>
                <a className="chip" href={`#${part}`}>
                  {titleOf(part, language)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="parts">
          <FactsPart {...of("facts")} municipalities={municipalities} />
          <TextsPart {...of("texts")} />
          <HoursPart {...of("hours")} />
          <ExceptionsPart {...of("exceptions")} />
          <AmenitiesPart {...of("amenities")} />
          <PhotosPart {...of("photos")} removing={removing} />
          <RulesPart {...of("rules")} />
          <ArrivalPart {...of("arrival")} />
          <DutiesPart {...of("duties")} />
          <ContactPart {...of("contact")} />
          <ConfirmContactForm path={path} />
        </div>
      </div>
    </Page>
  );
}
