/** How much of a target a figure has reached, and what is left of it; nothing is known where the figure is not. */
export function goalOf(value: number | null, amount: number): { share: number | null; left: number | null } {
  if (value === null) return { share: null, left: null };
  return { share: value / amount, left: Math.max(0, amount - value) };
}
