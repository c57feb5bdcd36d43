import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read, readAll } from "../../../../interface/api-client.ts";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { writtenIn } from "../../../../interface/form-values.ts";
import { excerpt, list, number } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { softHyphens } from "../../../../interface/soft-hyphens.ts";
import { visitOf } from "../../../../interface/visit.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { AccountsApi } from "../../../accounts/routes.ts";
import { textIn } from "../../../spaces/parts.ts";
import { answerField } from "../../pages/answers-written.ts";
import { daysOver } from "../../pages/event-times.ts";
import { PartnerList } from "../../partners/pages/partner-list.tsx";
import type { PartnerApi } from "../../partners/routes.ts";
import type { EventApi } from "../../routes.ts";
import type { ParentApi } from "../routes.ts";
import { parentWords } from "./parent-words.ts";
import { ChooseEvents } from "./parts/choose-events.tsx";
import { ParentCounts } from "./parts/parent-counts.tsx";
import { type Lacking, WhyNot } from "./parts/why-not.tsx";
import { registerForTicked } from "./register-jointly-action.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const { searchParams } = new URL(given.request.url);
  const param = { id: given.params.parent ?? "" };
  const api = client<ParentApi>(visit)["event-parents"][":id"];
  const isKnown = visit.actor.kind === "person";
  const [parent, partners, own, me] = await Promise.all([
    read(api.$get({ param })),
    read(client<PartnerApi>(visit)["event-parents"][":id"].partners.$get({ param })),
    isKnown ? readAll((page) => client<EventApi>(visit).me.registrations.$get({ query: { parent: param.id, ...page } })) : undefined,
    isKnown ? read(client<AccountsApi>(visit).me.$get()) : undefined,
  ]);
  const counts = parent.abilities.run ? await read(api.counts.$get({ param })) : undefined;
  const ids = (name: string) => (searchParams.get(name) ?? "").split(",").filter(Boolean);
  return {
    parent,
    partners,
    counts,
    own: (own ?? [])
      .filter(({ state }) => state !== "cancelled")
      .map(({ id, state, event, placeInLine }) => ({ id, state, eventId: event.id, placeInLine })),
    payers: [...new Map((me?.positions ?? []).map(({ organization }) => [organization.id, organization.name]))].map(([id, name]) => ({
      id,
      name,
    })),
    written: writtenIn(searchParams),
    came: searchParams.has("got")
      ? { got: Number(searchParams.get("got")), waits: ids("waits"), refused: ids("refused").map(lackingOf) }
      : undefined,
    isMade: searchParams.has("made"),
  };
}

export function action(given: ActionFunctionArgs) {
  return registerForTicked(given);
}

export type ShownParent = Awaited<ReturnType<typeof loader>>["parent"];

/** A festival or series: what there is, day by day, and one form to register for several at once. */
export default function Parent() {
  const { parent, partners, counts, own, payers, written, came, isMade } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const shell = useShell();
  const { language } = shell;
  const text = parentWords[language];
  const title = textIn(parent.title, language);
  const about = textIn(parent.descriptions, language);
  const name = title?.text ?? "";
  const titlesOf = (ids: readonly string[]) =>
    list(
      ids.map((id) => textIn(parent.events.find((event) => event.id === id)?.title ?? {}, language)?.text ?? ""),
      language,
    );
  const [first, last] = [parent.events[0], parent.events.at(-1)];
  const over = first && last ? daysOver({ startsAt: first.startsAt, endsAt: last.endsAt, timeZone: first.timeZone }, language) : undefined;
  const [leads, ...others] = parent.hosts;
  const link = ({ slug, name: called }: (typeof parent.hosts)[number]) => <a href={`/${language}/organizations/${slug}`}>{called}</a>;
  const places = [...new Set(parent.events.flatMap(({ municipality }) => municipality?.name ?? []))];
  const path = `/${parent.kind === "festival" ? "festivals" : "series"}/${parent.slug}`;
  return (
    <Page
      title={refused && refused.messages.length > 0 ? `${text.error}: ${name}` : name}
      description={excerpt([text.kinds[parent.kind], over && `${over.days} ${over.rest}`, about?.text].filter(Boolean).join(". "))}
      path={path}
      area={{ kind: "public" }}
      current="events"
    >
      <div className="frame">
        <Crumbs trail={[{ label: text.events, href: `/${language}/events` }, { label: name }]} language={language} />
        <div className="stack close parent-head">
          {over && (
            <p className="event-when">
              <b>{over.days}</b> {over.rest}
            </p>
          )}
          <h1 lang={title?.language === language ? undefined : title?.language}>{softHyphens(name)}</h1>
          {places.length > 0 && (
            <p className="with-icon">
              <Icon name="place" /> <span>{list(places, language)}</span>
            </p>
          )}
          <p className="small">
            {text.heldBy} {leads && link(leads)}
            {others.map((host, place) => (
              <span key={host.id}>
                {place === 0 ? ` ${text.with} ` : ", "}
                {link(host)}
              </span>
            ))}
            .
          </p>
          {about && (
            <div className="prose" lang={about.language === language ? undefined : about.language}>
              {about.text.split(/\n{2,}/).map((paragraph) => (
                <p key={paragraph} className="written">
                  {paragraph}
                </p>
              ))}
            </div>
          )}
        </div>
      </div>
      <div className="frame stack page-end" id="register">
        {isMade && <Notice kind="good" role="status" title={text.made} />}
        {came && !refused && (
          <Notice
            kind={came.refused.length + came.waits.length > 0 ? "care" : "good"}
            role="status"
            title={came.got === 0 ? text.doneNone : text.done({ count: number(came.got, language), isOne: came.got === 1 })}
          >
            {came.waits.length > 0 && <p>{text.waits({ titles: titlesOf(came.waits) })}</p>}
            <WhyNot lacking={came.refused} parent={parent} language={language} />
          </Notice>
        )}
        <ErrorSummary errors={refused?.errors ?? []} labels={questionLabels(parent, language)} language={language} />
        {refused?.asks && refused.messages.length === 0 && (
          <Notice kind="note" role="status" title={text.asks}>
            <p>{text.asksAbout}</p>
          </Notice>
        )}
        {refused && refused.messages.length > 0 && (refused.errors ?? []).length === 0 && (
          <Notice kind="wrong" role="alert" title={text.couldNot}>
            {refused.messages.map((message) => (
              <p key={message}>{message}</p>
            ))}
            <WhyNot lacking={refused.lacking ?? []} parent={parent} language={language} />
          </Notice>
        )}
        <ChooseEvents
          parent={parent}
          own={own}
          payers={payers}
          written={refused?.written ?? written}
          asks={refused?.asks ?? []}
          errors={refused?.errors ?? []}
          isKnown={shell.actor !== undefined}
          path={`/${language}${path}`}
          language={language}
        />
        <PartnerList
          partners={partners.items}
          edit={partners.abilities.change && parent.kind === "festival" ? `/${language}${path}/partners` : undefined}
          language={language}
        />
        {parent.abilities.run && (
          <p>
            <a className="button" href={`/${language}${path}/events/new`}>
              {text.addEvents}
            </a>
          </p>
        )}
        {counts && <ParentCounts counts={counts} language={language} />}
      </div>
    </Page>
  );
}

function lackingOf(told: string): Lacking {
  const [event = "", code = ""] = told.split(":");
  return { event, code };
}

// in the summary a sentence stands far from its question
function questionLabels({ events }: ShownParent, language: Language): Record<string, string> {
  const labels = events.flatMap(({ id, questions }) =>
    questions.map(({ key, label }): [string, string] => [answerField(key, id), textIn(label, language)?.text ?? key]),
  );
  return Object.fromEntries(labels);
}
