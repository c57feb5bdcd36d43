import { oneOf, type Written } from "../../../../interface/form-values.ts";
import type { FieldError } from "../answers-written.ts";
import type { ShownRegistration } from "../load-event.ts";

/** What the fields of a place are called. */
export function holderField(part: "name" | "email", ticketId: string): string {
  return `${part}-${ticketId}`;
}

export type WrittenHolder = { ticketId: string; name: string; email?: string };

/** Who is said to come on which place, of those that are said anew; a place keeps who has it rather than losing the name. */
export function holdersWritten(
  tickets: readonly Pick<ShownRegistration["tickets"][number], "id" | "holder" | "holderEmail">[],
  written: Written,
  missing: string,
): { holders: WrittenHolder[]; errors: FieldError[] } {
  const said = tickets
    .filter(({ id }) => holderField("name", id) in written)
    .map(({ id, ...was }) => ({
      ...{ id, was },
      name: oneOf(written, holderField("name", id)).trim(),
      email: oneOf(written, holderField("email", id)).trim(),
    }))
    .filter(({ was, name, email }) => name !== (was.holder ?? "") || email !== (was.holderEmail ?? ""));
  return {
    holders: said.map(({ id, name, email }) => ({ ticketId: id, name, ...(email && { email }) })),
    errors: said.filter(({ name }) => name === "").map(({ id }) => ({ field: holderField("name", id), message: missing })),
  };
}
