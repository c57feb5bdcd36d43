import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { DefaultButton } from "../../../../interface/components/default-button.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { oneOf, type Written } from "../../../../interface/form-values.ts";
import { list, number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { queueOpensMinutes } from "../../queueing/queue.ts";
import { answerWords } from "../answer-words.ts";
import { momentInWords } from "../event-times.ts";
import { eventWords } from "../event-words.ts";
import type { Loaded, ShownRegistration, ShownType } from "../load-event.ts";
import { queueWords } from "../queue-words.ts";
import type { Shown } from "../register-action.ts";
import { saleOf } from "../sale-of.ts";
import { OwnRow } from "./own-row.tsx";
import { TicketRow } from "./ticket-row.tsx";

export type TicketsProps = Omit<Loaded, "agenda" | "partners"> & {
  written: Written;
  shown: Shown | undefined;
  isKnown: boolean;
  /** Of the event's page. */
  path: string;
  now: string;
  today: string;
  language: Language;
};

/** The kinds of tickets by the quotas they draw on, in one form: how many, or a place on the list. */
export function Tickets(tickets: TicketsProps) {
  const { event, registrations, payers, written, path, isKnown, language } = tickets;
  const text = eventWords[language];
  const groups = Map.groupBy(event.ticketTypes, ({ quotas }) => quotas.join("\n"));
  const ownOf = ({ id }: ShownType) => registrations.filter(({ ticketType }) => ticketType.id === id);
  const forSale = event.abilities.register ? event.ticketTypes.filter((type) => isForSale(type, ownOf(type), tickets)) : [];
  const canWait = event.abilities.register && event.ticketTypes.some((type) => isToWaitFor(type, ownOf(type), tickets));
  const hasPrice = forSale.some(({ priceOre }) => priceOre > 0);
  const mustQueue = isToQueue(tickets);
  const asks = event.questions.length > 0;
  return (
    <form className="ticket-box" method="post" action={`${path}#tickets`} noValidate>
      {forSale.length > 0 && <DefaultButton act={mustQueue ? "queue" : "register"} />}
      {[...groups.values()].map((types) => (
        <fieldset key={types[0]?.id} className="ticket-group">
          <legend>
            <Shares types={types} tickets={tickets} />
          </legend>
          {types.map((type) => {
            const own = ownOf(type);
            return own.length > 0 ? (
              own.map((registration) => <OwnRow key={registration.id} registration={registration} type={type} asks={asks} {...tickets} />)
            ) : (
              <TicketRow key={type.id} type={type} isFirst={registrations.length === 0 && type.id === forSale[0]?.id} tickets={tickets} />
            );
          })}
        </fieldset>
      ))}
      {(forSale.length > 0 || canWait || mustQueue) && (
        <div className="ticket-sum stack close">
          {payers.length > 0 && (!mustQueue || canWait) && (
            <SelectField
              name="payer"
              label={text.payer}
              hint={text.payerHint}
              isOptional
              options={[{ value: "", label: text.me }, ...payers.map(({ id, name }) => ({ value: id, label: name }))]}
              defaultValue={oneOf(written, "payer")}
              language={language}
            />
          )}
          <Terms hasPrice={hasPrice} asks={asks && forSale.length > 0} tickets={tickets} />
          {mustQueue && (
            <button type="submit" className="button lit full" name="act" value="queue">
              {queueWords[language].stand} <Icon name="arrow-right" />
            </button>
          )}
          {forSale.length > 0 && !mustQueue && (
            <button type="submit" className="button lit full" name="act" value="register">
              {hasPrice || asks ? text.hold : event.needsApproval ? text.ask : text.register} <Icon name="arrow-right" />
            </button>
          )}
          {!isKnown && <p className="small">{text.signInFirst}</p>}
        </div>
      )}
    </form>
  );
}

type TermsProps = { hasPrice: boolean; asks: boolean; tickets: TicketsProps };

/** What one agrees to by registering: the price and what giving back costs, who decides, and how long the place is kept. */
function Terms({ hasPrice, asks, tickets: { event, today, language } }: TermsProps) {
  const text = eventWords[language];
  const { cancelTerms: terms, timeZone } = event;
  const told = [
    hasPrice && event.vatPercent > 0 && text.vat,
    asks ? answerWords[language].asks : hasPrice && text.holds,
    hasPrice && text.billed,
  ].filter(Boolean);
  return (
    <>
      {told.length > 0 && <p className="small soft">{told.join(" ")}</p>}
      {hasPrice && terms && (
        <p className="small">
          {text.freeUntil({
            moment: momentInWords(terms.freeUntil, { timeZone, today, language }),
            percent: number(terms.latePercent, language),
          })}
        </p>
      )}
      {event.needsApproval && <p className="small">{text.approval({ hours: number(event.approvalHours, language) })}</p>}
    </>
  );
}

/** Whether one stands in the queue before one chooses: from an hour before the first tickets are sold. */
export function isToQueue({ event, now }: Pick<TicketsProps, "event" | "now">): boolean {
  if (!event.hasQueue || event.letInUntil !== null || !event.abilities.register) return false;
  const soon = Temporal.Instant.from(now).add({ minutes: queueOpensMinutes }).toString();
  return event.ticketTypes.some((type) => type.left > 0 && (saleOf(type, now) === "open" || saleOf(type, soon) === "open"));
}

/** Whether one can take places of it now. */
function isForSale(type: ShownType, own: ShownRegistration[], { now }: Pick<TicketsProps, "now">): boolean {
  return own.length === 0 && type.left > 0 && saleOf(type, now) === "open";
}

function isToWaitFor(type: ShownType, own: ShownRegistration[], { now }: Pick<TicketsProps, "now">): boolean {
  return own.length === 0 && type.left === 0 && saleOf(type, now) === "open";
}

function Shares({ types, tickets }: { types: ShownType[]; tickets: TicketsProps }) {
  const { event, language } = tickets;
  const text = eventWords[language];
  const [first] = types;
  const drawn = event.quotas.filter(({ name }) => first?.quotas.includes(name));
  const seats = Math.min(...drawn.map(({ size }) => size));
  const told = { seats: number(seats, language), left: number(first?.left ?? 0, language) };
  return (
    <>
      {list(first?.quotas ?? [], language)}{" "}
      <span className="soft">· {types.length > 1 ? text.sharesTogether(told) : text.shares(told)}</span>
    </>
  );
}
