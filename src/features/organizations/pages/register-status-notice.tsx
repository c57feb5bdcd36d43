import type { z } from "@hono/zod-openapi";
import { Notice } from "../../../interface/components/notice.tsx";
import { dateWithYear } from "../../../interface/format.ts";
import type { Language } from "../../../platform/language/language.ts";
import type { organization } from "../contract.ts";
import { organizationWords } from "../messages.ts";

type Register = NonNullable<z.infer<typeof organization>["register"]>;

/** Says it when the register says that the organization is bankrupt, being wound up or deleted; else nothing. */
export function RegisterStatusNotice({ register, language }: { register: Register; language: Language }) {
  const text = organizationWords[language];
  const { status, deletedOn, fetchedAt } = register;
  const titles = { bankrupt: text.bankrupt, being_wound_up: text.beingWoundUp, deleted: text.deleted };
  if (status === "active" || status === "unknown") return null;
  return (
    <Notice kind="care" title={titles[status]}>
      <p>
        {deletedOn ? text.deletedOn(dateWithYear(deletedOn, language)) : text.saidRegister(dateWithYear(fetchedAt.slice(0, 10), language))}
      </p>
    </Notice>
  );
}
