import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { client, read, readAll } from "../../../../interface/api-client.ts";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { dayIn } from "../../../../platform/time/day.ts";
import type { CertificationApi } from "../../certifications/routes.ts";
import { valuesOf } from "../../pages/settings/values.ts";
import type { SpaceApi } from "../../routes.ts";
import { textIn } from "../../text-in.ts";
import type { ResourceApi } from "../routes.ts";
import type { Resource } from "../shapes.ts";
import { carryOut, resourcesOf } from "./carry-out.ts";
import { fieldLabels } from "./field-labels.ts";
import { AddResource } from "./parts/add-resource.tsx";
import { OutOfUse } from "./parts/out-of-use.tsx";
import { ResourceConflict } from "./parts/resource-conflict.tsx";
import { ResourceForm } from "./parts/resource-form.tsx";
import { ResourceList } from "./parts/resource-list.tsx";
import { StandingBookings } from "./parts/standing-bookings.tsx";
import { errorsOf, fieldId } from "./refused-fields.ts";
import { resourceWords } from "./resource-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const space = await read(client<SpaceApi>(visit).spaces[":id"].$get({ param: { id: given.params.space ?? "" } }));
  if (!space.abilities.edit) throw new Response(null, { status: 404 });
  const [resources, certifications] = await Promise.all([
    resourcesOf(client<ResourceApi>(visit), space.slug),
    readAll((page) => client<CertificationApi>(visit).certifications.$get({ query: page })),
  ]);
  const { searchParams } = new URL(given.request.url);
  const asked = searchParams.get("resource");
  const chosen = resources.find(({ id }) => id === asked);
  if (asked && !chosen) throw new Response(null, { status: 404 });
  const own = certifications.filter(({ id, organization }) => organization.id === space.organization.id || id === chosen?.certificationId);
  return { space, resources, chosen, own, done: searchParams.get("done"), today: dayIn(visit.now, space.timeZone) };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const space = given.params.space ?? "";
  const outcome = await carryOut(client<ResourceApi>(visit), space, valuesOf(await given.request.formData()));
  if (!("did" in outcome)) return data(outcome, { status: outcome.problem.status });
  const { did, id } = outcome;
  const isOfList = did === "up" || did === "down";
  const query = new URLSearchParams({ ...(!isOfList && { resource: id }), done: did });
  return redirect(`/${visit.language}/spaces/${space}/resources?${query}${isOfList ? `#${id}` : ""}`, 303);
}

type Shown = Awaited<ReturnType<typeof loader>>;

/** What can be booked in a house: its list, or one of it with all its rules. */
export default function Resources() {
  const shown = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = resourceWords[language];
  const { space, chosen, done } = shown;
  const path = `/${language}/spaces/${space.slug}/resources`;
  const title = chosen ? chosen.name : text.title;
  const errors = refused ? errorsOf(refused, language) : [];
  const labels = Object.fromEntries(
    Object.entries(fieldLabels(language)).map(([name, label]) => [fieldId(refused?.act ?? "", name), label]),
  );
  const said = (text.done as Record<string, string | undefined>)[done ?? ""];
  return (
    <Page title={refused ? `${text.error}: ${title}` : `${title} · ${space.name}`} area={{ kind: "manager", space }} current="settings">
      <div className="frame page-end">
        <div className="page-head">
          <div>
            {chosen && <Crumbs trail={[{ label: text.title, href: path }, { label: chosen.name }]} language={language} />}
            <h1>{title}</h1>
            <p className="lead">{chosen ? text.kinds[chosen.kind] : text.lead}</p>
          </div>
          <p>
            <a href={`/${language}/spaces/${space.slug}/calendar`}>{text.back}</a>
            <br />
            <a href={`/${language}/spaces/${space.slug}/settings`}>{text.settings}</a>
          </p>
        </div>
        <div className="stack">
          <ErrorSummary errors={errors} labels={labels} language={language} />
          {refused && <StandingBookings problem={refused.problem} space={space} language={language} />}
          {said && !refused && <Notice kind="good" role="status" title={said} />}
        </div>
        {chosen ? <OneResource shown={shown} chosen={chosen} path={path} /> : <AllResources shown={shown} path={path} />}
      </div>
    </Page>
  );
}

function AllResources({ shown, path }: { shown: Shown; path: string }) {
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = resourceWords[language];
  const { resources, today } = shown;
  return (
    <>
      {resources.length === 0 ? (
        <p className="section-s">{text.none}</p>
      ) : (
        <ResourceList resources={resources} today={today} path={path} language={language} />
      )}
      <AddResource
        written={refused?.act === "add" ? refused.written : undefined}
        errors={refused ? errorsOf(refused, language) : []}
        isOpen={refused?.act === "add" || resources.length === 0}
        path={path}
        language={language}
      />
    </>
  );
}

function OneResource({ shown, chosen, path }: { shown: Shown; chosen: Resource; path: string }) {
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = resourceWords[language];
  const errors = refused ? errorsOf(refused, language) : [];
  const choices = {
    wholes: shown.resources
      .filter(({ id, kind, inUseUntil }) => id !== chosen.id && kind !== "desk_pool" && (inUseUntil === null || id === chosen.partOf))
      .map(({ id, name }) => ({ value: id, label: name })),
    certifications: shown.own.flatMap(({ id, names, levels }) =>
      Array.from({ length: levels }, (_, at) => {
        const name = textIn(names, language)?.text ?? "";
        return { value: `${id}:${at + 1}`, label: levels === 1 ? name : text.level({ name, level: at + 1 }) };
      }),
    ),
  };
  const theirs = refused?.problem.status === 412 ? (refused.problem.details?.current as Resource | undefined) : undefined;
  const of = { errors, path, language };
  return (
    <div className="one-resource stack">
      {refused && theirs ? (
        <ResourceConflict mine={refused.written} theirs={theirs} choices={choices} path={path} language={language} />
      ) : (
        <>
          <ResourceForm
            {...of}
            key={chosen.version}
            resource={chosen}
            written={refused?.act === "save" ? refused.written : undefined}
            choices={choices}
          />
          <OutOfUse {...of} resource={chosen} today={shown.today} written={refused?.act === "retire" ? refused.written : undefined} />
        </>
      )}
    </div>
  );
}
