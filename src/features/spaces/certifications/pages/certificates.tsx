import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read, readAll } from "../../../../interface/api-client.ts";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Faults } from "../../../../interface/components/faults.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import type { SpaceApi } from "../../routes.ts";
import type { CertificationApi } from "../routes.ts";
import { certificateWords } from "./certificate-words.ts";
import { AddCertification, CertificationPart } from "./parts/certification-part.tsx";
import { certificateFaults, labelsOfAct } from "./refused-fields.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const space = await read(client<SpaceApi>(visit).spaces[":id"].$get({ param: { id: given.params.space ?? "" } }));
  if (!space.abilities.receiveGuests) throw new Response(null, { status: 404 });
  const api = client<CertificationApi>(visit);
  const all = await readAll((page) => api.certifications.$get({ query: page }));
  const own = all.filter(({ organization }) => organization.id === space.organization.id);
  const holders = await Promise.all(
    own.map(({ id }) => readAll((page) => api.certifications[":id"].certificates.$get({ param: { id }, query: page }))),
  );
  return {
    space,
    certifications: own.map((certification, at) => ({ certification, holders: holders[at] ?? [] })),
    others: all.filter(({ organization }) => organization.id !== space.organization.id),
    isDone: new URL(given.request.url).searchParams.has("done"),
  };
}

export type LabCertification = Awaited<ReturnType<typeof loader>>["certifications"][number];

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const act = text("act");
  const api = client<CertificationApi>(visit);
  const id = text("certification");
  const other = text("other");
  const acts = {
    grant: () =>
      attempt(
        api.certifications[":id"].certificates.$post({
          param: { id },
          json: { email: text("email"), level: Number(text("level") || "1"), ...(text("lastDay") && { lastDay: text("lastDay") }) },
        }),
      ),
    withdraw: () =>
      attempt(api.certificates[":id"].withdrawal.$put({ param: { id: text("certificate") }, json: { reason: text("reason") } })),
    recognise: () => attempt(api.certifications[":id"].recognitions[":recognisedId"].$put({ param: { id, recognisedId: other } })),
    stop: () => attempt(api.certifications[":id"].recognitions[":recognisedId"].$delete({ param: { id, recognisedId: other } })),
    add: async () => {
      const space = await read(client<SpaceApi>(visit).spaces[":id"].$get({ param: { id: given.params.space ?? "" } }));
      const names = Object.fromEntries(["nb", "nn", "en"].flatMap((language) => (text(language) ? [[language, text(language)]] : [])));
      const json = { names, levels: Number(text("levels") || "1"), validMonths: text("validMonths") ? Number(text("validMonths")) : null };
      return await attempt(api.organizations[":id"].certifications.$post({ param: { id: space.organization.slug }, json }));
    },
  };
  if (!(act in acts)) throw new Response(null, { status: 400 });
  const { problem } = await acts[act as keyof typeof acts]();
  const values = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
  if (problem) return data({ problem, values }, { status: problem.status });
  throw redirect(`/${visit.language}/spaces/${given.params.space}/certificates?done`, 303);
}

/** Who holds the certificates of a lab, for its desk. */
export default function Certificates() {
  const { space, certifications, others, isDone } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = certificateWords[language];
  const area = { kind: space.abilities.edit ? "manager" : "host", space } as const;
  const values: Record<string, string> = refused?.values ?? {};
  const labels = labelsOfAct(values, language);
  const faults = certificateFaults(refused?.problem, values, labels);
  return (
    <Page title={refused ? `${text.error}: ${text.title}` : `${text.title} · ${space.name}`} area={area}>
      <div className="frame section stack">
        <h1>{text.title}</h1>
        <p className="lead">{text.lead}</p>
        <p>
          <a href={`/${language}/spaces/${space.slug}/courses`}>{text.courses}</a>
        </p>
        <ErrorSummary errors={faults} labels={labels} language={language} />
        {refused && faults.length === 0 && (
          <Notice kind="wrong" role="alert" title={text.couldNot}>
            <p>{refused.problem.title}</p>
          </Notice>
        )}
        {isDone && !refused && <Notice kind="good" role="status" title={text.done} />}
        {certifications.length === 0 && <p>{text.none}</p>}
        <Faults faults={faults}>
          {certifications.map((one) => (
            <CertificationPart key={one.certification.id} one={one} others={others} values={values} language={language} />
          ))}
          {space.abilities.edit && <AddCertification values={values.act === "add" ? values : {}} language={language} />}
        </Faults>
      </div>
    </Page>
  );
}
