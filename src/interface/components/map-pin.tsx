import { type Placed, squareSize } from "./map-labels.ts";

/** A place as a room: where it lies, its name, what stands in its square, and the whole of it in words. */
export type Anchored = { x: number; y: number; name: string; amount: string; words: string; isLit: boolean; href?: string };

/** A square with its number and name, joined to its place by a line where it had to move. */
export function Pin({ point, place }: { point: Anchored; place: Placed }) {
  const left = tenth(place.x - place.squareWidth / 2);
  const drawn = (
    <g className={point.isLit ? "pin is-lit" : "pin is-dark"}>
      {place.isMoved && (
        <>
          <path className="leader" d={`M${point.x} ${point.y}L${tenth(place.x)} ${tenth(place.y)}`} />
          <circle className="dot" cx={point.x} cy={point.y} r="2" />
        </>
      )}
      <rect x={left} y={tenth(place.y - squareSize / 2)} width={place.squareWidth} height={squareSize} />
      <text className="amount" x={tenth(place.x)} y={tenth(place.y + 4.5)}>
        {point.amount}
      </text>
      <text className="name" x={tenth(place.labelX)} y={tenth(place.y + 5)} textAnchor={place.labelEnds}>
        {point.name}
      </text>
    </g>
  );
  return point.href ? (
    <a href={point.href}>
      <title>{point.words}</title>
      {drawn}
    </a>
  ) : (
    drawn
  );
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
