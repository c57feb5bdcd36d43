import { DataTable } from "../../../../interface/components/data-table.tsx";
import { FileField, TextField } from "../../../../interface/components/text-field.tsx";
import { dateWithYear, money } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { listExpenses } from "../../accounts/expenses.ts";
import { accountWords } from "../account-words.ts";

type Expense = Awaited<ReturnType<typeof listExpenses>>[number];
type ExpenseTableProps = {
  expenses: Expense[];
  lines: { id: string; text: string }[];
  project: { id: string };
  path: string;
  mayCorrect: boolean;
  /** The row whose form was refused, and what was written in it. */
  refused: { row?: string | undefined; reason?: string | undefined } | undefined;
  language: Language;
};

/** Expenses with their receipts; what was taken back stands with the row that did it. */
export function ExpenseTable({ expenses, lines, project, path, mayCorrect, refused, language }: ExpenseTableProps) {
  const text = accountWords[language];
  return (
    <DataTable
      caption={text.expensesTitle}
      rows={expenses}
      keyOf={({ id }) => id}
      classOf={({ correctsId, correctedById }) => (correctsId || correctedById ? "rows-quiet" : undefined)}
      columns={[
        {
          label: text.text,
          isHeading: true,
          cell: (expense) => (
            <>
              {expense.text}
              {expense.supplier && <span className="soft">, {expense.supplier}</span>}
              {expense.reason && (
                <>
                  <br />
                  <span className="small soft">{text.correction({ reason: expense.reason })}</span>
                </>
              )}
            </>
          ),
        },
        { label: text.day, cell: ({ day }) => dateWithYear(day, language) },
        { label: text.line, cell: ({ lineId }) => lines.find(({ id }) => id === lineId)?.text ?? "–" },
        { label: text.amount, isNumeric: true, cell: ({ amountOre }) => money(amountOre, language) },
        {
          label: text.receipt,
          isLong: true,
          cell: ({ id, receipts, correctsId, text: name }) =>
            receipts.length > 0 || correctsId ? (
              receipts.map((receipt) => (
                <a key={receipt.id} href={`/api/v1/projects/${project.id}/files/${receipt.id}`} className="small">
                  {receipt.name}
                </a>
              ))
            ) : (
              <details open={refused?.row === id && refused.reason === undefined}>
                <summary className="small">
                  {text.noReceipt}
                  <span className="hidden">: {name}</span>
                </summary>
                <form method="post" action={path} encType="multipart/form-data">
                  <input type="hidden" name="expense" value={id} />
                  <FileField name="file" id={`file-${id}`} label={text.receipt} language={language} />
                  <button className="button small" type="submit" name="act" value="receipt">
                    {text.addReceipt}
                  </button>
                </form>
              </details>
            ),
        },
        {
          label: text.correct,
          isLong: true,
          cell: ({ id, correctsId, correctedById, text: name }) => {
            if (correctedById) return <span className="small soft">{text.corrected}</span>;
            if (correctsId || !mayCorrect) return null;
            return (
              <details open={refused?.row === id && refused.reason !== undefined}>
                <summary className="small">
                  {text.correct}
                  <span className="hidden">: {name}</span>
                </summary>
                <form method="post" action={path}>
                  <input type="hidden" name="expense" value={id} />
                  <TextField
                    name="reason"
                    id={`reason-${id}`}
                    label={text.reason}
                    maxLength={300}
                    defaultValue={refused?.row === id ? refused.reason : ""}
                    language={language}
                  />
                  <button className="button small" type="submit" name="act" value="correct">
                    {text.correct}
                  </button>
                </form>
              </details>
            );
          },
        },
      ]}
    />
  );
}
