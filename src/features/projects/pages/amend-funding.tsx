import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { SelectField } from "../../../interface/components/choice-field.tsx";
import { Faults } from "../../../interface/components/faults.tsx";
import { TextareaField, TextField } from "../../../interface/components/text-field.tsx";
import { faultsIn } from "../../../interface/faults-in.ts";
import { kronerOf, oreOf } from "../../../interface/form-values.ts";
import { money } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { awaitedReports } from "../funding/funder-rules.ts";
import type { ProjectApi } from "../routes.ts";
import { amendWords } from "./amend-words.ts";
import { type Written, writtenIn } from "./form-values.ts";
import { AwardHistory } from "./parts/award-history.tsx";
import { ProjectHead } from "./parts/project-head.tsx";
import { Refused, Saved } from "./parts/refused.tsx";
import { projectWords } from "./project-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const project = await read(client<ProjectApi>(visit).projects[":id"].$get({ param: { id: given.params.project ?? "" } }));
  const award = project.fundings.find(({ id }) => id === given.params.funding);
  if (!award) throw new Response(null, { status: 404 });
  return { project, award, isSaved: new URL(given.request.url).searchParams.has("saved") };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const written = writtenIn(await given.request.formData());
  const { problem } = await attempt(
    client<ProjectApi>(visit).fundings[":id"].changes.$post({
      param: { id: given.params.funding ?? "" },
      header: { "if-match": written.version ?? "*" },
      json: {
        reason: written.reason ?? "",
        agreedOn: written.agreed || null,
        ...(written["agreed-reference"] && { agreedReference: written["agreed-reference"] }),
        amountOre: oreOf(written.amount ?? ""),
        tranches: tranchesIn(written),
        deadlines: deadlinesSent(written).map((id) => ({ id, dueOn: written[`deadline-${id}`] ?? "" })),
      },
    }),
  );
  if (problem) return data({ problem, written }, { status: problem.status });
  return redirect(`/${visit.language}/projects/${given.params.project}/fundings/${given.params.funding}/changes?saved`, 303);
}

// those that are there, in order, without those to be taken away, and the new one when it has an amount
function tranchesSent(written: Written): string[] {
  const ids = (written.tranches ?? "").split(" ").filter((id) => id !== "" && written[`remove-${id}`] === undefined);
  return written["amount-new"] ? [...ids, "new"] : ids;
}

function deadlinesSent(written: Written): string[] {
  return Object.keys(written).flatMap((name) => (name.startsWith("deadline-") ? [name.slice("deadline-".length)] : []));
}

function tranchesIn(written: Written) {
  const one = (id: string) => ({
    amountOre: oreOf(written[`amount-${id}`] ?? ""),
    expectedOn: written[`expected-${id}`] || null,
    condition: written[`condition-${id}`] || null,
    awaits: awaitedReports.find((one) => one === written[`awaits-${id}`]) ?? null,
  });
  return tranchesSent(written).map((id) => ({ ...(id !== "new" && { id }), ...one(id) }));
}

/** Where an award is changed after it was given, with the reason and the funder's yes, and how it has changed before. */
export default function AmendFunding() {
  const { project, award, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = amendWords[language];
  const title = text.title({ funder: award.funder });
  const written = refused?.written;
  const sent = tranchesSent(written ?? {});
  const ofTranche = (id: string, called: string) => [
    [`amount-${id}`, `${called}, ${text.trancheAmount}`],
    [`expected-${id}`, `${called}, ${text.expectedOn}`],
    [`condition-${id}`, `${called}, ${text.condition}`],
  ];
  const open = award.deadlines.filter(({ doneOn }) => doneOn === null);
  const labels: Record<string, string> = {
    amount: text.amount,
    ...Object.fromEntries(award.tranches.flatMap(({ id, number }) => ofTranche(id, text.tranche({ n: number })))),
    ...Object.fromEntries(ofTranche("new", text.newTranche)),
    ...Object.fromEntries(open.map(({ id, kind }) => [`deadline-${id}`, text.kinds[kind]])),
    ...{ reason: text.reason, agreed: text.agreedOn, "agreed-reference": text.agreedReference },
  };
  const faults = faultsIn(refused?.problem, labels, {
    ...{ amountOre: "amount", agreedOn: "agreed", agreedReference: "agreed-reference" },
    ...Object.fromEntries(
      sent.flatMap((id, place) => [
        [`tranches.${place}.amountOre`, `amount-${id}`],
        [`tranches.${place}.expectedOn`, `expected-${id}`],
        [`tranches.${place}.condition`, `condition-${id}`],
      ]),
    ),
    ...Object.fromEntries(deadlinesSent(written ?? {}).map((id, place) => [`deadlines.${place}.dueOn`, `deadline-${id}`])),
  });
  const trancheFields = (id: string, tranche?: (typeof award.tranches)[number]) => (
    <>
      <TextField
        name={`amount-${id}`}
        inputMode="decimal"
        width="s"
        label={text.trancheAmount}
        isOptional={!tranche}
        defaultValue={written?.[`amount-${id}`] ?? (tranche ? kronerOf(tranche.amountOre) : "")}
        language={language}
      />
      <TextField
        name={`expected-${id}`}
        type="date"
        width="s"
        label={text.expectedOn}
        isOptional
        defaultValue={written?.[`expected-${id}`] ?? tranche?.expectedOn ?? ""}
        language={language}
      />
      <TextField
        name={`condition-${id}`}
        label={text.condition}
        isOptional
        maxLength={300}
        defaultValue={written?.[`condition-${id}`] ?? tranche?.condition ?? ""}
        language={language}
      />
      <SelectField
        name={`awaits-${id}`}
        label={text.awaits}
        options={[{ value: "", label: text.awaitsNothing }, ...awaitedReports.map((one) => ({ value: one, label: text.awaited[one] }))]}
        defaultValue={written?.[`awaits-${id}`] ?? tranche?.awaits ?? ""}
        language={language}
      />
    </>
  );
  return (
    <Page title={refused ? `${projectWords[language].error}: ${title}` : title} area={{ kind: "public" }}>
      <div className="frame section-s stack">
        <ProjectHead project={project} title={title} lead={text.lead} place={undefined} language={language} />
        <Refused problem={refused?.problem} faults={faults} labels={labels} language={language} />
        <Saved isSaved={isSaved && !refused} language={language} />
        <Faults faults={faults}>
          <form method="post" className="form rules" noValidate>
            <input type="hidden" name="version" value={`"${award.version}"`} />
            <input type="hidden" name="tranches" value={award.tranches.map(({ id }) => id).join(" ")} />
            <TextField
              name="amount"
              inputMode="decimal"
              width="s"
              label={text.amount}
              defaultValue={written?.amount ?? kronerOf(award.amountOre)}
              language={language}
            />
            <h2>{text.tranches}</h2>
            {award.tranches.map((tranche) => (
              <fieldset key={tranche.id} className="part">
                <legend>{text.tranche({ n: tranche.number })}</legend>
                {trancheFields(tranche.id, tranche)}
                {tranche.receivedOre > 0 ? (
                  <p className="small">{text.received({ sum: money(tranche.receivedOre, language) })}</p>
                ) : (
                  <label className="agree">
                    <input type="checkbox" name={`remove-${tranche.id}`} defaultChecked={written?.[`remove-${tranche.id}`] !== undefined} />{" "}
                    <span>{text.remove}</span>
                  </label>
                )}
              </fieldset>
            ))}
            <fieldset className="part">
              <legend>{text.newTranche}</legend>
              {trancheFields("new")}
            </fieldset>
            {open.length > 0 && <h2>{text.deadlines}</h2>}
            {open.map(({ id, kind, dueOn }) => (
              <TextField
                key={id}
                name={`deadline-${id}`}
                type="date"
                width="s"
                label={text.kinds[kind]}
                defaultValue={written?.[`deadline-${id}`] ?? dueOn}
                language={language}
              />
            ))}
            <TextareaField name="reason" label={text.reason} maxLength={1000} defaultValue={written?.reason ?? ""} language={language} />
            <TextField
              name="agreed"
              type="date"
              width="s"
              label={text.agreedOn}
              hint={text.agreedHint}
              isOptional
              defaultValue={written?.agreed ?? ""}
              language={language}
            />
            <TextField
              name="agreed-reference"
              label={text.agreedReference}
              isOptional
              maxLength={300}
              defaultValue={written?.["agreed-reference"] ?? ""}
              language={language}
            />
            <button className="button lit" type="submit">
              {text.save}
            </button>
          </form>
        </Faults>
        <AwardHistory award={award} language={language} />
      </div>
    </Page>
  );
}
