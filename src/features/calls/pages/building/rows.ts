import { oneOf, type Written } from "../../../../interface/form-values.ts";

const mostRows = 60;

/**
 * The numbers of the rows of a list: "questions" says how many there are, and their fields are called "questions.1.label.nb". A row may hold
 * a list of its own, "phases.1.criteria".
 */
export function rowsOf(written: Written, list: string): number[] {
  const count = Number(oneOf(written, list));
  const length = Number.isInteger(count) && count > 0 ? Math.min(count, mostRows) : 0;
  return Array.from({ length }, (_, index) => index + 1);
}

/** The form after one of the buttons of a list: "questions:add", "questions:up:2", "questions:down:2", "questions:remove:2". */
export function afterButton(written: Written, act: string): Written | undefined {
  const [, list = "", what, row] = /^([a-z\d.]+):(add|up|down|remove)(?::(\d+))?$/.exec(act) ?? [];
  if (what === undefined) return undefined;
  const rows: (number | undefined)[] = rowsOf(written, list);
  const at = Number(row) - 1;
  if (what === "add") return inOrder(written, list, [...rows, undefined].slice(0, mostRows));
  if (!(at in rows)) return undefined;
  const others = rows.toSpliced(at, 1);
  if (what === "remove") return inOrder(written, list, others);
  const to = what === "up" ? Math.max(0, at - 1) : Math.min(others.length, at + 1);
  return inOrder(written, list, others.toSpliced(to, 0, rows[at]));
}

/** The form with the rows of a list in this order, by the numbers they had; a row without one is new. */
function inOrder(written: Written, list: string, order: readonly (number | undefined)[]): Written {
  const entries = Object.entries(written);
  const others = entries.filter(([name]) => name !== list && !name.startsWith(`${list}.`));
  const rows = order.flatMap((from, index) => {
    const before = `${list}.${from}.`;
    const own = entries.filter(([name]) => name.startsWith(before));
    return own.map(([name, values]): [string, string[]] => [`${list}.${index + 1}.${name.slice(before.length)}`, values]);
  });
  return Object.fromEntries([...others, [list, [String(order.length)]], ...rows]);
}
