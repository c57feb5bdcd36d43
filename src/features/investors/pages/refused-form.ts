import type { Problem } from "../../../interface/api-client.ts";
import { oneOf, type Written } from "../../../interface/form-values.ts";
import { pageField } from "./raise-fields.ts";

/** What stopped a form of a page that has several, and what was written in it. */
export interface Refused {
  problem: Problem;
  written: Written;
}

/** One form of a page: as it was written with what is wrong at each field when it was the one refused, else as it was given. */
export interface FormAgain {
  isRefused: boolean;
  field(name: string, given?: string): { name: string; defaultValue: string; error?: string };
}

/** @param asks what the form is known by among those of its page: the button it was sent with, and what it is about */
export function formAgain(refused: Refused | undefined, asks: Record<string, string | readonly string[]>): FormAgain {
  const isRefused =
    refused !== undefined && Object.entries(asks).every(([name, values]) => [values].flat().includes(oneOf(refused.written, name)));
  return {
    isRefused,
    field(name, given = "") {
      if (!isRefused) return { name, defaultValue: given };
      const error = refused.problem.errors?.find((one) => pageField(one.field) === name)?.message;
      return { name, defaultValue: oneOf(refused.written, name), ...(error !== undefined && { error }) };
    },
  };
}
