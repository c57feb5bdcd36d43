import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../../../interface/api-client.ts";
import { Crumbs } from "../../../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../../interface/components/notice.tsx";
import { StatePane } from "../../../../../interface/components/state-drawing.tsx";
import { oneOf, writtenIn } from "../../../../../interface/form-values.ts";
import { clock } from "../../../../../interface/format.ts";
import { Page, useShell } from "../../../../../interface/page.tsx";
import { signedIn } from "../../../../../interface/visit.ts";
import { dayIn } from "../../../../../platform/time/day.ts";
import { textIn } from "../../../../spaces/parts.ts";
import { momentInWords, zoned } from "../../../pages/event-times.ts";
import { registrationsWords } from "../../../pages/registrations-words.ts";
import type { EventApi } from "../../../routes.ts";
import type { DoubleApi } from "../routes.ts";
import type { SettledAs } from "../settlement.ts";
import { doubleWords } from "./double-words.ts";
import { SettleForm } from "./settle-form.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const param = { id: given.params.event ?? "" };
  const [{ title, slug, timeZone }, { items }] = await Promise.all([
    read(client<EventApi>(visit).events[":id"].$get({ param })),
    read(client<DoubleApi>(visit).events[":id"].doubles.$get({ param })),
  ]);
  const did = new URL(given.request.url).searchParams.has("did");
  return { event: { title, slug, timeZone }, doubles: items, today: dayIn(visit.now, timeZone), did };
}

export type ShownDouble = Awaited<ReturnType<typeof loader>>["doubles"][number];

/** Saves what one ticket is settled as. */
export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const text = doubleWords[visit.language];
  const written = writtenIn(await given.request.formData());
  const id = oneOf(written, "act");
  const of = (field: string) => oneOf(written, `${field}-${id}`);
  const errors = [
    ...(of("stands") === "" ? [{ field: `stands-${id}`, message: text.chooseScan }] : []),
    ...(of("as") === "" ? [{ field: `as-${id}`, message: text.chooseWhat }] : []),
  ];
  if (errors.length > 0) return data({ id, written, errors, message: "" }, { status: 400 });
  const json = { stands: of("stands"), as: of("as") as SettledAs, ...(of("note") && { note: of("note") }) };
  const { problem } = await attempt(client<DoubleApi>(visit).tickets[":id"]["double-settlement"].$put({ param: { id }, json }));
  if (problem) return data({ id, written, errors: [], message: problem.title }, { status: problem.status });
  throw redirect(`${new URL(given.request.url).pathname}?did`, 303);
}

/** For those who receive: tickets two doors let somebody in on, those to be settled first. */
export default function Doubles() {
  const { event, doubles, today, did } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = doubleWords[language];
  const name = textIn(event.title, language)?.text ?? "";
  const path = `/${language}/events/${event.slug}`;
  const open = doubles.filter(({ settlement }) => settlement === null);
  const settled = doubles.filter(({ settlement }) => settlement !== null);
  const nameOf = ({ ticket }: ShownDouble) => ticket.holder ?? ticket.organization ?? text.unnamed;
  const scanInWords = ({ scannedAt, door }: ShownDouble["scans"][number]) =>
    text.scan({ time: clock(zoned(scannedAt, event.timeZone)), door: door ?? text.aDoor });
  const formOf = (double: ShownDouble) => {
    const own = refused?.id === double.ticket.id ? refused : undefined;
    const shown = { double, name: nameOf(double), scanInWords, language };
    return <SettleForm {...shown} written={own?.written} errors={own?.errors ?? []} />;
  };
  return (
    <Page title={`${refused ? `${text.error}: ` : ""}${text.title} · ${name}`} area={{ kind: "public" }} current="events">
      <div className="frame section stack">
        <Crumbs
          trail={[
            { label: name, href: path },
            { label: registrationsWords[language].title, href: `${path}/registrations` },
            { label: text.title },
          ]}
          language={language}
        />
        <div>
          <h1>{text.title}</h1>
          <p className="lead">{text.lead}</p>
        </div>
        {!refused && did && <Notice kind="good" role="status" title={text.did} />}
        <ErrorSummary errors={refused?.errors ?? []} language={language} />
        {refused?.message && (
          <Notice kind="wrong" role="alert" title={text.couldNot}>
            <p>{refused.message}</p>
          </Notice>
        )}
        {doubles.length === 0 && (
          <StatePane state="empty" title={text.none}>
            <p>{text.noneAbout}</p>
          </StatePane>
        )}
        {open.length > 0 && (
          <section className="stack" aria-labelledby="open">
            <h2 id="open">{text.open}</h2>
            {open.map((double) => (
              <article key={double.ticket.id} className="room to-look-at stack" aria-labelledby={`of-${double.ticket.id}`}>
                <h3 id={`of-${double.ticket.id}`}>{nameOf(double)}</h3>
                <p className="small soft">{[double.ticket.kind, double.ticket.organization].filter(Boolean).join(" · ")}</p>
                {formOf(double)}
              </article>
            ))}
          </section>
        )}
        {settled.length > 0 && (
          <section className="stack" aria-labelledby="settled">
            <h2 id="settled">{text.settled}</h2>
            <ul className="lines kind-lines">
              {settled.map((double) => (
                <li key={double.ticket.id}>
                  <div className="stack close">
                    <b>{nameOf(double)}</b>
                    <p className="small">
                      {double.settlement && text.as[double.settlement.as]}.{" "}
                      {double.scans
                        .filter(({ stands }) => stands)
                        .map((scan) => text.counts({ scan: scanInWords(scan) }))
                        .join("")}
                      .
                    </p>
                    {double.settlement?.note && <p className="small">{double.settlement.note}</p>}
                    {double.settlement && (
                      <p className="small soft">
                        {text.settledBy({
                          name: double.settlement.settledBy ?? text.somebody,
                          moment: momentInWords(double.settlement.settledAt, { timeZone: event.timeZone, today, language }),
                        })}
                      </p>
                    )}
                    <details open={refused?.id === double.ticket.id}>
                      <summary>{text.anew}</summary>
                      {formOf(double)}
                    </details>
                  </div>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Page>
  );
}
