import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read, readAll } from "../../../interface/api-client.ts";
import { Notice } from "../../../interface/components/notice.tsx";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { ResourceApi, SpaceApi } from "../../spaces/index.ts";
import type { FeedApi } from "../feeds/routes.ts";
import { carryOutFeed, type FeedOutcome } from "./feeds/carry-out-feeds.ts";
import { FeedBox } from "./feeds/feed-box.tsx";
import { feedBoxWords } from "./feeds/feed-box-words.ts";

/** The house, the resource whose addresses are looked at, and what else there is to choose. */
export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const id = given.params.space ?? "";
  const asked = new URL(given.request.url).searchParams.get("resource");
  const [space, resources] = await Promise.all([
    read(client<SpaceApi>(visit).spaces[":id"].$get({ param: { id } })),
    readAll((page) => client<ResourceApi>(visit).resources.$get({ query: { space: id, ...page } })),
  ]);
  const chosen = resources.find((resource) => resource.id === asked);
  const of = chosen ? ("resource" as const) : ("space" as const);
  const subjectId = chosen?.id ?? space.id;
  const feeds = await read(client<FeedApi>(visit)["calendar-feeds"].$get({ query: { of, subjectId } }));
  return { space, resources: resources.map(({ id, name }) => ({ id, name })), chosen: chosen?.id, of, subjectId, feeds: feeds.items };
}

export async function action(given: ActionFunctionArgs) {
  const outcome = await carryOutFeed(signedIn(given), await given.request.formData());
  if (!outcome) throw new Response(null, { status: 400 });
  return data<FeedOutcome>(outcome, { status: outcome.problem?.status ?? 200 });
}

/** The addresses by which other calendars follow a house or what can be booked in it. */
export default function CalendarFeeds() {
  const { space, resources, chosen, of, subjectId, feeds } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const { language } = useShell();
  const text = feedBoxWords[language];
  const path = `/${language}/spaces/${space.slug}`;
  const choices = [{ id: undefined, name: text.whole }, ...resources];
  return (
    <Page title={text.title} area={{ kind: space.abilities.edit ? "manager" : "host", space }} current="calendar">
      <div className="frame find-time">
        <h1>{text.title}</h1>
        <p className="lead">{text.houseAbout}</p>
        <nav className="chips" aria-label={text.title}>
          {choices.map(({ id, name }) => (
            <a
              key={id ?? "house"}
              className="chip"
              aria-current={id === chosen ? "true" : undefined}
              href={id ? `${path}/calendar-feeds?resource=${id}` : `${path}/calendar-feeds`}
            >
              {name}
            </a>
          ))}
        </nav>
        {outcome?.problem && <Notice kind="wrong" role="alert" title={outcome.problem.title} />}
        {outcome?.isShut && <Notice kind="good" role="status" title={text.isShut} />}
        <section className="stack close" aria-labelledby="of">
          <h2 id="of">{choices.find(({ id }) => id === chosen)?.name}</h2>
          {feeds.length === 0 && <p className="soft">{text.none}</p>}
          <FeedBox of={of} subjectId={subjectId} feeds={feeds} outcome={outcome} language={language} />
        </section>
        <p>
          <a href={`${path}/calendar`}>{text.back}</a>
        </p>
      </div>
    </Page>
  );
}
