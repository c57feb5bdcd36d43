import { SelectField } from "../../../../../interface/components/choice-field.tsx";
import { capital, clockRange, longDay } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import { textIn } from "../../../../spaces/parts.ts";
import { courseWords } from "../course-words.ts";
import type { CoursesData } from "../courses.tsx";

type CourseData = CoursesData["courses"][number];
type CourseProps = { course: CourseData; given: CoursesData; language: Language };

/** One course: when, where, with whom, whether there is a place, and the one thing one can do. */
export function Course({ course, given, language }: CourseProps) {
  const text = courseWords[language];
  const zoned = (moment: string) => Temporal.Instant.from(moment).toZonedDateTimeISO(course.space.timeZone);
  const [from, until] = [zoned(course.startsAt), zoned(course.endsAt)];
  const name = textIn(course.certification.names, language)?.text ?? "";
  const state = { open: text.left({ count: course.placesLeft }), full: text.full, begun: text.begun, cancelled: text.cancelled }[
    course.state
  ];
  const path = `/${language}/spaces/${course.space.slug}/courses`;
  return (
    <section className="room panel stack close" aria-labelledby={`course-${course.id}`}>
      <h2 id={`course-${course.id}`}>
        {name}, {text.level({ level: course.level })}
      </h2>
      <p>
        <b>
          {capital(longDay(from, language))} {clockRange(from, until, language)}
        </b>
        , {course.resource.name}, {text.with({ name: course.instructor })}. {state}.
      </p>
      {course.note && <p>{course.note}</p>}
      {course.isMine && (
        <p>
          <b>{text.signedUp}</b>
        </p>
      )}
      {(course.abilities.signUp || course.abilities.signOff) && (
        <form method="post" className="buttons">
          <input type="hidden" name="course" value={course.id} />
          {course.abilities.signUp ? (
            <button type="submit" className="button lit" name="act" value="signed">
              {text.signUp({ name })}
            </button>
          ) : (
            <button type="submit" className="button" name="act" value="off">
              {text.signOff}
            </button>
          )}
        </form>
      )}
      {given.personId === undefined && course.state === "open" && (
        <p>
          <a className="button" href={`/${language}/sign-in?to=${encodeURIComponent(path)}`}>
            {text.signIn}
          </a>
        </p>
      )}
      {course.signUps && <SignUps course={course} signUps={course.signUps} language={language} />}
    </section>
  );
}

type SignUpsProps = { course: CourseData; signUps: NonNullable<CourseData["signUps"]>; language: Language };

function SignUps({ course, signUps, language }: SignUpsProps) {
  const text = courseWords[language];
  const outcomes = ["passed", "not_passed", "absent"] as const;
  if (signUps.length === 0) return <p className="soft">{text.nobody}</p>;
  const isOpen = course.abilities.settle && signUps.some(({ outcome }) => outcome === null);
  return (
    <details open={isOpen}>
      <summary>
        {text.who} ({signUps.length})
      </summary>
      <form method="post" className="form">
        <input type="hidden" name="course" value={course.id} />
        <ul className="plain-list">
          {signUps.map(({ personId, name, outcome }) => (
            <li key={personId}>
              {course.abilities.settle && outcome === null ? (
                <SelectField
                  name={`outcome-${personId}`}
                  label={text.howItWent({ name })}
                  isOptional
                  options={[{ value: "", label: text.unsettled }, ...outcomes.map((one) => ({ value: one, label: text[one] }))]}
                  language={language}
                />
              ) : (
                <>
                  {name}
                  {outcome && `: ${text[outcome]}`}
                </>
              )}
            </li>
          ))}
        </ul>
        {isOpen && (
          <button type="submit" className="button" name="act" value="settled">
            {text.settle}
          </button>
        )}
      </form>
    </details>
  );
}
