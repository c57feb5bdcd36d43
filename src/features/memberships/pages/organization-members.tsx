import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { attempt, client } from "../../../interface/api-client.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn, type Visit } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import type { SpaceApi } from "../../spaces/routes.ts";
import { memberMessages } from "../member-messages.ts";
import { importPath } from "./parts/import-place.ts";
import { MembersView } from "./parts/members-view.tsx";
import { doMembersWork, readMembersWork } from "./parts/members-work.ts";
import { titleAfter } from "./parts/refused-form.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const asked = new URL(given.request.url).searchParams;
  const work = await readMembersWork(visit, given.params.organization ?? "", asked, dayIn(visit.now, "Europe/Oslo"));
  return { ...work, space: await spaceOf(visit, asked.get("space") ?? work.figures.organization.slug, work.figures.organization.id) };
}

export function action(given: ActionFunctionArgs) {
  return doMembersWork(given, given.params.organization ?? "");
}

/** The members of a house, for its manager. */
export default function OrganizationMembers() {
  const work = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = memberMessages[language];
  const title = titleAfter(text.members, refused, language);
  return (
    <Page title={title} area={work.space ? { kind: "manager", space: work.space } : { kind: "public" }} current="members">
      <div className="frame">
        {work.space && (
          <p>
            <a href={`/${language}/spaces/${work.space.slug}/plans`}>{text.toPlans}</a>
            <br />
            {text.forMember} <a href={`/${language}`}>{text.takeDay}</a>,{" "}
            <a href={`/${language}/spaces/${work.space.slug}/calendar?choose=yes#new`}>{text.bookRoom}</a>
          </p>
        )}
        <MembersView work={work} refused={refused} imports={importPath(false, work.figures.organization.slug)} />
      </div>
    </Page>
  );
}

/** The space whose navigation stands above: the one asked for, or the one that has its organization's slug. */
async function spaceOf(visit: Visit, slug: string, organizationId: string) {
  const { done } = await attempt(client<SpaceApi>(visit).spaces[":id"].$get({ param: { id: slug } }));
  return done && done.organization.id === organizationId ? { slug: done.slug, name: done.name } : undefined;
}
