import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { RadioField } from "../../../../interface/components/choice-field.tsx";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { dayIn } from "../../../../platform/time/day.ts";
import type { OrganizationsApi } from "../../../organizations/routes.ts";
import { textIn } from "../../../spaces/parts.ts";
import { RefusingEvent, refusingIn } from "../../pages/parts/refusing-event.tsx";
import { mayChangeHosts } from "../../policy.ts";
import type { EventApi } from "../../routes.ts";
import { changeHosts } from "./change-hosts-action.ts";
import { hostWords } from "./host-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const [{ title, slug, hosts, abilities, parent, timeZone }, organizations] = await Promise.all([
    read(client<EventApi>(visit).events[":id"].$get({ param: { id: given.params.event ?? "" } })),
    read(client<OrganizationsApi>(visit).organizations.$get({ query: { limit: "200" } })),
  ]);
  if (!abilities.run) throw new Response(null, { status: 404 });
  const mayRemove = hosts.filter(({ id, leads }) => !leads && mayChangeHosts(visit.actor, hosts, id)).map(({ id }) => id);
  return {
    event: { title, slug, hosts, parent },
    today: dayIn(visit.now, timeZone),
    mayAdd: mayChangeHosts(visit.actor, hosts),
    mayRemove,
    organizations: organizations.items.map(({ name }) => name),
    did: new URL(given.request.url).searchParams.get("did") ?? "",
  };
}

export function action(given: ActionFunctionArgs) {
  return changeHosts(given);
}

/** Where it is said who holds an event together with the one that leads. */
export default function Hosts() {
  const { event, mayAdd, mayRemove, organizations, today, did } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = hostWords[language];
  const name = textIn(event.title, language)?.text ?? "";
  const refusing = refusingIn(refused?.problem, event.slug);
  const errors = refused?.field ? [{ field: refused.field, message: refused.message }] : [];
  return (
    <Page title={`${refused ? `${text.error}: ` : ""}${text.title} · ${name}`} area={{ kind: "public" }} current="events">
      <div className="frame section stack">
        <Crumbs trail={[{ label: name, href: `/${language}/events/${event.slug}` }, { label: text.title }]} language={language} />
        <div>
          <h1>{text.title}</h1>
          <p className="lead">{text.lead}</p>
        </div>
        {!refused && text.did[did] && <Notice kind="good" role="status" title={text.did[did]} />}
        <ErrorSummary errors={errors} language={language} />
        {refusing && <RefusingEvent event={refusing} page="/hosts" why={refused?.message ?? ""} today={today} language={language} />}
        {refused && !refusing && errors.length === 0 && (
          <Notice kind="wrong" role="alert" title={text.couldNot}>
            <p>{refused.message}</p>
          </Notice>
        )}
        <div className="agenda-columns">
          <section className="stack" aria-labelledby="hosts">
            <h2 id="hosts">{text.hosts}</h2>
            <form method="post">
              <ul className="lines partner-lines">
                {event.hosts.map((host) => (
                  <li key={host.id}>
                    <div>
                      <a href={`/${language}/organizations/${host.slug}`}>{host.name}</a>{" "}
                      {host.leads && <span className="ticket-tag">{text.leads}</span>}
                    </div>
                    {mayRemove.includes(host.id) && (
                      <>
                        {!mayAdd && <input type="hidden" name={`own-${host.slug}`} value="own" />}
                        <button
                          type="submit"
                          className="text-button"
                          name="act"
                          value={`remove:${host.slug}`}
                          aria-label={text.removeThis({ name: host.name })}
                        >
                          {text.remove}
                        </button>
                      </>
                    )}
                  </li>
                ))}
              </ul>
              {mayRemove.length > 0 && scope("remove")}
            </form>
            {mayRemove.length > 0 && <p className="small soft">{text.removeAbout}</p>}
          </section>
          {mayAdd ? (
            <section className="stack" aria-labelledby="add">
              <h2 id="add">{text.add}</h2>
              <form className="form" method="post" noValidate>
                <TextField
                  name="organization"
                  language={language}
                  label={text.organization}
                  hint={text.organizationHint}
                  defaultValue={refused?.organization ?? ""}
                  list="organizations"
                  autoComplete="off"
                  maxLength={200}
                  {...(refused?.field && { error: refused.message })}
                />
                <datalist id="organizations">
                  {organizations.map((each) => (
                    <option key={each} value={each} />
                  ))}
                </datalist>
                {scope("add")}
                <div className="send">
                  <button type="submit" className="button lit" name="act" value="add">
                    {text.addAct}
                  </button>
                </div>
              </form>
            </section>
          ) : (
            <p className="soft">{text.byLeading}</p>
          )}
        </div>
      </div>
    </Page>
  );

  function scope(of: "add" | "remove") {
    if (!event.parent) return null;
    const alike = text.scopeAlike[event.parent.kind];
    const isSent = refused !== undefined && (of === "add") === (refused.organization !== "" || refused.field !== undefined);
    return (
      <RadioField
        name={`scope-${of}`}
        language={language}
        label={text.scope}
        defaultValue={isSent ? refused.scope : "one"}
        options={[
          { value: "one", label: text.scopeOne },
          { value: "alike", label: alike.label, about: alike.about },
        ]}
      />
    );
  }
}
