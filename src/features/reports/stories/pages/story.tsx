import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { client, read } from "../../../../interface/api-client.ts";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { inLanguage } from "../../../../interface/in-language.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { TextsFields } from "../../pages/parts/texts-fields.tsx";
import type { StoryApi } from "../routes.ts";
import { Hindrances } from "./parts/hindrances.tsx";
import { StoryPeople } from "./parts/story-people.tsx";
import { StoryPhotoForms } from "./parts/story-photo-forms.tsx";
import { carryOut } from "./story-action.ts";
import { errorsIn, labelsIn } from "./story-form.ts";
import { storyWords } from "./story-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const story = await read(client<StoryApi>(visit).stories[":id"].$get({ param: { id: given.params.story ?? "" } }));
  return { story, saved: new URL(given.request.url).searchParams.get("saved") };
}

export async function action(given: ActionFunctionArgs) {
  const { language } = signedIn(given);
  const organization = new URL(given.request.url).searchParams.get("of");
  const { problem, written, isGone } = await carryOut(given);
  if (problem) return data({ problem, written }, { status: problem.status });
  const path = isGone
    ? `/${language}/organizations/${organization}/stories`
    : `/${language}/stories/${given.params.story}?saved=${written.what}`;
  return redirect(path, 303);
}

/** Where a story is written: its words, its photo, who is in it and whether they have said yes. */
export default function StoryPage() {
  const { story, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = storyWords[language];
  const title = inLanguage(story.titles, language);
  const errors = refused ? errorsIn(refused.problem, language) : [];
  const { written } = refused ?? {};
  const own = { story, errors, written, language };
  return (
    <Page title={`${refused ? `${text.error}: ` : ""}${title}`} area={{ kind: "public" }}>
      <div className="frame section-s stack">
        <Crumbs
          trail={[
            { label: story.organization.name, href: `/${language}/organizations/${story.organization.slug}` },
            { label: text.stories, href: `/${language}/organizations/${story.organization.slug}/stories` },
            { label: title },
          ]}
          language={language}
        />
        <h1>{title}</h1>
        {saved && !refused && <Notice kind="good" role="status" title={saved === "ask" ? text.letterSent : text.saved} />}
        <ErrorSummary errors={errors} labels={labelsIn(language)} language={language} />
        {refused && errors.length === 0 && <Notice kind="wrong" role="alert" title={refused.problem.title} />}
        {story.hindrances.length > 0 ? (
          <Notice kind="light" icon="lock" title={text.hindrances}>
            <Hindrances hindrances={story.hindrances} language={language} />
          </Notice>
        ) : (
          <Notice kind="good" title={text.fine} />
        )}
        <section className="stack" aria-labelledby="words">
          <h2 id="words">{text.words}</h2>
          <p className="soft">{text.rewritten}</p>
          <form method="post" className="form" noValidate>
            <input type="hidden" name="what" value="words" />
            <input type="hidden" name="version" value={story.version} />
            <TextsFields name="title" label={text.title} texts={written?.title ?? story.titles} errors={errors} language={language} />
            <TextsFields name="text" label={text.text} texts={written?.text ?? story.texts} errors={errors} isLong language={language} />
            <button className="button lit" type="submit">
              {text.save}
            </button>
          </form>
        </section>
        <StoryPhotoForms {...own} />
        <StoryPeople {...own} />
        <form method="post" action={`?of=${story.organization.slug}`}>
          <input type="hidden" name="what" value="drop" />
          <button className="button small" type="submit">
            {text.drop}
          </button>
        </form>
      </div>
    </Page>
  );
}
