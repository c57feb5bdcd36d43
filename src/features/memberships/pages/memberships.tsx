import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { memberMessages } from "../member-messages.ts";
import { importPath } from "./parts/import-place.ts";
import { MembersView } from "./parts/members-view.tsx";
import { doMembersWork, readMembersWork } from "./parts/members-work.ts";
import { titleAfter } from "./parts/refused-form.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  return readMembersWork(visit, given.params.network ?? "", new URL(given.request.url).searchParams, dayIn(visit.now, "Europe/Oslo"));
}

export function action(given: ActionFunctionArgs) {
  return doMembersWork(given, given.params.network ?? "");
}

/** The members of a network, for its coordinator. */
export default function Memberships() {
  const work = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const { organization } = work.figures;
  return (
    <Page
      title={titleAfter(memberMessages[language].members, refused, language)}
      area={{ kind: "coordinator", network: organization }}
      current="members"
    >
      <div className="frame">
        <MembersView work={work} refused={refused} imports={importPath(true, organization.slug)} />
      </div>
    </Page>
  );
}
