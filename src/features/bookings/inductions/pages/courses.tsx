import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read, readAll } from "../../../../interface/api-client.ts";
import { Notice } from "../../../../interface/components/notice.tsx";
import { Page, useShell } from "../../../../interface/page.tsx";
import { visitOf } from "../../../../interface/visit.ts";
import { dayIn } from "../../../../platform/time/day.ts";
import type { CertificationApi, ResourceApi, SpaceApi } from "../../../spaces/index.ts";
import type { InductionApi } from "../routes.ts";
import { carryOutCourse } from "./course-action.ts";
import { courseWords } from "./course-words.ts";
import { AddCourse } from "./parts/add-course.tsx";
import { Course } from "./parts/course.tsx";

export async function loader(given: LoaderFunctionArgs) {
  const visit = visitOf(given);
  const param = { id: given.params.space ?? "" };
  const [space, inductions] = await Promise.all([
    read(client<SpaceApi>(visit).spaces[":id"].$get({ param })),
    readAll((page) => client<InductionApi>(visit).spaces[":id"].inductions.$get({ param, query: page })),
  ]);
  const isDesk = space.abilities.receiveGuests;
  const [certifications, resources] = isDesk
    ? await Promise.all([
        readAll((page) =>
          client<CertificationApi>(visit).certifications.$get({ query: { organization: space.organization.slug, ...page } }),
        ),
        readAll((page) => client<ResourceApi>(visit).resources.$get({ query: { space: space.slug, ...page } })),
      ])
    : [undefined, undefined];
  return {
    space,
    courses: inductions,
    isDesk,
    personId: visit.actor.kind === "person" ? visit.actor.personId : undefined,
    certifications: certifications?.map(({ id, names, levels }) => ({ id, names, levels })) ?? [],
    resources: resources?.map(({ id, name }) => ({ id, name })) ?? [],
    today: dayIn(visit.now, space.timeZone),
    did: new URL(given.request.url).searchParams.get("did"),
  };
}

export type CoursesData = Awaited<ReturnType<typeof loader>>;

export function action(given: ActionFunctionArgs) {
  return carryOutCourse(given);
}

/** Courses of a lab: to take a place on, and for the desk to set up and to say who passed. */
export default function Courses() {
  const given = useLoaderData<typeof loader>() as CoursesData;
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = courseWords[language];
  const { space, courses, isDesk, did } = given;
  const area = isDesk ? ({ kind: space.abilities.edit ? "manager" : "host", space } as const) : ({ kind: "public" } as const);
  const done = text.done[did as keyof typeof text.done];
  return (
    <Page
      title={refused ? `${text.error}: ${text.title}` : `${text.title} · ${space.name}`}
      description={given.personId ? undefined : text.description({ space: space.name })}
      area={area}
    >
      <div className="frame form-page">
        <div className="stack">
          <h1>{text.title}</h1>
          <p className="lead">
            <a href={`/${language}/spaces/${space.slug}`}>{space.name}</a>. {text.lead}
          </p>
          {refused && (
            <Notice kind="wrong" role="alert" title={text.couldNot}>
              <p>{refused.problem.errors?.[0]?.message ?? refused.problem.title}</p>
            </Notice>
          )}
          {done && !refused && <Notice kind="good" role="status" title={done} />}
          {courses.length === 0 && <p>{text.none}</p>}
          {courses.map((course) => (
            <Course key={course.id} course={course} given={given} language={language} />
          ))}
        </div>
        <aside className="side">
          {given.personId && (
            <p>
              <a href={`/${language}/me/certificates`}>{text.mine}</a>
            </p>
          )}
          {isDesk && (
            <p>
              <a href={`/${language}/spaces/${space.slug}/certificates`}>{text.certificates}</a>
            </p>
          )}
          {isDesk && given.certifications.length > 0 && <AddCourse given={given} values={refused?.values ?? {}} language={language} />}
        </aside>
      </div>
    </Page>
  );
}
