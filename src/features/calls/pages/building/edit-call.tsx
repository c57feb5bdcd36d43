import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import type { Written } from "../../../../interface/form-values.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import type { CallApi } from "../../routes.ts";
import type { VotingApi } from "../../voting/routes.ts";
import { callWords } from "../call-words.ts";
import { saidIn } from "../parts/said.tsx";
import { buildWords } from "./build-words.ts";
import { type ReadCall, standing as standingOf, writtenCall } from "./call-written.ts";
import { saveCall } from "./edit-call-action.ts";
import { formOptions } from "./form-options.ts";
import { CallForm } from "./parts/call-form.tsx";
import { FormPreview, previewed } from "./parts/form-preview.tsx";
import { FormTop } from "./parts/form-top.tsx";
import { standingParts } from "./parts/standing-parts.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.call ?? "" };
  const [call, ballot] = await Promise.all([
    read(client<CallApi>(visit).calls[":id"].$get({ param })),
    read(client<VotingApi>(visit).calls[":id"].ballot.$get({ param, query: {} })),
  ]);
  if (!call.abilities.run) throw new Response(null, { status: 404 });
  const named = call.eligibility.flatMap((rule) =>
    rule.kind === "member_of" ? [{ id: rule.organizationId, name: call.ruleNames[rule.organizationId] ?? "" }] : [],
  );
  const options = await formOptions(visit, call.organization, named);
  const own = call.event && { slug: call.event.slug, title: saidIn(call.event.title, visit.language) };
  const events = own && !options.events.some(({ slug }) => slug === own.slug) ? [own, ...options.events] : options.events;
  const did = new URL(given.request.url).searchParams.get("did") ?? "";
  return { call, options: { ...options, events }, hasVoteOpened: ballot.state !== "not_yet", did, now: visit.now.toString() };
}

export function action(given: ActionFunctionArgs) {
  return saveCall(given);
}

/** Where those who run a call change it. What stands by now is shown with the reason why. */
export default function EditCall() {
  const { call, options, hasVoteOpened, did, now } = useLoaderData<typeof loader>();
  const standing = useActionData<typeof action>();
  const { language } = useShell();
  const text = buildWords[language];
  const title = saidIn(call.title, language);
  const path = `/${language}/calls/${call.slug}`;
  const phasesBefore = standingOf(call).opened.length;
  const isConflict = standing?.problem?.status === 412;
  const written: Written = {
    ...(standing?.written ?? writtenCall(call as ReadCall)),
    // having seen that somebody else saved, one may save over it
    ...((!standing || isConflict) && { version: [String(call.version)] }),
  };
  const isRefused = standing?.problem !== undefined || (standing?.errors.length ?? 0) > 0;
  return (
    <Page title={isRefused ? `${text.error}: ${text.editTitle}` : `${text.editTitle} · ${title}`} area={{ kind: "public" }}>
      <div className="frame">
        <Crumbs
          trail={[
            { label: callWords[language].calls, href: `/${language}/calls?organization=${call.organization.slug}` },
            { label: title, href: path },
            { label: text.editTitle },
          ]}
          language={language}
        />
        <div className="form-page">
          <div>
            <h1>{text.editTitle}</h1>
            <p className="lead">{title}</p>
            {standing?.removed && <Notice kind="good" role="status" title={text.phaseRemoved} />}
            {!standing && text.did[did] && <Notice kind="good" role="status" title={text.did[did]} />}
            <FormTop standing={standing} phasesBefore={phasesBefore} language={language} />
            <CallForm
              key={JSON.stringify(written)}
              form={{ written, errors: standing?.errors ?? [], language }}
              {...options}
              standing={{
                ...standingParts({ call, hasVoteOpened, now, language }),
                phasesBefore,
              }}
              asksJury={false}
              usualAct="save"
              buttons={
                <>
                  <a className="button" href={`${path}/work`}>
                    {callWords[language].work}
                  </a>
                  <button type="submit" className={call.status === "draft" ? "button" : "button lit"} name="act" value="save">
                    {isConflict ? text.saveOver : text.save}
                  </button>
                  {call.status === "draft" && (
                    <button type="submit" className="button lit" name="act" value="publish">
                      {text.publish}
                    </button>
                  )}
                  <p className="small soft">{text.juryAt}</p>
                </>
              }
            />
            {standing?.isPreview && (
              <FormPreview
                questions={previewed(written, (call as ReadCall).questions)}
                needsOrganization={Object.keys(written).some((name) => name.startsWith("rules.") && written[name]?.some(Boolean))}
                isBlind={written.isBlind !== undefined}
                language={language}
              />
            )}
          </div>
        </div>
      </div>
    </Page>
  );
}
