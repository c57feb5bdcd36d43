import { type Column, DataTable } from "../../../../interface/components/data-table.tsx";
import { kronerOf } from "../../../../interface/form-values.ts";
import { money } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { budgetWords } from "../budget-words.ts";
import type { ShownBudget } from "./project-of-api.ts";

type BudgetTableProps = { budget: ShownBudget; isEditing: boolean; path: string; language: Language };

/** Approved, revised, spent and believed, a side at a time; who runs the project says here what they believe. */
export function BudgetTable({ budget, isEditing, path, language }: BudgetTableProps) {
  const text = budgetWords[language];
  const sides = (["cost", "financing"] as const).map((side) => {
    const rows = budget.lines.filter((line) => line.side === side);
    const sum = (of: "approvedOre" | "revisedOre" | "actualOre") =>
      money(
        rows.reduce((total, line) => total + (line[of] ?? 0), 0),
        language,
      );
    const amount = (ore: number | null) => (ore === null ? "–" : money(ore, language));
    const columns: Column<(typeof rows)[number]>[] = [
      {
        label: text.text,
        isHeading: true,
        cell: (line) => (line.isInKind ? `${line.text} (${text.inKind.toLowerCase()})` : line.text),
        total: text.sum,
      },
      { label: text.approvedCol, isNumeric: true, cell: ({ approvedOre }) => amount(approvedOre), total: sum("approvedOre") },
      { label: text.revisedCol, isNumeric: true, cell: ({ revisedOre }) => amount(revisedOre), total: sum("revisedOre") },
      { label: text.actualCol, isNumeric: true, cell: ({ actualOre }) => amount(actualOre), total: sum("actualOre") },
      { label: text.forecastCol, isNumeric: true, cell: ({ forecastOre }) => amount(forecastOre) },
    ];
    return (
      <DataTable key={side} caption={side === "cost" ? text.costs : text.financing} rows={rows} keyOf={({ id }) => id} columns={columns} />
    );
  });
  return (
    <section aria-label={text.table} className="stack">
      {sides}
      {isEditing && (
        <details>
          <summary>{text.forecasts}</summary>
          <form method="post" action={path} className="form">
            <p>{text.forecastsHint}</p>
            {budget.lines
              .filter(({ side }) => side === "cost")
              .map(({ id, text: name, forecastOre }) => (
                <div className="field" key={id}>
                  <label htmlFor={`forecast-${id}`}>
                    {name}, {text.amount.toLowerCase()}
                  </label>
                  <input
                    className="w-s"
                    id={`forecast-${id}`}
                    name={`forecast-${id}`}
                    inputMode="decimal"
                    defaultValue={forecastOre === null ? "" : kronerOf(forecastOre)}
                  />
                </div>
              ))}
            <button className="button" type="submit" name="act" value="forecast">
              {text.saveForecasts}
            </button>
          </form>
        </details>
      )}
    </section>
  );
}
