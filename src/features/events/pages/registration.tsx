import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { TextareaField } from "../../../interface/components/text-field.tsx";
import { oneOf } from "../../../interface/form-values.ts";
import { inWords, inWordsFirst, money, number } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { softHyphens } from "../../../interface/soft-hyphens.ts";
import { signedIn } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { textIn } from "../../spaces/parts.ts";
import type { EventApi } from "../routes.ts";
import { answerWords } from "./answer-words.ts";
import { answerField, type FieldError } from "./answers-written.ts";
import { momentInWords, timesInWords } from "./event-times.ts";
import { eventWords } from "./event-words.ts";
import type { ShownEvent } from "./load-event.ts";
import { AnswerForm } from "./parts/answer-form.tsx";
import { ChargeList } from "./places/charge-list.tsx";
import { NameForm, nameLabels } from "./places/name-form.tsx";
import { OwnTickets } from "./places/own-tickets.tsx";
import { placeWords } from "./places/place-words.ts";
import { changeRegistration } from "./registration-action.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const { event = "", registration: id = "" } = given.params;
  const api = client<EventApi>(visit);
  const registration = await read(api.registrations[":id"].$get({ param: { id } }));
  if (![registration.event.slug, registration.event.id].includes(event)) throw new Response(null, { status: 404 });
  const whole = await read(api.events[":id"].$get({ param: { id: registration.event.id } }));
  const did = new URL(given.request.url).searchParams.get("did") ?? "";
  return { registration, whole, today: dayIn(visit.now, registration.event.timeZone), did };
}

export function action(given: ActionFunctionArgs) {
  return changeRegistration(given);
}

/** One registration: its tickets with their codes, or how long the places are kept, or the number in line. */
export default function RegistrationPage() {
  const { registration, whole, today, did } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = eventWords[language];
  const asked = answerWords[language];
  const asks = whole.questions.length > 0 && registration.abilities.answer;
  const act = refused && oneOf(refused.written, "act");
  const places = placeWords[language];
  const done = { answered: asked.saved, named: places.saved, returned: places.givenBack }[did];
  const form = { event: whole, registration, written: refused?.written, errors: refused?.errors ?? [], language };
  const {
    event,
    state,
    isOffer,
    heldUntil,
    placeInLine,
    quantity,
    organization,
    priceOre,
    tickets,
    abilities,
    ending,
    onlineUrl,
    awaitsApproval,
  } = registration;
  const name = textIn(event.title, language)?.text ?? "";
  const path = `/${language}/events/${event.slug}`;
  const until = heldUntil ? momentInWords(heldUntil, { timeZone: event.timeZone, today, language }) : "";
  return (
    <Page title={refused ? `${text.error}: ${name}` : `${text.yourRegistration} · ${name}`} area={{ kind: "public" }} current="events">
      <div className="frame">
        <Crumbs
          trail={[{ label: text.events, href: `/${language}/events` }, { label: name, href: path }, { label: text.yourRegistration }]}
          language={language}
        />
        <div className="form-page">
          <div className="stack">
            <h1>{softHyphens(name)}</h1>
            <p className="lead">{timesInWords(event, language)}</p>
            <ErrorSummary
              errors={told(refused?.errors ?? [], whole.questions, language)}
              labels={nameLabels(registration, language)}
              language={language}
            />
            {refused && refused.errors.length === 0 && (
              <Notice kind="wrong" role="alert" title={text.couldNot}>
                <p>{refused.title}</p>
              </Notice>
            )}
            {!refused && done && <Notice kind="good" role="status" title={done} />}
            <section className="room panel stack close" aria-labelledby="standing" role={did === "confirmed" ? "status" : undefined}>
              <h2 id="standing">{isOffer ? text.offered : awaitsApproval ? text.asking : text.states[state]}</h2>
              {state === "confirmed" && <p>{text.ticketsAbout}</p>}
              {tickets.some(({ token }) => token !== null) && (
                <p>
                  <a className="button lit" href={`/${language}/me/events/${registration.id}`}>
                    {text.seeTickets}
                  </a>
                </p>
              )}
              {ending && <p>{text.endings[ending]}</p>}
              {registration.endingReason && <p className="written">{text.reason({ reason: registration.endingReason })}</p>}
              {heldUntil && (
                <p>
                  {abilities.approve
                    ? text.askedBy({ name: registration.holder, moment: until })
                    : awaitsApproval
                      ? text.askingUntil({ moment: until })
                      : isOffer
                        ? text.offeredUntil({ moment: until })
                        : text.heldUntil({ moment: until })}
                </p>
              )}
              {abilities.approve && <Deciding />}
              {placeInLine !== null && <p>{text.inLine({ number: number(placeInLine, language) })}</p>}
              {onlineUrl && (
                <p>
                  <a href={onlineUrl}>{text.joinOnline}</a>
                </p>
              )}
              {abilities.confirm && !asks && (
                <form method="post">
                  <Answering isOffer={isOffer} />
                </form>
              )}
            </section>
            {asks && abilities.confirm && (
              <section className="stack" aria-labelledby="asked">
                <h2 id="asked">{asked.title}</h2>
                <AnswerForm {...form}>
                  <Answering isOffer={isOffer} />
                </AnswerForm>
              </section>
            )}
            {tickets.length > 0 && (
              <section className="stack" aria-labelledby="own-tickets">
                <h2 id="own-tickets">{text.tickets}</h2>
                <OwnTickets registration={registration} language={language} />
              </section>
            )}
            {abilities.nameHolders && (
              <details className="part" open={tickets.some(({ holder }) => holder === null) || act === "name"}>
                <summary>{tickets.length === 1 ? places.giveAway : places.title}</summary>
                {tickets.length > 1 && (
                  <p>
                    {places.named({
                      named: inWordsFirst(tickets.filter(({ holder }) => holder !== null).length, language),
                      places: inWords(quantity, language),
                    })}
                  </p>
                )}
                <NameForm
                  registration={registration}
                  written={act === "name" ? refused?.written : undefined}
                  errors={refused?.errors ?? []}
                  language={language}
                />
              </details>
            )}
            {asks && !abilities.confirm && (
              <details className="part" open={act === "answer"}>
                <summary>{asked.yours}</summary>
                <AnswerForm {...form}>
                  <p>
                    <button type="submit" className="button" name="act" value="answer">
                      {asked.save}
                    </button>
                  </p>
                </AnswerForm>
              </details>
            )}
            {abilities.cancel && !abilities.confirm && (
              <details className="part" open={act === "cancel"}>
                <summary>{state === "waiting" ? text.leave : text.giveBack}</summary>
                <form method="post" className="form">
                  {state === "confirmed" && <p>{text.giveBackAbout}</p>}
                  {registration.lateCancelOre > 0 && (
                    <p>
                      <b>{text.costsNow({ price: money(registration.lateCancelOre, language) })}</b>
                    </p>
                  )}
                  {state === "confirmed" && registration.lateCancelOre === 0 && priceOre > 0 && whole.cancelTerms && (
                    <p>
                      {text.freeUntil({
                        moment: momentInWords(whole.cancelTerms.freeUntil, { timeZone: event.timeZone, today, language }),
                        percent: number(whole.cancelTerms.latePercent, language),
                      })}
                    </p>
                  )}
                  <p>
                    <button type="submit" className="button" name="act" value="cancel">
                      {state === "waiting" ? text.leave : text.giveBack}
                    </button>
                  </p>
                </form>
              </details>
            )}
          </div>
          <aside className="side">
            <dl className="hire-facts">
              <div>
                <dt>{text.kind}</dt>
                <dd>
                  {registration.ticketType.name}, {text.places({ count: inWords(quantity, language), isOne: quantity === 1 })}
                </dd>
              </div>
              {/* who waits owes nothing yet: what a place costs stands on the event */}
              {state !== "waiting" && (
                <div>
                  <dt>{text.price}</dt>
                  <dd>
                    {priceOre === 0 ? text.free : money(registration.priceWithVatOre, language)}
                    {organization && registration.priceWithVatOre > priceOre && (
                      <>
                        <br />
                        {text.withoutVat({ price: money(priceOre, language) })}
                      </>
                    )}
                    {priceOre > 0 && (
                      <>
                        <br />
                        {text.payedBy({ name: organization?.name ?? registration.holder })}
                      </>
                    )}
                  </dd>
                </div>
              )}
              <ChargeList registration={registration} language={language} />
            </dl>
            <p>
              <a href={path}>{text.toEvent}</a>
            </p>
          </aside>
        </div>
      </div>
    </Page>
  );
}

// a question may end as one: "Hva vil du på fredag? Svar på dette."
function told(errors: readonly FieldError[], questions: ShownEvent["questions"], language: Language): FieldError[] {
  return errors.map(({ field, message }) => {
    const question = questions.find(({ key }) => answerField(key) === field);
    const label = question && (textIn(question.label, language)?.text ?? question.key);
    return { field, message: label ? `${label}${/[?.!]$/.test(label) ? "" : ":"} ${message}` : message };
  });
}

/** Letting somebody in who asks to come, or saying no in words they get to read. */
function Deciding() {
  const { language } = useShell();
  const text = eventWords[language];
  return (
    <>
      <form method="post" className="buttons">
        <button type="submit" className="button lit" name="act" value="approve">
          {text.letIn}
        </button>
      </form>
      <details className="part">
        <summary>{text.turnAway}</summary>
        <form method="post" className="form" noValidate>
          <TextareaField name="reason" label={text.turnAwayWhy} hint={text.turnAwayAbout} maxLength={1000} language={language} />
          <p>
            <button type="submit" className="button" name="act" value="refuse">
              {text.turnAway}
            </button>
          </p>
        </form>
      </details>
    </>
  );
}

/** Taking what is held, or letting it go. */
function Answering({ isOffer }: { isOffer: boolean }) {
  const text = eventWords[useShell().language];
  return (
    <div className="buttons">
      <button type="submit" className="button lit" name="act" value="confirm">
        {isOffer ? text.take : text.confirm}
      </button>
      <button type="submit" className="button" name="act" value="cancel">
        {isOffer ? text.decline : text.letGo}
      </button>
    </div>
  );
}
