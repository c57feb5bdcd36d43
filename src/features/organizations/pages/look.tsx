import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { listWords } from "../list-messages.ts";
import { lookWords } from "../look-messages.ts";
import type { OrganizationsApi } from "../routes.ts";
import { errorOf, formErrors } from "./form-errors.ts";
import { ColourPart } from "./parts/colour-part.tsx";
import { LogoPart } from "./parts/logo-part.tsx";

const colourForm = /^#[0-9a-f]{6}$/i;

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const answer = await client<OrganizationsApi>(visit).organizations[":id"].$get({ param: { id: given.params.organization ?? "" } });
  const organization = await read(Promise.resolve(answer));
  if (!organization.abilities.changeLook) throw new Response(null, { status: 404 });
  const asked = new URL(given.request.url).searchParams;
  const colour = asked.get("colour") ?? "";
  return {
    organization,
    version: answer.headers.get("etag") ?? "*",
    tried: colourForm.test(colour) ? colour.toLowerCase() : undefined,
    isRemoving: asked.has("remove"),
    done: doneWords.find((one) => one === asked.get("done")),
  };
}

const doneWords = ["logo", "removed", "colour", "house"] as const;

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const said = (name: string) => String(form.get(name) ?? "");
  const param = { id: given.params.organization ?? "" };
  const organization = client<OrganizationsApi>(visit).organizations[":id"];
  const to = { param, header: { "if-match": said("version") } };
  const carryOut = () => {
    switch (said("doing")) {
      case "remove":
        return attempt(organization.logo.$delete(to));
      case "colour":
        return attempt(organization.colour.$put({ ...to, json: { colour: said("colour") } }));
      case "house":
        return attempt(organization.colour.$put({ ...to, json: { colour: null } }));
      default: {
        const file = form.get("file");
        return attempt(organization.logo.$put({ ...to, form: { file: file instanceof File ? file : new File([], "") } }));
      }
    }
  };
  const { problem } = await carryOut();
  if (problem) return data({ problem }, { status: problem.status });
  const done = { remove: "removed", colour: "colour", house: "house" }[said("doing")] ?? "logo";
  return redirect(`/${visit.language}/organizations/${param.id}/look?done=${done}`, 303);
}

/** How an organization is recognised: its logo and, of a network, the colour its pages come from. */
export default function Look() {
  const { organization, version, tried, isRemoving, done } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const { language } = useShell();
  const text = lookWords[language];
  const { slug, name, kinds, abilities } = organization;
  const isNetwork = kinds.includes("network") || kinds.includes("cluster");
  const errors = formErrors(problem, { content: "file" });
  const here = `/${language}/organizations/${slug}`;
  const title = text.title(isNetwork);
  return (
    <Page
      title={errors.length > 0 ? `${text.error}: ${title}` : `${title}, ${name}`}
      area={isNetwork && !abilities.edit ? { kind: "coordinator", network: { slug, name } } : { kind: "public" }}
    >
      <div className="frame section-end">
        <Crumbs
          trail={[{ label: listWords[language].title, href: `/${language}/organizations` }, { label: name, href: here }, { label: title }]}
          language={language}
        />
        <div className="page-head">
          <div>
            <h1>{title}</h1>
            <p className="lead">{text.lead(name)}</p>
          </div>
        </div>
        <ErrorSummary errors={errors} labels={{ file: text.file }} language={language} />
        {done && !problem && <Notice kind="good" title={text.done[done]} role="status" />}
        <div className="stack">
          <LogoPart
            organization={organization}
            version={version}
            isRemoving={isRemoving}
            error={errorOf(errors, "file")}
            here={`${here}/look`}
          />
          {isNetwork && <ColourPart organization={organization} version={version} tried={tried} here={`${here}/look`} />}
        </div>
      </div>
    </Page>
  );
}
