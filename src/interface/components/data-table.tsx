import { Fragment, isValidElement, type ReactNode } from "react";

export type Column<Row> = {
  /** The heading on wide screens and the cell's label on a phone. */
  label: string;
  cell: (row: Row) => ReactNode;
  isNumeric?: boolean;
  /** The cell that names the row; it leads the sheet on a phone. */
  isHeading?: boolean;
  /** A cell of buttons or links: full width on a phone, its label for screen readers only. */
  isAction?: boolean;
  /** A cell of sentences or a form: under its label on a phone, not beside it. */
  isLong?: boolean;
  /** What stands under the column in the last row. */
  total?: ReactNode;
};

type DataTableProps<Row> = {
  caption: string;
  isCaptionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** "rows-late" for what must be looked at, "rows-quiet" for what is reversed. */
  classOf?: (row: Row) => string | undefined;
  className?: string;
  /** What opens beneath a row, as wide as the table; undefined for the rows that are shut. */
  beneath?: (row: Row) => ReactNode | undefined;
};

/** A table that becomes a list of small sheets on a phone. Totals repeat their label there. */
export function DataTable<Row>({
  caption,
  isCaptionHidden = false,
  columns,
  rows,
  keyOf,
  classOf,
  className,
  beneath,
}: DataTableProps<Row>) {
  return (
    <table className={className ? `sheets ${className}` : "sheets"}>
      <caption>{isCaptionHidden ? <span className="hidden">{caption}</span> : caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.label} scope="col" className={column.isNumeric ? "n" : undefined}>
              {column.isAction ? <span className="hidden">{column.label}</span> : column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const opened = beneath?.(row);
          return (
            <Fragment key={keyOf(row)}>
              <tr className={opened ? "is-open" : classOf?.(row)}>
                {columns.map((column) => (
                  <Cell key={column.label} column={column}>
                    {column.cell(row)}
                  </Cell>
                ))}
              </tr>
              {opened && (
                <tr className="beneath">
                  <td colSpan={columns.length}>{opened}</td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
      {columns.some((column) => column.total !== undefined) && (
        <tfoot>
          <tr>
            {columns.map((column) => (
              <Cell key={column.label} column={column} isBlank={column.total === undefined}>
                {column.total}
              </Cell>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

type CellProps = { column: Omit<Column<never>, "cell">; isBlank?: boolean; children: ReactNode };

function Cell({ column, isBlank = false, children }: CellProps) {
  if (column.isHeading) return <th scope="row">{children}</th>;
  if (column.isAction) return <td className="go">{children}</td>;
  const classes = [column.isNumeric && "n", column.isLong && "long", isBlank && "blank"].filter(Boolean).join(" ");
  return (
    <td className={classes || undefined} data-l={column.label}>
      {isMixed(children) && !column.isLong ? <div>{children}</div> : children}
    </td>
  );
}

// words and links after one another are one thing beside the label, not several
function isMixed(children: ReactNode): boolean {
  return Array.isArray(children) || (isValidElement(children) && children.type === Fragment);
}
