import { SelectField } from "../../../../../interface/components/choice-field.tsx";
import { TextareaField } from "../../../../../interface/components/text-field.tsx";
import { capital, clockRange, longDay } from "../../../../../interface/format.ts";
import { consultationWords } from "../consultation-words.ts";
import { type PartProps, writtenIn, zoned } from "./part-props.ts";

/** The slots that are free, to take one of; who is not signed in is shown where. */
export function TakeSlot({ given, refused, language }: PartProps) {
  const text = consultationWords[language];
  const written = writtenIn(refused, "taken");
  const free = given.slots.filter((slot) => slot.isHeld && slot.placesLeft > 0 && slot.appointmentId === null);
  const label = (slot: (typeof free)[number]) => {
    const [from, until] = [zoned(slot.startsAt, given), zoned(slot.endsAt, given)];
    const times = `${capital(longDay(from, language))} ${clockRange(from, until, language)}`;
    return slot.staff ? `${times}, ${text.with({ name: slot.staff })}` : times;
  };
  const takeable = given.isPerson ? free.filter((slot) => slot.abilities.take) : free;
  return (
    <section className="stack">
      <h2>{text.take}</h2>
      {takeable.length === 0 && <p>{text.noneFree}</p>}
      {takeable.length > 0 && !given.isPerson && (
        <>
          <ul className="plain-list">
            {takeable.slice(0, 8).map((slot) => (
              <li key={`${slot.consultationId} ${slot.startsAt}`}>{label(slot)}</li>
            ))}
          </ul>
          <p>
            <a
              className="button lit"
              href={`/${language}/sign-in?to=${encodeURIComponent(`/${language}/spaces/${given.space.slug}/consultations`)}`}
            >
              {text.signIn}
            </a>
          </p>
        </>
      )}
      {takeable.length > 0 && given.isPerson && (
        <form method="post" className="form">
          <SelectField
            name="slot"
            label={text.slot}
            language={language}
            hasEmpty
            defaultValue={written.slot}
            options={takeable.map((slot) => ({ value: `${slot.consultationId} ${slot.startsAt}`, label: label(slot) }))}
          />
          <TextareaField
            name="about"
            label={text.about}
            hint={text.aboutHint}
            maxLength={500}
            rows={2}
            isOptional
            defaultValue={written.about}
            language={language}
          />
          {given.orders.length > 0 && (
            <SelectField
              name="orderId"
              label={text.order}
              language={language}
              isOptional
              defaultValue={written.orderId ?? given.order}
              options={[{ value: "", label: text.noOrder }, ...given.orders.map(({ id, title }) => ({ value: id, label: title }))]}
            />
          )}
          <button type="submit" className="button lit" name="act" value="taken">
            {text.takeIt}
          </button>
        </form>
      )}
    </section>
  );
}

/** What one has taken here, to give up. */
export function OwnSlots({ given, language }: PartProps) {
  const text = consultationWords[language];
  if (given.mine.length === 0) return null;
  return (
    <section className="stack">
      <h2>{text.yours}</h2>
      <ul className="plain-list">
        {given.mine.map((own) => {
          const [from, until] = [zoned(own.startsAt, given), zoned(own.endsAt, given)];
          return (
            <li key={own.id} className="room panel stack close">
              <p>
                <b>
                  {capital(longDay(from, language))} {clockRange(from, until, language)}
                </b>
                {own.staff && `, ${text.with({ name: own.staff })}`}
              </p>
              {own.order && (
                <p>
                  <a href={`/${language}/me/orders/${own.order.id}`}>{own.order.title}</a>
                </p>
              )}
              {own.about && <p className="as-written">{own.about}</p>}
              {own.note && <p className="soft">{own.note}</p>}
              {own.abilities.cancel && (
                <form method="post">
                  <input type="hidden" name="appointment" value={own.id} />
                  <button type="submit" className="button small" name="act" value="cancelled">
                    {text.giveUp}
                  </button>
                </form>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
