/** The most chairs a hall is drawn with; beyond, the number stands alone. */
export const mostDrawnChairs = 400;

const width = 600;
const middle = { x: width / 2, y: 318 };
const [innermost, outermost] = [112, 282];
const halfAngle = 1.36;

type HallProps = { free: number; seats: number /** Says the same in words. */; label: string };

/** A hall seen from above: chairs in arcs before the stage, those that are free lit. Which chair is lit says nothing. */
export function Hall({ free, seats, label }: HallProps) {
  if (seats < 1 || seats > mostDrawnChairs) return null;
  const chairs = chairsOf(seats);
  const step = stepOf(seats);
  const lit = new Set(Array.from({ length: free }, (_, index) => (index * step) % seats));
  const drawn = (isLit: boolean) => chairs.filter((_, index) => lit.has(index) === isLit).join("");
  return (
    <svg className="hall" viewBox={`0 0 ${width} 330`} role="img" aria-label={label}>
      <path className="seat-taken" d={drawn(false)} />
      <path className="seat-free" d={drawn(true)} />
      <path className="stage" d={`M${middle.x - 56} ${middle.y}h112`} />
    </svg>
  );
}

/** The outline of each chair, row by row. */
function chairsOf(seats: number): string[] {
  const rows = Math.min(9, Math.max(1, Math.round(Math.sqrt(seats / 3.2))));
  const radii = Array.from({ length: rows }, (_, row) => innermost + ((outermost - innermost) * (row + 0.5)) / rows);
  const sum = radii.reduce((total, radius) => total + radius, 0);
  const until = radii.map((_, row) => Math.round((seats * radii.slice(0, row + 1).reduce((total, each) => total + each, 0)) / sum));
  const size = Math.min(16, (outermost - innermost) / rows / 1.9, (2 * halfAngle * sum) / seats / 1.7);
  return radii.flatMap((radius, row) => {
    const count = (until[row] ?? 0) - (until[row - 1] ?? 0);
    return Array.from({ length: count }, (_, place) => {
      const angle = count === 1 ? 0 : -halfAngle + (2 * halfAngle * place) / (count - 1);
      return chair(middle.x + radius * Math.sin(angle), middle.y - radius * Math.cos(angle), angle, size);
    });
  });
}

// the round side faces away from the stage
function chair(x: number, y: number, angle: number, size: number): string {
  const half = size / 2;
  const at = (dx: number, dy: number) => {
    const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
    return `${(x + dx * cos - dy * sin).toFixed(1)} ${(y + dx * sin + dy * cos).toFixed(1)}`;
  };
  const round = half.toFixed(1);
  return `M${at(-half, half)}L${at(half, half)}L${at(half, 0)}A${round} ${round} 0 0 0 ${at(-half, 0)}z`;
}

// steps through all chairs before it meets one again
function stepOf(seats: number): number {
  const greatest = (one: number, other: number): number => (other === 0 ? one : greatest(other, one % other));
  let step = Math.max(1, Math.round(seats * 0.618));
  while (greatest(seats, step) !== 1) step += 1;
  return step;
}
