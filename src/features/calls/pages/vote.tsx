import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { RadioField } from "../../../interface/components/choice-field.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { oneOf, writtenIn } from "../../../interface/form-values.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { visitOf } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import type { EventApi } from "../../events/routes.ts";
import type { VotingApi } from "../voting/routes.ts";
import { Said, saidIn } from "./parts/said.tsx";
import { voteWords } from "./vote-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const ticket = new URL(given.request.url).searchParams.get("ticket")?.trim() || undefined;
  const ballot = await read(
    client<VotingApi>(visit).calls[":id"].ballot.$get({ param: { id: given.params.call ?? "" }, query: { ticket } }),
  );
  const isKnown = visit.actor.kind === "person" && ballot.event !== null && ballot.state === "open";
  const own = isKnown
    ? await read(client<EventApi>(visit).me.registrations.$get({ query: { event: ballot.event?.slug ?? "", limit: "20" } }))
    : { items: [] };
  return { ballot, ticket, own: own.items.filter(({ state }) => state === "confirmed").flatMap(({ tickets }) => tickets) };
}

export async function action(given: ActionFunctionArgs) {
  const visit = visitOf(given);
  const written = writtenIn(await given.request.formData());
  const [ticket, submissionId] = [oneOf(written, "ticket"), oneOf(written, "submission")];
  const { problem } = await attempt(
    client<VotingApi>(visit).calls[":id"].vote.$put({ param: { id: given.params.call ?? "" }, json: { ticket, submissionId } }),
  );
  if (problem) return data({ problem }, { status: problem.status });
  const { pathname } = new URL(given.request.url);
  throw redirect(`${pathname}?${new URLSearchParams({ ticket })}`, 303);
}

/** On a phone in the hall: one's ticket, what one can choose between, and the vote. */
export default function Vote() {
  const { ballot, ticket, own } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = voteWords[language];
  const title = saidIn(ballot.call.title, language);
  const path = `/${language}/calls/${ballot.call.slug}`;
  const mayVote = ballot.ticket?.isKnown === true && ballot.ticket.isCheckedIn;
  const chosen = ballot.candidates.find(({ id }) => id === ballot.ticket?.votedFor);
  return (
    <Page title={`${text.title}: ${title}`} path={`/calls/${ballot.call.slug}/vote`} area={{ kind: "public" }} isBare>
      <div className="phone-page">
        <div className="phone-body">
          <p className="small soft">
            <a href={path}>
              <Said texts={ballot.call.title} language={language} />
            </a>
          </p>
          <h1>{ballot.state === "closed" ? text.closed : text.title}</h1>
          {refused && <Notice kind="wrong" role="alert" title={refused.problem.title} />}
          {ballot.state === "not_yet" && (
            <StatePane state="empty" title={text.notYet}>
              <p>{text.notYetAbout}</p>
            </StatePane>
          )}
          {ballot.state === "closed" && (
            <p>
              <a className="button lit full" href={`${path}/screen`}>
                {text.toScreen}
              </a>
            </p>
          )}
          {ballot.state === "open" && <p>{text.lead}</p>}
          {ballot.state === "open" && chosen && <Notice kind="good" role="status" title={text.given({ title: chosen.title })} />}
          {ballot.state === "open" && mayVote && (
            <form method="post" className="form">
              <input type="hidden" name="ticket" value={ticket} />
              <RadioField
                name="submission"
                label={text.choose}
                language={language}
                defaultValue={chosen?.id ?? ""}
                options={ballot.candidates.map(({ id, title: label }) => ({ value: id, label }))}
              />
              <button className="button lit full" type="submit">
                {chosen ? text.change : text.give}
              </button>
              <p>
                <a href={`${path}/vote`}>{text.otherTicket}</a>
              </p>
            </form>
          )}
          {ballot.state === "open" && !mayVote && (
            <TicketForm
              own={own}
              ticket={ticket}
              error={ballot.ticket ? (ballot.ticket.isKnown ? text.notCheckedIn : text.unknown) : undefined}
              language={language}
            />
          )}
        </div>
      </div>
    </Page>
  );
}

type FormProps = { own: { id: string; code: string }[]; ticket: string | undefined; error: string | undefined; language: Language };

function TicketForm({ own, ticket, error, language }: FormProps) {
  const text = voteWords[language];
  return (
    <>
      {own.length > 0 && (
        <section className="stack close" aria-labelledby="tickets">
          <h2 id="tickets">{text.yourTickets}</h2>
          {own.map(({ id, code }) => (
            <a key={id} className="button full" href={`?${new URLSearchParams({ ticket: code })}`}>
              {text.withTicket({ code })}
            </a>
          ))}
        </section>
      )}
      <form method="get" className="form">
        <TextField
          name="ticket"
          label={text.ticket}
          hint={text.ticketHint}
          language={language}
          defaultValue={ticket ?? ""}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={400}
          {...(error !== undefined && { error })}
        />
        <button className={own.length > 0 ? "button full" : "button lit full"} type="submit">
          {text.findTicket}
        </button>
      </form>
    </>
  );
}
