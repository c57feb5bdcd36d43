import type { ReactNode } from "react";

/** So many desks are drawn; a larger house is told of in words alone. */
export const mostDrawnDesks = 80;

const chairsAtTable = 4;
const table = { width: 78, height: 16 };
const pitch = { x: 104, y: 84 };
const margin = 14;

type DesksDrawingProps = {
  /** All desks of the house; the guests' are the nearest to the door. */
  desks: number;
  guestSeats: number;
  free: number;
  /** What is drawn, in words. */
  children: ReactNode;
};

/** The house as a room of tables: every desk a chair, the guests' lit while they are free. */
export function DesksDrawing({ desks, guestSeats, free, children }: DesksDrawingProps) {
  if (desks < 1 || desks > mostDrawnDesks) return null;
  const tables = Math.ceil(desks / chairsAtTable);
  const columns = Math.min(tables, tables > 12 ? 5 : 4);
  const rows = Math.ceil(tables / columns);
  const width = columns * pitch.x + margin;
  const height = rows * pitch.y + margin;
  return (
    <figure className="desks">
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {Array.from({ length: tables }, (_, place) => {
          const x = margin + (place % columns) * pitch.x;
          const y = margin + 24 + Math.floor(place / columns) * pitch.y;
          return <rect key={`${x} ${y}`} className="table" x={x} y={y} width={table.width} height={table.height} />;
        })}
        {Array.from({ length: desks }, (_, desk) => {
          const at = chairAt(desk, columns);
          return <path key={at} className={stateOf(desk, guestSeats, free)} transform={at} d="M3 2.5h18v8a9 9 0 0 1-18 0z" />;
        })}
      </svg>
      <figcaption className="small">{children}</figcaption>
    </figure>
  );
}

function stateOf(desk: number, guestSeats: number, free: number): string {
  if (desk < free) return "seat-free";
  return desk < guestSeats ? "seat-taken" : "seat-own";
}

/** Two chairs below each table, then two above. */
function chairAt(desk: number, columns: number): string {
  const place = Math.floor(desk / chairsAtTable);
  const seat = desk % chairsAtTable;
  const x = margin + (place % columns) * pitch.x + 10 + (seat % 2) * 34;
  const y = margin + 24 + Math.floor(place / columns) * pitch.y;
  return seat < 2 ? `translate(${x} ${y + table.height})` : `translate(${x} ${y}) scale(1 -1)`;
}
