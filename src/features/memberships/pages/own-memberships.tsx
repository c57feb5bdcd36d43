import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, read } from "../../../interface/api-client.ts";
import { Crumbs } from "../../../interface/components/crumbs.tsx";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { Icon } from "../../../interface/components/icon.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { dateWithYear } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { addDays } from "../../../platform/time/day.ts";
import { ownMembershipMessages } from "../own-membership-messages.ts";
import type { MembershipApi } from "../routes.ts";

export async function loader(given: LoaderFunctionArgs) {
  const asked = new URL(given.request.url).searchParams;
  const cursor = asked.get("cursor");
  const own = await read(
    client<MembershipApi>(signedIn(given)).organizations[":id"].memberships.$get({
      param: { id: given.params.organization ?? "" },
      query: { limit: "50", ...(cursor && { cursor }) },
    }),
  );
  return { ...own, isConfirmed: asked.has("confirmed") };
}

export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const form = await given.request.formData();
  const param = { id: String(form.get("membership") ?? "") };
  const { problem } = await attempt(client<MembershipApi>(visit).memberships[":id"].confirmation.$put({ param }));
  if (problem) return { problem };
  return redirect(`/${visit.language}/organizations/${given.params.organization}/memberships?confirmed`, 303);
}

type Own = Awaited<ReturnType<typeof loader>>["items"][number];

/** What an organization is a member of, and what waits for its yes. */
export default function OwnMemberships() {
  const { organization, items, nextCursor, isConfirmed } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = ownMembershipMessages[language];
  const waiting = items.filter(({ abilities }) => abilities.confirm);
  return (
    <Page title={`${text.title}, ${organization.name}`} area={{ kind: "public" }}>
      <div className="frame section-s">
        <Crumbs
          trail={[{ label: organization.name, href: `/${language}/organizations/${organization.slug}` }, { label: text.title }]}
          language={language}
        />
        <div className="page-head">
          <div>
            <h1>{text.title}</h1>
            <p className="lead">{text.lead(organization.name)}</p>
          </div>
        </div>
        <div className="stack">
          {isConfirmed && !refused && <Notice kind="good" role="status" title={text.confirmed} />}
          {refused && <Notice kind="wrong" role="alert" title={refused.problem.title} />}
          {waiting.length > 0 && (
            <section className="stack" aria-labelledby="waiting">
              <h2 id="waiting">{text.waiting}</h2>
              {waiting.map((own) => (
                <Waiting key={own.id} own={own} />
              ))}
              <p className="small soft">{text.ifWrong}</p>
            </section>
          )}
          {items.length === 0 ? (
            <StatePane state="empty" title={text.none}>
              <p>{text.noneAbout}</p>
            </StatePane>
          ) : (
            <DataTable<Own>
              caption={text.all}
              rows={items}
              keyOf={({ id }) => id}
              columns={[
                {
                  label: text.organization,
                  isHeading: true,
                  cell: ({ memberOf }) => <a href={`/${language}/organizations/${memberOf.slug}`}>{memberOf.name}</a>,
                },
                { label: text.from, cell: ({ from }) => dateWithYear(from, language) },
                { label: text.to, cell: ({ to }) => (to === null ? text.soFar : dateWithYear(addDays(to, -1), language)) },
                {
                  label: text.state,
                  cell: (own) => (
                    <span className="with-icon fine">
                      <Icon name={own.isConfirmed ? "check-round" : "clock"} /> {own.isConfirmed ? text.counts : text.waits}
                    </span>
                  ),
                },
              ]}
            />
          )}
          <ShowMore cursor={nextCursor} language={language} />
        </div>
      </div>
    </Page>
  );
}

function Waiting({ own: { id, memberOf, from } }: { own: Own }) {
  const { language } = useShell();
  const text = ownMembershipMessages[language];
  return (
    <Notice kind="light" icon="people" title={text.entered({ name: memberOf.name, from: dateWithYear(from, language) })}>
      <p>{text.untilThen}</p>
      <form method="post" className="buttons">
        <input type="hidden" name="membership" value={id} />
        <button type="submit" className="button lit">
          {text.confirm(memberOf.name)}
        </button>
      </form>
    </Notice>
  );
}
