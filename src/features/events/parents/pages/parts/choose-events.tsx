import { SelectField } from "../../../../../interface/components/choice-field.tsx";
import { Door } from "../../../../../interface/components/door.tsx";
import { Icon } from "../../../../../interface/components/icon.tsx";
import { StatePane } from "../../../../../interface/components/state-drawing.tsx";
import { oneOf, type Written } from "../../../../../interface/form-values.ts";
import { capital, clock, longDay, money, number } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import { textIn } from "../../../../spaces/parts.ts";
import type { FieldError } from "../../../pages/answers-written.ts";
import { zoned } from "../../../pages/event-times.ts";
import { AnswerFields } from "../../../pages/parts/answer-fields.tsx";
import { placeInWords } from "../../../pages/parts/event-head.tsx";
import type { ShownParent } from "../parent.tsx";
import { parentWords } from "../parent-words.ts";
import { whyNotWords } from "../why-not-words.ts";

type Shown = ShownParent["events"][number];
type Own = { id: string; state: "held" | "waiting" | "confirmed" | "cancelled"; eventId: string };
type ChooseProps = {
  parent: ShownParent;
  own: readonly Own[];
  payers: readonly { id: string; name: string }[];
  written: Written;
  /** Events whose questions are shown. */
  asks: readonly string[];
  errors: readonly FieldError[];
  isKnown: boolean;
  path: string;
  language: Language;
};

const mostTogether = 10;

/** Every event by day with a tick, and one button for all that is ticked. */
export function ChooseEvents({ parent, own, payers, written, asks, errors, isKnown, path, language }: ChooseProps) {
  const text = parentWords[language];
  const days = Map.groupBy(parent.events, (event) => zoned(event.startsAt, event.timeZone).toPlainDate().toString());
  const ownOf = (event: Shown) => own.filter(({ eventId }) => eventId === event.id);
  const open = parent.events.filter((event) => canTick(event) && ownOf(event).length === 0);
  const hasPrice = open.some(({ ticketTypes }) => ticketTypes.some(({ priceOre }) => priceOre > 0));
  return (
    <form className="stack" method="post" action={`${path}#register`} noValidate>
      {open.length > 0 && (
        <div>
          <h2>{text.choose}</h2>
          <p className="soft">{text.chooseAbout}</p>
        </div>
      )}
      {open.length === 0 && own.length === 0 && (
        <StatePane state="empty" title={text.none}>
          <p>{text.noneAbout}</p>
        </StatePane>
      )}
      {[...days].map(([day, events]) => (
        <section key={day} className="stack close" aria-labelledby={`day-${day}`}>
          <h3 id={`day-${day}`}>{capital(longDay(day, language))}</h3>
          <ul className="lines joint-lines">
            {events.map((event) => (
              <EventChoice
                key={event.id}
                event={event}
                hosts={parent.hosts}
                own={ownOf(event)}
                written={written}
                errors={asks.includes(event.id) ? errors : undefined}
                language={language}
              />
            ))}
          </ul>
        </section>
      ))}
      {open.length > 0 && (
        <div className="stack close joint-send">
          <div className="event-row">
            <SelectField
              name="quantity"
              label={text.quantity}
              options={Array.from({ length: mostTogether }, (_, index) => ({ value: String(index + 1), label: String(index + 1) }))}
              defaultValue={oneOf(written, "quantity") || "1"}
              width="xs"
              language={language}
            />
            {payers.length > 0 && (
              <SelectField
                name="payer"
                label={text.payer}
                isOptional
                options={[{ value: "", label: text.me }, ...payers.map(({ id, name }) => ({ value: id, label: name }))]}
                defaultValue={oneOf(written, "payer")}
                language={language}
              />
            )}
          </div>
          <label className="agree">
            <input type="checkbox" name="wait" defaultChecked={written.wait !== undefined} />
            <span>{text.wait}</span>
          </label>
          <label className="agree">
            <input type="checkbox" name="allOrNone" defaultChecked={written.allOrNone !== undefined} />
            <span>{text.allOrNone}</span>
          </label>
          {hasPrice && <p className="small soft">{text.vat}</p>}
          <p>
            <button type="submit" className="button lit">
              {text.register} <Icon name="arrow-right" />
            </button>
          </p>
          {!isKnown && <p className="small">{text.signInFirst}</p>}
        </div>
      )}
    </form>
  );
}

/** Whether it can be ticked here: it is open, and some kind of ticket asks for no code. */
function canTick({ isOpen, ticketTypes }: Shown): boolean {
  return isOpen && ticketTypes.some(({ needsCode }) => !needsCode);
}

/** That one stands in a queue before one chooses; and where one stands, or that it is one's turn. */
function QueueOf({ event, name, language }: { event: Shown; name: string; language: Language }) {
  const text = whyNotWords[language];
  const { letInUntil = null, ahead = null } = event.queuePlace ?? {};
  if (letInUntil !== null) return <p className="small">{text.yourTurn({ moment: clock(zoned(letInUntil, event.timeZone)) })}</p>;
  const link = ahead === null ? text.toQueue : text.backToQueue;
  return (
    <p className="small">
      {ahead === null ? text.queueFirst : text.inQueue({ count: number(ahead, language) })}{" "}
      <a href={`/${language}/events/${event.slug}/queue`} aria-label={`${link}: ${name}`}>
        {link}
      </a>
    </p>
  );
}

type ChoiceProps = {
  event: Shown /** Of all of it: they are not said again. */;
  hosts: ShownParent["hosts"];
  own: readonly Own[];
  written: Written;
  /** What is wrong with the answers; undefined where nothing is asked yet. */
  errors: readonly FieldError[] | undefined;
  language: Language;
};

function EventChoice({ event, hosts, own, written, errors, language }: ChoiceProps) {
  const text = parentWords[language];
  const title = textIn(event.title, language);
  const name = title?.text ?? "";
  const [from, until] = [zoned(event.startsAt, event.timeZone), zoned(event.endsAt, event.timeZone)];
  const others = event.hosts.filter(({ id }) => !hosts.some((host) => host.id === id));
  const types = event.ticketTypes.filter(({ needsCode }) => !needsCode);
  const [first] = types;
  const left = Math.max(0, ...types.map((type) => type.left));
  const isTicked = canTick(event) && own.length === 0;
  const where = [placeInWords(event, language), event.space ? null : event.municipality?.name].filter(Boolean).join(", ");
  return (
    <li>
      {isTicked ? (
        <input
          type="checkbox"
          id={`event-${event.id}`}
          name="event"
          value={event.id}
          defaultChecked={written.event?.includes(event.id)}
          aria-label={text.tick({ title: name })}
        />
      ) : (
        <Door state={own.some(({ state }) => state === "confirmed") ? "open" : own.length > 0 ? "ajar" : "closed"} />
      )}
      <div>
        <a href={`/${language}/events/${event.slug}`} lang={title?.language === language ? undefined : title?.language}>
          <b>{name}</b>
        </a>{" "}
        {own.map(({ id, state }) => (
          <a key={id} className="ticket-tag" href={`/${language}/events/${event.slug}/registrations/${id}`}>
            {text.states[state]}
          </a>
        ))}
        {event.status !== "published" && <span className="ticket-tag">{text[event.status]}</span>}
        <p className="small soft">
          {[`${clock(from)}–${clock(until)}`, where, others.map((host) => host.name).join(", ")].filter(Boolean).join(" · ")}
        </p>
        {isTicked && event.hasQueue && <QueueOf event={event} name={name} language={language} />}
        {isTicked && types.length > 1 && (
          <p>
            <label className="small">
              <span className="hidden">{text.kind({ title: name })}</span>
              <select name={`type-${event.id}`} defaultValue={oneOf(written, `type-${event.id}`)}>
                {types.map((type) => (
                  <option key={type.id} value={type.id}>
                    {type.name}
                  </option>
                ))}
              </select>
            </label>
          </p>
        )}
      </div>
      <p className="small end">
        {first && (
          <>
            <b>{first.priceOre === 0 ? text.free : money(first.priceWithVatOre, language)}</b>
            <br />
            {first.memberPriceWithVatOre !== null && first.memberPriceOre !== first.priceOre && (
              <>
                <span className="soft">{text.member({ price: money(first.memberPriceWithVatOre, language) })}</span>
                <br />
              </>
            )}
            {!event.isOpen ? (
              event.status === "published" && text.over
            ) : left > 0 ? (
              text.left({ count: number(left, language), isOne: left === 1 })
            ) : (
              <>
                {text.full}
                {first.waiting > 0 && `, ${text.waiting({ count: number(first.waiting, language) })}`}
              </>
            )}
          </>
        )}
      </p>
      {errors && isTicked && (
        <fieldset className="part joint-answers">
          <legend className="label">{text.asksOf({ title: name })}</legend>
          <input type="hidden" name="asked" value={event.id} />
          <AnswerFields
            questions={event.questions}
            answers={{}}
            written={written}
            errors={errors}
            answersKeptDays={event.answersKeptDays}
            ticketId={event.id}
            language={language}
          />
        </fieldset>
      )}
    </li>
  );
}
