import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import type { OrganizationsApi } from "../../../organizations/routes.ts";
import { mayRunCall } from "../../policy.ts";
import { callWords } from "../call-words.ts";
import { buildWords } from "./build-words.ts";
import { firstWritten } from "./call-written.ts";
import { formOptions } from "./form-options.ts";
import { makeCall } from "./new-call-action.ts";
import { CallForm } from "./parts/call-form.tsx";
import { FormPreview, previewed } from "./parts/form-preview.tsx";
import { FormTop } from "./parts/form-top.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.organization ?? "" };
  const organization = await read(client<OrganizationsApi>(visit).organizations[":id"].$get({ param }));
  if (!mayRunCall(visit.actor, organization.id)) throw new Response(null, { status: 404 });
  const { id, slug, name } = organization;
  return { organization: { slug, name }, options: await formOptions(visit, { id, slug, name }) };
}

export function action(given: ActionFunctionArgs) {
  return makeCall(given);
}

/** Where those who manage an organization make a call: what, until when, who may apply, the form, and how it is judged. */
export default function NewCall() {
  const { organization, options } = useLoaderData<typeof loader>();
  const standing = useActionData<typeof action>();
  const { language } = useShell();
  const text = buildWords[language];
  const written = standing?.written ?? firstWritten();
  const isRefused = standing?.problem !== undefined || (standing?.errors.length ?? 0) > 0;
  return (
    <Page title={isRefused ? `${text.error}: ${text.newTitle}` : text.newTitle} area={{ kind: "public" }}>
      <div className="frame">
        <Crumbs
          trail={[
            { label: callWords[language].calls, href: `/${language}/calls?organization=${organization.slug}` },
            { label: text.newTitle },
          ]}
          language={language}
        />
        <div className="form-page">
          <div>
            <h1>{text.newTitle}</h1>
            <p className="lead">{text.newLead({ name: organization.name })}</p>
            <FormTop standing={standing} language={language} />
            <CallForm
              key={JSON.stringify(written)}
              form={{ written, errors: standing?.errors ?? [], language }}
              {...options}
              asksJury
              usualAct="draft"
              buttons={
                <>
                  <button type="submit" className="button" name="act" value="draft">
                    {text.draft}
                  </button>
                  <button type="submit" className="button lit" name="act" value="publish">
                    {text.publish}
                  </button>
                </>
              }
            />
            {standing?.isPreview && (
              <FormPreview
                questions={previewed(written, [])}
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
