import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { StatePane } from "../../../../interface/components/state-drawing.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { number } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { dayIn } from "../../../../platform/time/day.ts";
import { textIn } from "../../../spaces/parts.ts";
import { editEventWords } from "../../pages/edit-event-words.ts";
import { RefusingEvent, refusingIn } from "../../pages/parts/refusing-event.tsx";
import type { EventApi } from "../../routes.ts";
import type { KindApi } from "../routes.ts";
import { changeKinds } from "./change-kinds-action.ts";
import { kindWords } from "./kind-words.ts";
import { fieldIn, type KindForm, labelsOf } from "./parts/kind-fields.tsx";
import { KindRow } from "./parts/kind-row.tsx";
import { KindScope } from "./parts/kind-scope.tsx";
import { NewKind } from "./parts/new-kind.tsx";
import { writtenKind } from "./written-kind.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.event ?? "" };
  const [kinds, { title, slug, status, timeZone, parent }] = await Promise.all([
    read(client<KindApi>(visit).events[":id"]["ticket-types"].$get({ param })),
    read(client<EventApi>(visit).events[":id"].$get({ param })),
  ]);
  const did = new URL(given.request.url).searchParams.get("did") ?? "";
  return { kinds, event: { title, slug, status, timeZone, parent }, now: visit.now.toString(), today: dayIn(visit.now, timeZone), did };
}

export type ShownKind = Awaited<ReturnType<typeof loader>>["kinds"]["items"][number];

export function action(given: ActionFunctionArgs) {
  return changeKinds(given);
}

/** Where those who run an event change its tickets and how many places there are, while it stands. */
export default function Kinds() {
  const { kinds, event, now, today, did } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = kindWords[language];
  const name = textIn(event.title, language)?.text ?? "";
  const path = `/${language}/events/${event.slug}`;
  const refusing = refusingIn(refused?.problem, event.slug);
  const isConflict = refused?.problem.status === 412;
  // of the forms that stand here one was sent: the others are as they were
  const formOf = (form: string, stands: KindForm["written"]): KindForm => ({
    ...{ form, language, errors: refused?.form === form && !refusing ? refused.errors : [] },
    written: refused?.form === form ? refused.written : stands,
  });
  const sizes = formOf("quotas", {});
  return (
    <Page title={`${refused ? `${text.error}: ` : ""}${text.title} · ${name}`} area={{ kind: "public" }} current="events">
      <div className="frame section stack">
        <Crumbs trail={[{ label: name, href: path }, { label: text.title }]} language={language} />
        <div>
          <h1>{text.title}</h1>
          <p className="lead">{text.lead}</p>
          <p>
            <a href={`${path}/edit`}>{editEventWords[language].title}</a> <a href={`${path}/hosts`}>{text.hosts}</a>
          </p>
        </div>
        {!refused && text.did[did] && <Notice kind="good" role="status" title={text.did[did]} />}
        <ErrorSummary
          errors={refusing ? [] : (refused?.errors ?? [])}
          labels={labelsOf(refused?.form ?? "", kinds.quotas, language)}
          language={language}
        />
        {refusing && (
          <RefusingEvent event={refusing} page="/ticket-types" why={refused?.problem.title ?? ""} today={today} language={language} />
        )}
        {refused && !refusing && refused.errors.length === 0 && (
          <Notice kind="wrong" role="alert" title={text.couldNot}>
            <p>{isConflict ? text.changedMeanwhile : refused.problem.title}</p>
          </Notice>
        )}
        {event.status === "cancelled" ? (
          <Notice kind="care" title={editEventWords[language].isCancelled}>
            <p>{editEventWords[language].isCancelledAbout}</p>
          </Notice>
        ) : (
          <div className="agenda-columns">
            <section className="stack" aria-labelledby="kinds">
              <h2 id="kinds">{text.kinds}</h2>
              {kinds.items.length === 0 && (
                <StatePane state="empty" title={text.none}>
                  <p>{text.noneAbout}</p>
                </StatePane>
              )}
              {kinds.items.length > 0 && (
                <ul className="lines kind-lines">
                  {kinds.items.map((type) => (
                    <KindRow
                      key={type.id}
                      type={type}
                      kind={formOf(type.id, writtenKind(type, type.id, event.timeZone))}
                      version={kinds.version}
                      parent={event.parent?.kind}
                      quotas={kinds.quotas}
                      now={now}
                      isOpen={refused?.form === type.id}
                    />
                  ))}
                </ul>
              )}
              <h2 id="add">{text.add}</h2>
              <NewKind kind={formOf("new", {})} quotas={kinds.quotas} parent={event.parent?.kind} />
            </section>
            {kinds.quotas.length > 0 && (
              <section className="stack" aria-labelledby="quotas">
                <h2 id="quotas">{text.quotas}</h2>
                <p className="soft">{text.quotasAbout}</p>
                <form className="form" method="post" noValidate>
                  {kinds.quotas.map((quota) => (
                    <TextField
                      key={quota.id}
                      {...sizeField(quota)}
                      label={text.sizeOf({ quota: quota.name })}
                      {...((quota.taken > 0 || quota.waiting > 0) && {
                        hint: text.takenOf({ taken: number(quota.taken, language), waiting: number(quota.waiting, language) }),
                      })}
                      inputMode="numeric"
                      width="xs"
                    />
                  ))}
                  {event.parent?.kind === "series" && <KindScope kind={sizes} parent="series" words={text.scopeSizes} />}
                  <div className="send">
                    <button type="submit" className="button" name="act" value="size:quotas">
                      {text.saveQuotas}
                    </button>
                  </div>
                </form>
              </section>
            )}
          </div>
        )}
      </div>
    </Page>
  );

  function sizeField(quota: { id: string; size: number }) {
    return fieldIn({ ...sizes, form: quota.id }, "size", String(quota.size));
  }
}
