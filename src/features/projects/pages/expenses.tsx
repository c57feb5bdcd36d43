import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, type Problem, read } from "../../../interface/api-client.ts";
import { SelectField } from "../../../interface/components/choice-field.tsx";
import { Faults } from "../../../interface/components/faults.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { FileField, TextField } from "../../../interface/components/text-field.tsx";
import { faultsIn } from "../../../interface/faults-in.ts";
import { oreOf } from "../../../interface/form-values.ts";
import { inLanguage } from "../../../interface/in-language.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { ProjectAccountApi } from "../accounts/routes.ts";
import type { ProjectApi } from "../routes.ts";
import { accountWords } from "./account-words.ts";
import { type Written, writtenIn } from "./form-values.ts";
import { ExpenseTable } from "./parts/expense-table.tsx";
import { ProjectHead } from "./parts/project-head.tsx";
import { Refused, Saved } from "./parts/refused.tsx";
import { projectWords } from "./project-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.project ?? "" };
  const query = new URL(given.request.url).searchParams;
  const cursor = query.get("cursor");
  const of = client<ProjectApi>(visit).projects[":id"];
  const [project, budget, expenses] = await Promise.all([
    read(of.$get({ param })),
    read(of.budget.$get({ param })),
    read(client<ProjectAccountApi>(visit).projects[":id"].expenses.$get({ param, query: { limit: "50", ...(cursor && { cursor }) } })),
  ]);
  return { project, budget, expenses, isSaved: query.has("saved") };
}

/** What the page shows when nothing, or not all, was saved; `row` is the expense whose own form was sent. */
type NotBooked = { problem: Problem; written: Written; row?: string | undefined; reason?: string | undefined; isBooked: boolean };

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const written = writtenIn(form);
  const param = { id: given.params.project ?? "" };
  const accounts = client<ProjectAccountApi>(visit);
  const path = `/${visit.language}/projects/${given.params.project}/expenses`;
  const file = form.get("file");
  const addReceipt = async (expense: string) =>
    file instanceof File && file.size > 0
      ? (await attempt(accounts.projects[":id"].files.$post({ param, query: { kind: "receipt", expense }, form: { file } }))).problem
      : undefined;
  if (written.act === "correct") {
    const { problem } = await attempt(
      accounts["project-expenses"][":id"].correction.$put({ param: { id: written.expense ?? "" }, json: { reason: written.reason ?? "" } }),
    );
    if (problem)
      return data<NotBooked>(
        { problem, written: {}, row: written.expense, reason: written.reason, isBooked: false },
        { status: problem.status },
      );
    return redirect(`${path}?saved`, 303);
  }
  if (written.act === "receipt") {
    const problem = await addReceipt(written.expense ?? "");
    if (problem)
      return data<NotBooked>(
        { problem, written: {}, row: written.expense, reason: written.reason, isBooked: false },
        { status: problem.status },
      );
    return redirect(`${path}?saved`, 303);
  }
  const { problem, done } = await attempt(
    accounts.projects[":id"].expenses.$post({
      param,
      json: {
        lineId: written.line ?? "",
        ...(written.paidBy && { financingLineId: written.paidBy }),
        day: written.day ?? "",
        text: written.text ?? "",
        ...(written.supplier && { supplier: written.supplier }),
        amountOre: oreOf(written.amount ?? ""),
      },
    }),
  );
  if (problem) return data<NotBooked>({ problem, written, isBooked: false }, { status: problem.status });
  const lost = await addReceipt(done.id);
  // what is booked is not booked again with the next try
  if (lost) return data<NotBooked>({ problem: lost, written: {}, isBooked: true }, { status: lost.status });
  return redirect(`${path}?saved`, 303);
}

/** Expenses: one is booked with its receipt, all are listed with what they were corrected by. */
export default function Expenses() {
  const { project, budget, expenses, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language, today } = useShell();
  const text = accountWords[language];
  const title = `${text.expensesTitle}, ${inLanguage(project.titles, language)}`;
  const path = `/${language}/projects/${project.slug}/expenses`;
  const written = refused?.written;
  const costs = budget.lines.filter(({ side, kind }) => side === "cost" && kind !== "hours");
  const financing = budget.lines.filter(({ side }) => side === "financing");
  const { receipt: file, text: about, kroner: amount, day, line, paidBy, supplier, reason } = text;
  const ofRow = refused?.row ? { [`reason-${refused.row}`]: reason, [`file-${refused.row}`]: file } : {};
  const labels = { file, text: about, amount, day, line, paidBy, supplier, ...ofRow };
  const faults = faultsIn(refused?.problem, labels, {
    ...{ amountOre: "amount", lineId: "line", financingLineId: "paidBy" },
    ...(refused?.row && { reason: `reason-${refused.row}`, file: `file-${refused.row}` }),
  });
  return (
    <Page title={refused ? `${projectWords[language].error}: ${title}` : title} area={{ kind: "public" }}>
      <div className="frame section-s stack">
        <ProjectHead project={project} title={text.expensesTitle} lead={text.expensesLead} place="expenses" language={language} />
        <Refused
          problem={refused?.isBooked ? { ...refused.problem, title: `${text.receiptFailed} ${refused.problem.title}` } : refused?.problem}
          faults={faults}
          labels={labels}
          language={language}
        />
        <Saved isSaved={isSaved && !refused} language={language} />
        <Faults faults={faults}>
          {costs.length === 0 ? (
            <p>{text.noCostLines}</p>
          ) : (
            <form method="post" action={path} encType="multipart/form-data" className="form" noValidate>
              <h2>{text.addTitle}</h2>
              <FileField
                name="file"
                label={text.receipt}
                hint={text.receiptHint}
                isOptional
                accept="application/pdf,image/png,image/jpeg,image/webp"
                language={language}
              />
              <TextField name="text" label={text.text} maxLength={200} defaultValue={written?.text} language={language} />
              <TextField
                name="amount"
                label={text.kroner}
                width="s"
                inputMode="decimal"
                defaultValue={written?.amount}
                language={language}
              />
              <TextField name="day" type="date" width="s" label={text.day} defaultValue={written?.day ?? today} language={language} />
              <SelectField
                name="line"
                label={text.line}
                defaultValue={written?.line}
                options={costs.map(({ id, text: label }) => ({ value: id, label }))}
                language={language}
              />
              <SelectField
                name="paidBy"
                label={text.paidBy}
                isOptional
                defaultValue={written?.paidBy}
                options={[{ value: "", label: text.asBudget }, ...financing.map(({ id, text: label }) => ({ value: id, label }))]}
                language={language}
              />
              <TextField
                name="supplier"
                label={text.supplier}
                isOptional
                maxLength={160}
                defaultValue={written?.supplier}
                language={language}
              />
              <button className="button lit" type="submit">
                {text.add}
              </button>
            </form>
          )}
          {expenses.items.length === 0 ? (
            <StatePane state="empty" title={text.none}>
              <p>{text.noneAbout}</p>
            </StatePane>
          ) : (
            <ExpenseTable
              expenses={expenses.items}
              lines={budget.lines}
              project={project}
              path={path}
              mayCorrect={project.abilities.edit}
              refused={refused}
              language={language}
            />
          )}
        </Faults>
        <ShowMore cursor={expenses.nextCursor} language={language} />
      </div>
    </Page>
  );
}
