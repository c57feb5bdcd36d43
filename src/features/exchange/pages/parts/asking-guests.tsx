import { Door } from "../../../../interface/components/door.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { clock, money, relativeDay } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { hostWords } from "../words/host-words.ts";
import type { Arrival, GuestDay } from "./guest-day.ts";
import { PassForm } from "./guest-rows.tsx";

/** Those who ask first: yes at once, or no with a reason. The door stands ajar until the host has answered. */
export function AskingGuests({ guests, day, action, language }: { guests: Arrival[]; day: GuestDay; action: string; language: Language }) {
  const text = hostWords[language];
  if (guests.length === 0) return null;
  return (
    <section className="stack asking" aria-labelledby="asking">
      <h2 id="asking">{text.asksTitle}</h2>
      {guests.map((guest) => (
        <article className="lit-room padded" key={guest.id} id={`pass-${guest.id}`} data-pass={guest.id} data-state="asks">
          <h3 className="with-icon">
            <Door state="ajar" /> {guest.holder}
          </h3>
          <p className="small soft">
            {guest.home.name} · {text.asksSince(since(guest, day, language))}
            {guest.isFirstVisit && ` · ${text.firstVisit}`}
            {guest.priceOre > 0 && ` · ${text.costs(money(guest.priceOre, language))}`}
          </p>
          {guest.message && <p>{guest.message}</p>}
          {guest.abilities.answer && (
            <div className="buttons">
              <PassForm act="yes" guest={guest} action={action}>
                <button className="button lit small" type="submit">
                  {text.yes} <span className="hidden">: {guest.holder}</span>
                </button>
              </PassForm>
              <details className="answer-no">
                <summary className="button small">
                  {text.no} … <span className="hidden">{text.noName(guest.holder)}</span>
                </summary>
                <PassForm act="no" guest={guest} action={action}>
                  <TextField
                    id={`reason-${guest.id}`}
                    name="reason"
                    label={text.noReason}
                    hint={text.noReasonHint}
                    isOptional
                    maxLength={500}
                    language={language}
                  />
                  <button className="button small" type="submit">
                    {text.sayNo} <span className="hidden">: {guest.holder}</span>
                  </button>
                </PassForm>
              </details>
            </div>
          )}
        </article>
      ))}
    </section>
  );
}

function since({ claimedAt }: Arrival, { space, today }: GuestDay, language: Language): string {
  const asked = Temporal.Instant.from(claimedAt).toZonedDateTimeISO(space.timeZone);
  return `${relativeDay(asked, today, language)} ${clock(asked)}`;
}
