import type { z } from "@hono/zod-openapi";
import { dateWithYear } from "../../../interface/format.ts";
import type { Language } from "../../../platform/language/language.ts";
import { names, operationsWords } from "../messages.ts";
import type { person as personShape } from "../people-contract.ts";

/** What a person holds where and since when, each with the button that ends it. What is posted is enough to undo it. */
export function PositionsOfPerson({ person, language }: { person: z.infer<typeof personShape>; language: Language }) {
  const text = operationsWords[language];
  const { roles } = names[language];
  if (person.positions.length === 0) return <span className="soft">{text.noPositions}</span>;
  return (
    <ul className="stack">
      {person.positions.map(({ id, role, title, from, to, organization }) => (
        <li key={id}>
          <form method="post" className="position">
            <span>
              <b>{roles[role]}</b>, <a href={`/${language}/organizations/${organization.slug}`}>{organization.name}</a>
              <br />
              <span className="small soft">
                {[title, from && text.since(dateWithYear(from, language)), to && text.until(dateWithYear(to, language))]
                  .filter(Boolean)
                  .join(", ")}
              </span>
            </span>
            <input type="hidden" name="organization" value={organization.id} />
            <input type="hidden" name="position" value={id} />
            <input type="hidden" name="person" value={person.id} />
            <input type="hidden" name="role" value={role} />
            <input type="hidden" name="title" value={title ?? ""} />
            <button
              className="button small"
              type="submit"
              name="intent"
              value="end"
              aria-label={text.endFull(roles[role], organization.name, person.name)}
            >
              {text.end}
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
