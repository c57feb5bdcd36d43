import { useLocation } from "react-router";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { Downloads } from "../../../../interface/components/downloads.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { ShowMore } from "../../../../interface/components/show-more.tsx";
import { dateWithYear, inWordsFirst } from "../../../../interface/format.ts";
import { useShell } from "../../../../interface/page.tsx";
import { addDays } from "../../../../platform/time/day.ts";
import { boardMessages } from "../../board-messages.ts";
import { memberMessages } from "../../member-messages.ts";
import { MemberFigures } from "./member-figures-view.tsx";
import { AddMember, ChangeMember } from "./member-forms.tsx";
import type { MemberData, MembersWorkData } from "./members-work.ts";
import { fieldErrors, type RefusedForm } from "./refused-form.ts";

const contactHoldsDays = 180;

// a member is neuter in Bokmål and masculine in Nynorsk
const gender = { nb: "neuter", nn: "masculine", en: undefined } as const;

type MembersViewProps = {
  work: MembersWorkData;
  refused: RefusedForm | undefined;
  /** Where members are brought in from a spreadsheet, below the language. */
  imports: string;
};

/** Members of today with what may be done to them, and the figures behind: for a house's manager and a network's coordinator. */
export function MembersView({ work, refused, imports }: MembersViewProps) {
  const { language, today } = useShell();
  const { search } = useLocation();
  const text = memberMessages[language];
  const { figures, members, q, changing, isSaved } = work;
  const opened = refused && members.items.some(({ id }) => id === refused.form) ? refused.form : changing;
  return (
    <>
      <div className="page-head">
        <div>
          <h1>{text.members}</h1>
          <p className="lead">
            {text.lead({
              count: inWordsFirst(figures.end, language, gender[language]),
              isOne: figures.end === 1,
              name: figures.organization.name,
            })}
          </p>
        </div>
        <a className="button" href={`/${language}${imports}`}>
          {boardMessages[language].importSheet}
        </a>
      </div>
      <div className="stack">
        {isSaved && !refused && (
          <Notice kind="good" role="status" title={text.saved}>
            {null}
          </Notice>
        )}
        <ErrorSummary
          errors={fieldErrors(refused).map(({ field, message }) => ({ field: `${refused?.form}-${field}`, message }))}
          labels={labelsIn(refused?.form ?? "", text)}
          language={language}
        />
        {refused && fieldErrors(refused).length === 0 && (
          <Notice kind="wrong" role="alert" title={text.notSaved}>
            <p>{refused.problem.status === 412 ? text.noNow : refused.problem.title}</p>
          </Notice>
        )}
        <AddMember today={today} refused={refused} language={language} />
        <search aria-label={text.searchLabel}>
          <form className="filters" method="get">
            <div>
              <label htmlFor="q">{text.search}</label>
              <input id="q" type="search" name="q" defaultValue={q} maxLength={100} />
            </div>
            <button type="submit" className="button small">
              {text.show}
            </button>
          </form>
        </search>
        {members.items.length === 0 ? (
          <p className="soft">{q === "" ? text.nobody : text.nobodyFound}</p>
        ) : (
          <DataTable<MemberData>
            caption={text.members}
            isCaptionHidden
            rows={members.items}
            keyOf={({ id }) => id}
            columns={[
              { label: text.name, isHeading: true, cell: (member) => <Name member={member} /> },
              { label: text.from, cell: ({ from }) => dateWithYear(from, language) },
              { label: text.to, cell: ({ to }) => (to === null ? text.soFar : dateWithYear(addDays(to, -1), language)) },
              {
                label: members.items.every(({ kind }) => kind === "organization") ? text.tierOrPlan : text.plan,
                cell: (member) => <Terms member={member} />,
              },
              { label: text.contact, cell: (member) => <Contact member={member} /> },
              {
                label: text.actions,
                isAction: true,
                cell: (member) => <ChangeLink member={member} isOpen={member.id === opened} />,
              },
            ]}
            beneath={(member) =>
              member.id === opened ? <ChangeMember member={member} refused={refused} language={language} /> : undefined
            }
          />
        )}
        <ShowMore cursor={members.nextCursor} to={(cursor) => next(search, cursor)} language={language} />
        <MemberFiles slug={figures.organization.slug} q={q} />
      </div>
      <MemberFigures work={work} />
    </>
  );
}

/** People and organizations have files of their own, as they have in imports; both hold those of today, as the table does. */
function MemberFiles({ slug, q }: { slug: string; q: string }) {
  const { language, today } = useShell();
  const text = memberMessages[language];
  const shown = { filters: { on: today, q }, language };
  return (
    <div className="buttons">
      <Downloads path={`/organizations/${slug}/members`} what={text.people} {...shown} />
      <Downloads path={`/organizations/${slug}/member-organizations`} what={text.organizations} {...shown} />
    </div>
  );
}

function Name({ member: { name, slug, municipality, isConfirmed } }: { member: MemberData }) {
  const { language } = useShell();
  const text = memberMessages[language];
  return (
    <>
      {slug === null ? name : <a href={`/${language}/organizations/${slug}`}>{name}</a>}
      {municipality && (
        <>
          <br />
          <span className="fine soft">{municipality}</span>
        </>
      )}
      {!isConfirmed && (
        <>
          <br />
          <span className="with-icon fine">
            <Icon name="clock" /> {text.notConfirmed}
          </span>
        </>
      )}
    </>
  );
}

/** Opens the row to change it, and shuts it again. */
function ChangeLink({ member: { id, name }, isOpen }: { member: MemberData; isOpen: boolean }) {
  const { language } = useShell();
  const { search } = useLocation();
  const text = memberMessages[language];
  const query = new URLSearchParams(search);
  query.delete("saved");
  if (isOpen) query.delete("change");
  else query.set("change", id);
  return (
    <a id={`change-${id}`} href={`?${query}#change-${id}`}>
      {isOpen ? text.changeShut : text.changeShort}
      <span className="hidden">: {text.change(name)}</span>
    </a>
  );
}

function Terms({ member: { plan, tier, exchangeOptOut } }: { member: MemberData }) {
  const { language } = useShell();
  const text = memberMessages[language];
  const words = [plan && (text.plans[plan] ?? plan), tier && (text.tiers[tier] ?? tier), exchangeOptOut && text.optedOut];
  return words.filter(Boolean).join(" · ") || "–";
}

/** An address, and for an organization whether somebody has lately said that it is right. */
function Contact({ member: { kind, email, contactConfirmedOn, isConfirmed } }: { member: MemberData }) {
  const { language, today } = useShell();
  const text = memberMessages[language];
  const isStale = contactConfirmedOn === null || addDays(contactConfirmedOn, contactHoldsDays) < today;
  const day = contactConfirmedOn === null ? null : dateWithYear(contactConfirmedOn, language);
  return (
    <span>
      {email === null ? "–" : <a href={`mailto:${email}`}>{email}</a>}
      {kind === "organization" && isConfirmed && (
        <>
          <br />
          <span className={isStale ? "with-icon fine" : "fine soft"}>
            {isStale && <Icon name="warning" tone="care" />} {isStale ? text.stale(day) : text.confirmed(day ?? "")}
          </span>
        </>
      )}
    </span>
  );
}

function next(search: string, cursor: string): string {
  const query = new URLSearchParams(search);
  query.set("cursor", cursor);
  query.delete("saved");
  return `?${query}`;
}

/** What the fields of a form are called, by id. */
function labelsIn(
  form: string,
  text: { email: string; name: string; organization: string; firstDay: string; lastDay: string; reason: string },
) {
  const { email, name, organization, firstDay: from, lastDay, reason } = text;
  return Object.fromEntries(
    Object.entries({ email, name, organization, from, lastDay, reason }).map(([field, label]) => [`${form}-${field}`, label]),
  );
}
