import { isRouteErrorResponse } from "react-router";

/**
 * What of an error that ended a page is told in the log; undefined for what is no fault of the program: a page that is not there, a
 * refusal. React Router would print it raw, with the address asked for, and a secret can stand in that.
 */
export function pageFault(error: unknown): Error | undefined {
  if (isRouteErrorResponse(error)) return error.status < 500 ? undefined : new Error(`A page was answered ${error.status}`);
  if (error instanceof Response) return error.status < 500 ? undefined : new Error(`A page was answered ${error.status}`);
  return error instanceof Error ? error : new Error("A page threw what is no error");
}
