import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from "react-router";
import { client, read, readAll } from "../../../../interface/api-client.ts";
import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { Crumbs } from "../../../../interface/components/crumbs.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { StatePane } from "../../../../interface/components/state-drawing.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { oneOf } from "../../../../interface/form-values.ts";
import { dateWithYear, number } from "../../../../interface/format.ts";
import { Page, useShell } from "../../../../interface/page.tsx";
import { signedIn } from "../../../../interface/visit.ts";
import { dayIn } from "../../../../platform/time/day.ts";
import type { OrganizationsApi } from "../../../organizations/routes.ts";
import { textIn } from "../../../spaces/parts.ts";
import type { ParentApi } from "../../parents/routes.ts";
import type { EventApi } from "../../routes.ts";
import { exposureKinds, partnerLevels } from "../partner.ts";
import type { PartnerApi } from "../routes.ts";
import { changePartners } from "./change-partners-action.ts";
import { partnerWords } from "./partner-words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const { event, parent } = given.params;
  const param = { id: event ?? parent ?? "" };
  const api = client<PartnerApi>(visit);
  const [of, partners, organizations] = await Promise.all([
    event !== undefined
      ? read(client<EventApi>(visit).events[":id"].$get({ param })).then(({ title, slug }) => ({ title, path: `events/${slug}` }))
      : read(client<ParentApi>(visit)["event-parents"][":id"].$get({ param })).then(({ title, slug, kind }) => ({
          title,
          path: `${kind === "festival" ? "festivals" : "series"}/${slug}`,
        })),
    event !== undefined ? read(api.events[":id"].partners.$get({ param })) : read(api["event-parents"][":id"].partners.$get({ param })),
    readAll((page) => client<OrganizationsApi>(visit).organizations.$get({ query: page })),
  ]);
  if (!partners.abilities.change) throw new Response(null, { status: 404 });
  return {
    of,
    partners: partners.items,
    organizations: organizations.map(({ name }) => name),
    today: dayIn(visit.now, "Europe/Oslo"),
    did: new URL(given.request.url).searchParams.get("did") ?? "",
  };
}

export function action(given: ActionFunctionArgs) {
  return changePartners(given);
}

/** Where those who run it write who stands behind it, and what each was shown on. */
export default function Partners() {
  const { of, partners, organizations, today, did } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const text = partnerWords[language];
  const name = textIn(of.title, language)?.text ?? "";
  // two forms stand here, and one was sent: the other is as it was
  const isSent = (id: string) => refused?.written[id] !== undefined;
  const field = (id: string, usual = "") => {
    const error = refused?.errors.find((one) => one.field === id)?.message;
    return {
      name: id,
      language,
      defaultValue: refused && isSent(id) ? oneOf(refused.written, id) : usual,
      ...(error !== undefined && { error }),
    };
  };
  const active = partners.filter(({ endedAt }) => endedAt === null);
  return (
    <Page title={`${refused ? `${text.error}: ` : ""}${text.title} · ${name}`} area={{ kind: "public" }} current="events">
      <div className="frame section stack">
        <Crumbs trail={[{ label: name, href: `/${language}/${of.path}` }, { label: text.title }]} language={language} />
        <div>
          <h1>{text.title}</h1>
          <p className="lead">{text.lead}</p>
        </div>
        {!refused && text.did[did] && <Notice kind="good" role="status" title={text.did[did]} />}
        <ErrorSummary errors={refused?.errors ?? []} language={language} />
        {refused && refused.errors.length === 0 && (
          <Notice kind="wrong" role="alert" title={text.couldNot}>
            <p>{refused.problem.title}</p>
          </Notice>
        )}
        {partners.length === 0 && (
          <StatePane state="empty" title={text.none}>
            <p>{text.noneAbout}</p>
          </StatePane>
        )}
        {partners.length > 0 && (
          <form method="post">
            <ul className="lines partner-lines">
              {partners.map((partner) => (
                <li key={partner.id}>
                  <div>
                    <b>{partner.name}</b>{" "}
                    <span className="ticket-tag">{partner.endedAt === null ? text.levels[partner.level] : text.ended}</span>
                    <ul className="small" aria-label={text.shownOn}>
                      {partner.exposures.map(({ id, kind, shownOn, seenBy, note }) => (
                        <li key={id}>
                          {[
                            text.kinds[kind],
                            dateWithYear(shownOn, language),
                            seenBy !== null && text.seenBy({ count: number(seenBy, language) }),
                            note,
                          ]
                            .filter(Boolean)
                            .join(" · ")}
                        </li>
                      ))}
                    </ul>
                  </div>
                  {partner.endedAt === null && (
                    <button
                      type="submit"
                      className="text-button"
                      name="act"
                      value={`end:${partner.id}`}
                      aria-label={text.removeThis({ name: partner.name })}
                    >
                      {text.remove}
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </form>
        )}
        <div className="agenda-columns">
          <section className="stack" aria-labelledby="add">
            <h2 id="add">{text.add}</h2>
            <form className="form" method="post" noValidate>
              <TextField
                {...field("name")}
                label={text.name}
                hint={text.nameHint}
                list="organizations"
                autoComplete="off"
                maxLength={200}
              />
              <datalist id="organizations">
                {organizations.map((each) => (
                  <option key={each} value={each} />
                ))}
              </datalist>
              <SelectField
                {...field("level", "partner")}
                label={text.level}
                options={partnerLevels.map((value) => ({ value, label: text.levels[value] }))}
              />
              <TextField {...field("website")} label={text.website} type="url" maxLength={500} isOptional />
              <div className="send">
                <button type="submit" className="button lit" name="act" value="add">
                  {text.save}
                </button>
              </div>
            </form>
          </section>
          {active.length > 0 && (
            <section className="stack" aria-labelledby="write">
              <h2 id="write">{text.write}</h2>
              <form className="form" method="post" noValidate>
                <SelectField
                  {...field("partner")}
                  label={text.who}
                  options={active.map((partner) => ({ value: partner.id, label: partner.name }))}
                />
                <SelectField
                  {...field("kind", "big_screen")}
                  label={text.kind}
                  options={exposureKinds.map((value) => ({ value, label: text.kinds[value] }))}
                />
                <TextField {...field("shownOn", today)} label={text.day} type="date" width="s" />
                <TextField {...field("count")} label={text.count} inputMode="numeric" width="xs" isOptional />
                <TextField {...field("note")} label={text.note} maxLength={500} isOptional />
                <div className="send">
                  <button type="submit" className="button" name="act" value="show">
                    {text.writeDown}
                  </button>
                </div>
              </form>
            </section>
          )}
        </div>
      </div>
    </Page>
  );
}
