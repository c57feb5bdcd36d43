import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read, readAll } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { number } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { textIn } from "../../spaces/parts.ts";
import { type InvitationState, invitationStates } from "../inviting/invitation.ts";
import type { EventInvitationApi } from "../inviting/routes.ts";
import type { EventApi } from "../routes.ts";
import { momentInWords } from "./event-times.ts";
import { eventWords } from "./event-words.ts";
import { invitationWords } from "./invitation-words.ts";
import { inviteWritten } from "./invitations-action.ts";
import { InviteForm } from "./parts/invite-form.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const { searchParams } = new URL(given.request.url);
  const param = { id: given.params.event ?? "" };
  const state = invitationStates.find((one) => one === searchParams.get("state"));
  const api = client<EventApi>(visit).events;
  const [event, list] = await Promise.all([
    read(api[":id"].$get({ param })),
    read(
      client<EventInvitationApi>(visit).events[":id"].invitations.$get({
        param,
        query: { limit: "100", state, cursor: searchParams.get("cursor") ?? undefined },
      }),
    ),
  ]);
  // what those who lead have held the last year
  const leads = event.hosts.find((host) => host.leads);
  const from = visit.now.subtract({ hours: 24 * 365 }).toString();
  const earlier = await readAll((page) => api.$get({ query: { from, to: visit.now.toString(), organization: leads?.id, ...page } }));
  return {
    event,
    list,
    state,
    earlier: earlier.filter(({ id }) => id !== event.id).map(({ slug, title }) => ({ slug, title })),
    today: dayIn(visit.now, event.timeZone),
    added: searchParams.get("added"),
    known: searchParams.get("known") ?? "0",
  };
}

export function action(given: ActionFunctionArgs) {
  return inviteWritten(given);
}

/** Who is invited to an event, what they have said, and where more are invited. */
export default function Invitations() {
  const { event, list, state, earlier, today, added, known } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = invitationWords[language];
  const name = textIn(event.title, language)?.text ?? "";
  const path = `/${language}/events/${event.slug}`;
  const when = (at: string) => momentInWords(at, { timeZone: event.timeZone, today, language });
  const to = (query: Record<string, string>) => `?${new URLSearchParams(query)}`;
  const count = (each: InvitationState | undefined) =>
    number(each ? list.counts[each] : invitationStates.reduce((sum, one) => sum + list.counts[one], 0), language);
  return (
    <Page title={refused ? `${text.error}: ${text.title}` : `${text.title} · ${name}`} area={{ kind: "public" }} current="events">
      <div className="frame section stack">
        <Crumbs
          trail={[{ label: eventWords[language].events, href: `/${language}/events` }, { label: name, href: path }, { label: text.title }]}
          language={language}
        />
        <h1>{text.title}</h1>
        <p className="lead">{text.lead}</p>
        <ErrorSummary errors={refused?.errors ?? []} language={language} />
        {refused && refused.errors.length === 0 && (
          <Notice kind="wrong" role="alert" title={text.couldNot}>
            <p>{refused.title}</p>
          </Notice>
        )}
        {!refused && added !== null && (
          <Notice
            kind="good"
            role="status"
            title={text.did({ added: number(Number(added), language), known: number(Number(known), language) })}
          />
        )}
        <InviteForm hosts={event.hosts} earlier={earlier} written={refused?.written} errors={refused?.errors ?? []} language={language} />
        <ul className="chips">
          {[undefined, ...invitationStates].map((each) => (
            <li key={each ?? "all"}>
              <a
                className="chip"
                href={each ? to({ state: each }) : `${path}/invitations`}
                aria-current={each === state ? "true" : undefined}
              >
                {each ? text.states[each] : text.all} {count(each)}
              </a>
            </li>
          ))}
        </ul>
        {list.items.length === 0 ? (
          <StatePane state={state ? "no-hits" : "empty"} title={state ? text.noneOf : text.none}>
            {!state && <p>{text.noneAbout}</p>}
          </StatePane>
        ) : (
          <DataTable
            caption={text.title}
            isCaptionHidden
            rows={list.items}
            keyOf={({ personId }) => personId}
            columns={[
              { label: text.who, isHeading: true, cell: (row) => row.name },
              { label: text.address, cell: (row) => row.email },
              { label: text.state, cell: (row) => text.states[row.state] },
              { label: text.invited, cell: (row) => (row.toldAt ? when(row.toldAt) : text.notTold) },
              {
                label: text.withdraw,
                cell: (row) =>
                  row.state === "registered" ? (
                    ""
                  ) : (
                    <form method="post">
                      <button
                        type="submit"
                        className="text-button"
                        name="act"
                        value={`withdraw:${row.personId}`}
                        aria-label={text.withdrawFor({ name: row.name })}
                      >
                        {text.withdraw}
                      </button>
                    </form>
                  ),
              },
            ]}
          />
        )}
        <ShowMore cursor={list.nextCursor} to={(cursor) => to({ ...(state && { state }), cursor })} language={language} />
      </div>
    </Page>
  );
}
