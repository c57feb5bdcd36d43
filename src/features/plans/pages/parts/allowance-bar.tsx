import type { CSSProperties } from "react";

type Parts = Record<"used" | "held" | "expired" | "balance", number> & { granted: number };

/** An allowance drawn: used is filled, held is hatched, what has expired is dashed, what is left is lit. The words beside it say the same. */
export function AllowanceBar({ granted, ...parts }: Parts) {
  const drawn = (["used", "held", "expired", "balance"] as const).filter((part) => parts[part] > 0);
  if (granted <= 0) return null;
  return (
    <div className="allowance-bar" aria-hidden="true">
      {drawn.map((part) => (
        <span key={part} className={part} style={{ "--share": parts[part] / granted } as CSSProperties} />
      ))}
    </div>
  );
}
