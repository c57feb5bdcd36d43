import { createContext, type ReactNode, useContext } from "react";
import type { Fault } from "../faults-in.ts";

const FaultsAround = createContext<readonly Fault[]>([]);

/** What is wrong in the forms within: the field with such an id says so itself, unless it was given an error of its own. */
export function Faults({ faults, children }: { faults: readonly Fault[]; children: ReactNode }) {
  return <FaultsAround value={faults}>{children}</FaultsAround>;
}

/** What is wrong with the field that has this id. */
export function useFault(id: string): string | undefined {
  return useContext(FaultsAround).find(({ field }) => field === id)?.message;
}
