import { Door } from "../../../../interface/components/door.tsx";
import { clock, clockRange } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { alternativeWords } from "./alternative-words.ts";
import type { Alternatives as Found } from "./load-alternatives.ts";

type Item = Found["items"][number];
type AlternativesProps = {
  found: Found;
  name: string;
  timeZone: string;
  people: string;
  title: string;
  /** The member it is for, when it is not for oneself. */
  forWhom?: string | undefined;
  /** The booking that is to be moved: another time of its room fills in its own form. */
  moving?: string;
  language: Language;
};

/** "Fjorden er opptatt 13:00–14:30. Marka er ledig da.", and links that fill the form in anew. */
export function Alternatives({ found, name, timeZone, people, title, forWhom, moving, language }: AlternativesProps) {
  const text = alternativeWords[language];
  const { taken, items } = found;
  const local = (moment: string) => Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone);
  const instead = items.find(({ differs }) => differs === "other_room");
  return (
    <>
      <p>
        {taken && text.taken({ name, times: `${clock(local(taken.from))}–${clock(local(taken.until))}` })}{" "}
        {instead && text.free({ name: instead.resource.name })}
      </p>
      {items.length > 0 && (
        <section aria-label={text.heading}>
          <p className="small">
            <b>{text.heading}</b>
          </p>
          <ul className="alternatives">
            {items.map((item) => (
              <li key={`${item.resource.id} ${item.startsAt}`}>
                <Door state={item.abilities.ask ? "ajar" : "open"} />
                <a href={addressOf(item, { people, title, for: forWhom, moving }, language)}>
                  {item.differs === "other_house" ? text.at({ name: item.resource.name, house: item.space.name }) : item.resource.name}{" "}
                  {clockRange(at(item.startsAt, item), at(item.endsAt, item), language)}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

type Kept = { people: string; title: string; for: string | undefined; moving: string | undefined };

function addressOf(item: Item, { moving, ...kept }: Kept, language: Language): string {
  const { resource, space, startsAt, endsAt } = item;
  const from = at(startsAt, item);
  const isMove = moving !== undefined && item.differs === "other_time";
  const query = new URLSearchParams({
    day: from.toPlainDate().toString(),
    ...(isMove ? { booking: moving } : { resource: resource.id }),
    from: clock(from),
    to: clock(at(endsAt, item)),
  });
  if (!isMove)
    for (const [name, value] of Object.entries(kept))
      if (value && !(name === "for" && item.differs === "other_house")) query.set(name, value);
  return `/${language}/spaces/${space.slug}/calendar?${query}#${isMove ? "details" : "new"}`;
}

function at(moment: string, { space }: Item): Temporal.ZonedDateTime {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(space.timeZone);
}
