import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { DefaultButton } from "../../../../interface/components/default-button.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import type { Written } from "../../../../interface/form-values.ts";
import { clock } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { textIn } from "../../../spaces/parts.ts";
import { zoned } from "../../pages/event-times.ts";
import { eventWords } from "../../pages/event-words.ts";
import type { ParentApi } from "../routes.ts";
import { addTheEvents } from "./add-events-action.ts";
import { addEventsWords } from "./add-events-words.ts";
import { firstRows, type Row, rowsIn } from "./festival-rows.ts";
import { namesFor } from "./new-festival-action.ts";
import { newFestivalWords } from "./new-festival-words.ts";
import { labelsOf } from "./parts/rows-fields.tsx";
import { SendEvents } from "./parts/send-events.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.parent ?? "" };
  const parent = await read(client<ParentApi>(visit)["event-parents"][":id"].$get({ param }));
  if (!parent.abilities.run) throw new Response(null, { status: 404 });
  const { shown } = await namesFor(visit);
  const { kind, slug, title } = parent;
  const last = parent.events.at(-1);
  return { parent: { kind, slug, title }, last: kind === "series" ? last : undefined, ...shown };
}

export function action(given: ActionFunctionArgs) {
  return addTheEvents(given);
}

/** Where events are added to a festival or series that is there, row by row. */
export default function AddEvents() {
  const { parent, last, spaces, organizations } = useLoaderData<typeof loader>();
  const standing = useActionData<typeof action>();
  const { language } = useShell();
  const [text, own] = [newFestivalWords[language], addEventsWords[language]];
  const written: Written = standing?.written ?? {};
  const errors = standing?.errors ?? [];
  const rows = standing ? rowsIn(written) : last ? [likeLast()] : firstRows().slice(0, 1);
  const isRefused = errors.length > 0 || standing?.problem !== undefined;
  const title = own.title[parent.kind];
  const name = textIn(parent.title, language)?.text ?? "";
  const path = `/${language}/${parent.kind === "festival" ? "festivals" : "series"}/${parent.slug}`;
  return (
    <Page title={isRefused ? `${text.error}: ${title}` : title} area={{ kind: "public" }} current="events">
      <div className="frame section stack">
        <Crumbs
          trail={[{ label: eventWords[language].events, href: `/${language}/events` }, { label: name, href: path }, { label: title }]}
          language={language}
        />
        <div>
          <h1>{title}</h1>
          <p className="lead">{own.lead[parent.kind]({ name })}</p>
        </div>
        <ErrorSummary errors={errors} labels={labelsOf(rows.length, language)} language={language} />
        {standing?.problem && (
          <Notice kind="wrong" role="alert" title={own.couldNot}>
            <p>{standing.problem}</p>
          </Notice>
        )}
        <form key={rows.map((row) => row.title).join()} className="form parent-form" method="post" noValidate>
          <DefaultButton act="publish" />
          <input type="hidden" name="rows" value={rows.length} />
          <SendEvents
            rows={rows}
            errors={errors}
            spaces={spaces}
            organizations={organizations}
            isAlike={standing?.isAlike === true}
            publish={own.publish}
            language={language}
          />
        </form>
      </div>
    </Page>
  );

  // one more time of a series is most often as the last one
  function likeLast(): Row {
    const [empty] = firstRows() as [Row];
    if (!last) return empty;
    return {
      ...empty,
      title: textIn(last.title, language)?.text ?? "",
      from: clock(zoned(last.startsAt, last.timeZone)),
      to: clock(zoned(last.endsAt, last.timeZone)),
      place: last.space?.name ?? last.place ?? "",
      municipality: last.space ? "" : (last.municipality?.name ?? ""),
    };
  }
}
