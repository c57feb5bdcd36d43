import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from "react-router";
import { attempt, client, type Problem, read, readAll } from "../../../interface/api-client.ts";
import { CheckboxField, RadioField, SelectField } from "../../../interface/components/choice-field.tsx";
import { DataTable } from "../../../interface/components/data-table.tsx";
import { ErrorSummary } from "../../../interface/components/error-summary.tsx";
import { Notice } from "../../../interface/components/notice.tsx";
import { QrCode, qrMatrix } from "../../../interface/components/qr-code.tsx";
import { ShowMore } from "../../../interface/components/show-more.tsx";
import { StatePane } from "../../../interface/components/state-drawing.tsx";
import { TextField } from "../../../interface/components/text-field.tsx";
import { dateWithYear } from "../../../interface/format.ts";
import { Page, useShell } from "../../../interface/page.tsx";
import { signedIn } from "../../../interface/visit.ts";
import type { Language } from "../../../platform/language/language.ts";
import type { ResourceApi } from "../../spaces/index.ts";
import type { SpaceApi } from "../../spaces/routes.ts";
import { displayKinds } from "../display.ts";
import type { DisplayApi } from "../routes.ts";
import { displayWords } from "./words.ts";

export async function loader(given: LoaderFunctionArgs) {
  const visit = signedIn(given);
  const id = given.params.space ?? "";
  const { searchParams } = new URL(given.request.url);
  const cursor = searchParams.get("cursor");
  const [space, displays, resources] = await Promise.all([
    read(client<SpaceApi>(visit).spaces[":id"].$get({ param: { id } })),
    read(client<DisplayApi>(visit).spaces[":id"].displays.$get({ param: { id }, query: cursor ? { cursor } : {} })),
    readAll((page) => client<ResourceApi>(visit).resources.$get({ query: { space: id, ...page } })),
  ]);
  const rooms = resources.filter(({ places }) => places === 1).map((room) => ({ value: room.id, label: room.name }));
  return { space, displays, rooms, isRemoved: searchParams.has("removed") };
}

type Written = { name: string; kind: string; resource: string; showsTitles: boolean; takesBookings: boolean };
type Outcome = { problem?: Problem | undefined; written?: Written; added?: { name: string; url: string } | undefined };

// The address is shown in the answer itself: nothing that can be read again holds it.
export async function action(given: ActionFunctionArgs) {
  const visit = signedIn(given);
  const id = given.params.space ?? "";
  const form = await given.request.formData();
  const displays = client<DisplayApi>(visit).spaces[":id"].displays;
  const [removed, renewed] = [form.get("remove"), form.get("renew")];
  if (removed) {
    const { problem } = await attempt(displays[":displayId"].$delete({ param: { id, displayId: String(removed) } }));
    if (problem) return data<Outcome>({ problem }, { status: problem.status });
    throw redirect(`/${visit.language}/spaces/${id}/displays?removed`, 303);
  }
  if (renewed) {
    const { done, problem } = await attempt(displays[":displayId"].address.$put({ param: { id, displayId: String(renewed) } }));
    return data<Outcome>({ problem, added: done }, { status: problem?.status ?? 200 });
  }
  const text = (name: string) => String(form.get(name) ?? "");
  const written = {
    name: text("name"),
    kind: text("kind"),
    resource: text("resource"),
    showsTitles: form.has("showsTitles"),
    takesBookings: form.has("takesBookings"),
  };
  const kind = displayKinds.find((one) => one === written.kind) ?? "door";
  const { name, showsTitles, takesBookings } = written;
  const json = { kind, name, showsTitles, takesBookings, ...(written.resource && { resourceId: written.resource }) };
  const { done, problem } = await attempt(displays.$post({ param: { id }, json }));
  return data<Outcome>({ problem, written, added: done }, { status: problem?.status ?? 200 });
}

/** Where a house puts up its screens, gives them new addresses and takes them down. */
export default function Displays() {
  const { space, displays, rooms, isRemoved } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>() as Outcome | undefined;
  const { language } = useShell();
  const text = displayWords[language];
  const { problem, added } = outcome ?? {};
  const errors = problem
    ? (problem.errors ?? [{ field: problem.code === "display.room_of_door" ? "resource" : "name", message: problem.title }])
    : [];
  return (
    <Page
      title={problem ? `${text.error}: ${text.title}` : `${text.title}, ${space.name}`}
      area={{ kind: "manager", space }}
      current="settings"
    >
      <div className="frame form-page">
        <div className="stack">
          <div>
            <h1>{text.title}</h1>
            <p className="lead">{text.lead}</p>
          </div>
          <ErrorSummary errors={errors} labels={labelsIn(language)} language={language} />
          {added && <Address added={added} language={language} />}
          {isRemoved && !outcome && (
            <Notice kind="good" role="status" title={text.removed}>
              {null}
            </Notice>
          )}
          {displays.items.length === 0 ? (
            <StatePane state="empty" title={text.none}>
              <p>{text.noneAbout}</p>
            </StatePane>
          ) : (
            <List displays={displays} language={language} />
          )}
          <DisplayForm rooms={rooms} written={problem ? outcome?.written : undefined} errors={errors} language={language} />
        </div>
      </div>
    </Page>
  );
}

function Address({ added, language }: { added: { name: string; url: string }; language: Language }) {
  const text = displayWords[language];
  return (
    <Notice kind="good" role="status" icon="lock" title={`${text.address}: ${added.name}`}>
      <p style={{ overflowWrap: "anywhere" }}>
        <a href={added.url}>{added.url}</a>
      </p>
      <p>{text.addressAbout}</p>
      <QrCode matrix={qrMatrix(added.url)} label={text.scan} />
    </Notice>
  );
}

type ListProps = { displays: ReturnType<typeof useLoaderData<typeof loader>>["displays"]; language: Language };

function List({ displays, language }: ListProps) {
  const text = displayWords[language];
  return (
    <>
      <DataTable
        caption={text.list}
        isCaptionHidden
        rows={displays.items}
        keyOf={({ id }) => id}
        columns={[
          { label: text.name, isHeading: true, cell: ({ name }) => name },
          { label: text.shows, cell: ({ kind, resource }) => resource?.name ?? text[kind] },
          { label: text.since, cell: ({ renewedAt }) => dateWithYear(renewedAt.slice(0, 10), language) },
          {
            label: text.action,
            isAction: true,
            cell: ({ id, name }) => (
              <>
                <AskFirst name="renew" value={id} word={text.renew} thing={text.renewThing(name)} about={text.renewAbout(name)} />
                <AskFirst name="remove" value={id} word={text.remove} thing={text.removeThing(name)} about={text.removeAbout(name)} />
              </>
            ),
          },
        ]}
      />
      <ShowMore cursor={displays.nextCursor} language={language} />
    </>
  );
}

type AskFirstProps = { name: string; value: string; word: string; thing: string; about: string };

/** What makes a screen go dark at once is said before it is done. */
function AskFirst({ name, value, word, thing, about }: AskFirstProps) {
  return (
    <details>
      <summary aria-label={thing}>{word}</summary>
      <form method="post" className="stack close">
        <p>{about}</p>
        <button className="button small" type="submit" name={name} value={value}>
          {thing}
        </button>
      </form>
    </details>
  );
}

type FormProps = {
  rooms: { value: string; label: string }[];
  written: Written | undefined;
  errors: { field: string; message: string }[];
  language: Language;
};

function labelsIn(language: Language) {
  const { name, kind, room: resource } = displayWords[language];
  return { name, kind, resource };
}

function DisplayForm({ rooms, written, errors, language }: FormProps) {
  const text = displayWords[language];
  const labels = labelsIn(language);
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message;
  return (
    <form method="post" className="stack form" noValidate>
      <h2>{text.newDisplay}</h2>
      <TextField
        name="name"
        label={labels.name}
        hint={text.nameHint}
        defaultValue={written?.name}
        error={errorOf("name")}
        language={language}
      />
      <RadioField
        name="kind"
        label={labels.kind}
        defaultValue={written?.kind ?? "door"}
        options={[
          { value: "door", label: text.door, about: text.doorAbout },
          { value: "wall", label: text.wall, about: text.wallAbout },
          { value: "kiosk", label: text.kiosk, about: text.kioskAbout },
        ]}
        language={language}
      />
      <SelectField
        name="resource"
        label={labels.resource}
        defaultValue={written?.resource}
        options={[{ value: "", label: text.noRoom }, ...rooms]}
        error={errorOf("resource")}
        isOptional
        language={language}
      />
      <CheckboxField name="showsTitles" defaultChecked={written?.showsTitles ?? false} language={language}>
        {text.showsTitles}
      </CheckboxField>
      <CheckboxField name="takesBookings" defaultChecked={written?.takesBookings ?? true} language={language}>
        {text.takesBookings}
      </CheckboxField>
      <div className="send">
        <button className="button lit" type="submit">
          {text.add}
        </button>
      </div>
    </form>
  );
}
