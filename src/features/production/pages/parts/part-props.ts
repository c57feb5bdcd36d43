import type { Language } from "../../../../platform/language/language.ts";
import type { OrderData } from "../order.tsx";
import type { Refused } from "../order-action.ts";

/** What every part of an order's page is given. */
export type PartProps = { given: OrderData; refused: Refused | undefined; language: Language; path: string };

/** What was written in a form that was refused, so that nothing typed is lost. */
export function writtenIn(refused: Refused | undefined, act: string): Record<string, string> {
  return refused?.act === act ? refused.values : {};
}
