import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { type Column, DataTable } from "../../../../interface/components/data-table.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { ShowMore } from "../../../../interface/components/show-more.tsx";
import { StatePane } from "../../../../interface/components/state-drawing.tsx";
import { clock, shortDay } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { messages as jobs } from "../../jobs/messages.ts";
import { messages } from "../messages.ts";
import type { WebhooksApi } from "../routes.ts";

const states = ["waiting", "retrying", "delivered", "given_up"] as const;

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const asked = new URL(given.request.url).searchParams;
  const state = states.find((known) => known === asked.get("state"));
  const cursor = asked.get("cursor") ?? undefined;
  const query = { ...(state && { state }), ...(cursor && { cursor }), limit: "25" };
  const deliveries = await read(client<WebhooksApi>(visit)["webhook-deliveries"].$get({ query }));
  return { deliveries, state, isReplayed: asked.has("replayed") };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  await read(client<WebhooksApi>(visit)["webhook-deliveries"][":id"].replay.$put({ param: { id: String(form.get("delivery")) } }));
  throw redirect(`/${visit.language}/operations/webhooks?replayed`, 303);
}

type Delivery = Awaited<ReturnType<typeof loader>>["deliveries"]["items"][number];

export default function Webhooks() {
  const { deliveries, state, isReplayed } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const text = messages[language];
  const path = `/${language}/operations/webhooks`;
  const filtered = state ? `state=${state}&` : "";
  return (
    <Page title={text.title} area={{ kind: "operator" }} current="jobs">
      <div className="frame operations">
        <Crumbs
          trail={[{ label: jobs[language].title, href: `/${language}/operations/jobs` }, { label: text.title }]}
          language={language}
        />
        <header className="page-head">
          <div>
            <h1>{text.title}</h1>
            <p className="lead">{text.about}</p>
          </div>
        </header>
        {isReplayed && <Notice kind="good" role="status" title={text.replayed} />}
        <nav aria-label={text.show} className="chips">
          <a className="chip" href={path} aria-current={state ? undefined : "true"}>
            {text.all}
          </a>
          {states.map((one) => (
            <a key={one} className="chip" href={`${path}?state=${one}`} aria-current={one === state ? "true" : undefined}>
              {text[one]}
            </a>
          ))}
        </nav>
        {deliveries.items.length === 0 ? (
          <StatePane state="empty" title={text.none}>
            <p>{text.noneAbout}</p>
            <p>
              <a href={`/${language}/api/docs/webhooks`}>{text.howTo}</a>
            </p>
          </StatePane>
        ) : (
          <DataTable
            caption={text.caption}
            columns={columnsOf(language)}
            rows={deliveries.items}
            keyOf={({ id }) => id}
            classOf={lateness}
          />
        )}
        <ShowMore
          cursor={deliveries.nextCursor}
          to={(cursor) => `${path}?${filtered}cursor=${encodeURIComponent(cursor)}`}
          language={language}
        />
      </div>
    </Page>
  );
}

function columnsOf(language: keyof typeof messages): Column<Delivery>[] {
  const text = messages[language];
  return [
    { label: text.what, cell: ({ topic }) => topic, isHeading: true },
    { label: text.organization, cell: ({ organizationName }) => organizationName },
    { label: text.address, cell: ({ url }) => new URL(url).host },
    { label: text.state, cell: ({ state }) => text[state] },
    { label: text.answer, cell: ({ lastStatus, lastError }) => lastStatus ?? lastError ?? text.noAnswer },
    { label: text.tries, cell: ({ tries }) => tries, isNumeric: true },
    { label: text.lastTry, cell: ({ lastTryAt }) => (lastTryAt ? momentText(lastTryAt, language) : "–") },
    {
      label: text.replay,
      isAction: true,
      cell: ({ id, topic, abilities }) =>
        abilities.replay && (
          <form method="post">
            <input type="hidden" name="delivery" value={id} />
            <button className="button small" type="submit" aria-label={text.replayThis(topic)}>
              <Icon name="sync" /> {text.replay}
            </button>
          </form>
        ),
    },
  ];
}

function lateness({ state }: Delivery): string | undefined {
  return state === "given_up" ? "rows-late" : undefined;
}

function momentText(moment: string, language: keyof typeof messages): string {
  const there = Temporal.Instant.from(moment).toZonedDateTimeISO("Europe/Oslo");
  return `${shortDay(there, language)} ${clock(there)}`;
}
