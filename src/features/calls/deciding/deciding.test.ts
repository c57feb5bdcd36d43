import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callBuilder } from "../../../../tests/support/calls.ts";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../../tests/support/jobs.ts";
import { remindOfDeadlines } from "../letters/remind.ts";

let installation: TestInstallation;
let build: ReturnType<typeof callBuilder>;

beforeEach(async () => {
  installation = await testInstallation();
  build = callBuilder(installation);
});
afterEach(() => installation.close());

function letters() {
  return installation.db.selectFrom("letters").select(["recipient", "subject", "body_text", "language"]).orderBy("recipient").execute();
}

describe("A decision", () => {
  test("is told by a letter that was seen before, in the language of whoever gets it, and once", async () => {
    const { house, call, office, apply } = await build.held({
      call: { appealNotes: { nb: "Klag innen tre uker.", en: "Appeal within three weeks." } },
    });
    const eva = await build.network.person("Eva Vik", { locale: "en" });
    const finn = await build.network.person("Finn Ås", { locale: "nn" });
    await installation.db
      .updateTable("organizations")
      .set({ organization_number: "914778271" })
      .where("id", "=", house.organizationId)
      .execute();
    const [window, door] = [await apply(eva, "Vindu", { organizationNumber: "914778271" }), await apply(finn, "Dør")];
    await doWhatIsDue(installation);
    await installation.db.deleteFrom("letters").execute();
    await office.put(`/submissions/${window.id}/decision`, { outcome: "awarded" });
    await office.put(`/submissions/${door.id}/decision`, { outcome: "declined", reason: "For tidlig" });

    const untold = (await build.visitors.as(eva).get(`/submissions/${window.id}`)).body.decision;
    const { body: preview } = await office.get(`/calls/${call.id}/decision-letters`);
    const sent = await office.post(`/calls/${call.id}/decision-letters`, { submissionIds: [window.id, door.id] });
    const again = await office.post(`/calls/${call.id}/decision-letters`, { submissionIds: [window.id, door.id] });

    expect(untold).toBeNull();
    expect([sent.body, again.status]).toEqual([{ sent: 2 }, 409]);
    const posted = await letters();
    expect(posted.map(({ recipient, subject, language }) => [recipient, subject, language])).toEqual([
      ["eva.vik@example.test", "Idea of the year: “Vindu” has been chosen", "en"],
      ["finn.a.s@example.test", "Årets idé: svar på «Dør»", "nn"],
    ]);
    for (const { to, subject, lines } of preview.items) {
      const letter = posted.find(({ recipient }) => recipient === to.email);
      expect(letter?.subject).toBe(subject);
      expect(lines.filter((line) => !letter?.body_text.includes(line))).toEqual([]);
    }
    expect(posted[1]?.body_text).toMatch(/Grunngjeving: For tidlig[\s\S]*Klag innen tre uker/);
    expect(posted[0]?.body_text).not.toContain("Appeal");
    expect((await build.visitors.as(eva).get(`/submissions/${window.id}`)).body.decision).toMatchObject({ outcome: "awarded" });
    expect((await build.visitors.nobody.get(`/calls/${call.id}`)).body.awarded).toEqual([
      { id: window.id, title: "Vindu", organization: "Naustet" },
    ]);
  });

  test("takes those on the shortlist to the next phase, and waits for the phase to close", async () => {
    const phases = [1, 2].map((number) => ({ name: { nb: `Fase ${number}` }, criteria: [{ name: { nb: "Nyhet" } }] }));
    const { office, apply, jury, open, close } = await build.held({ call: { phases } });
    const [eva = "", finn = ""] = await build.people(["Eva Vik", "Finn Ås"]);
    const [window] = [await apply(eva, "Vindu"), await apply(finn, "Dør")];
    const [ada = ""] = await jury(["Ada Lie"]);
    await open(1);

    const early = await office.put(`/submissions/${window.id}/decision`, { outcome: "shortlisted" });
    await close(1);
    await office.put(`/submissions/${window.id}/decision`, { outcome: "shortlisted" });
    await open(2);

    expect(early).toMatchObject({ status: 409, body: { code: "deciding.phase_open" } });
    const { items } = (await build.visitors.as(ada).get("/me/reviews")).body;
    expect(items.map(({ phase, submission }) => [phase.number, phase.isOpen, submission.title])).toEqual([
      [2, true, "Vindu"],
      [1, false, "Dør"],
      [1, false, "Vindu"],
    ]);
  });

  test("to choose what fewer than three have scored takes a reason: who is recused has not scored", async () => {
    const { office, apply, jury, open, close, score } = await build.held();
    const [eva = "", finn = ""] = await build.people(["Eva Vik", "Finn Ås"]);
    const [window, door] = [await apply(eva, "Vindu"), await apply(finn, "Dør")];
    const [ada = "", bo = "", cy = ""] = await jury(["Ada Lie", "Bo Li", "Cy Lo"]);
    await open();
    for (const juror of [ada, bo, cy]) await score(juror, door, 4, 4);
    for (const juror of [ada, bo]) await score(juror, window, 5, 5);
    await build.visitors.as(cy).put(`/submissions/${window.id}/reviews/${cy}/conflict`, { conflict: "conflict", reason: "Søster" });
    await close();
    const chosen = (submission: { id: string }, more: object) =>
      office.put(`/submissions/${submission.id}/decision`, { outcome: "awarded", ...more });

    const unsaid = await chosen(window, {});

    expect(unsaid).toMatchObject({ status: 409, body: { code: "deciding.too_few_scores" } });
    expect(unsaid.body.title).toContain("2, og det må være minst 3");
    expect((await office.put(`/submissions/${window.id}/decision`, { outcome: "reserve" })).status).toBe(200);
    expect((await chosen(window, { reason: "Publikums valg" })).status).toBe(200);
    expect((await chosen(door, {})).status).toBe(200);
  });

  test("is not for the applicant to make, nor for a juror", async () => {
    const { call, apply, jury } = await build.held();
    const [eva = ""] = await build.people(["Eva Vik"]);
    const { id } = await apply(eva, "Vindu");
    const [ada = ""] = await jury(["Ada Lie"]);

    for (const who of [eva, ada]) {
      const as = build.visitors.as(who);
      expect((await as.put(`/submissions/${id}/decision`, { outcome: "awarded" })).status).toBe(404);
      expect((await as.get(`/calls/${call.id}/decision-letters`)).status).toBe(404);
    }
  });
});

describe("Letters", () => {
  test("tell whoever delivers that it has come, the jury that a phase is open, and who has a draft that the deadline is near, once", async () => {
    const { call, apply, jury, open } = await build.held();
    const [eva = "", finn = ""] = await build.people(["Eva Vik", "Finn Ås"]);
    await apply(eva, "Vindu");
    await build.visitors.as(finn).post(`/calls/${call.id}/submissions`, { title: "Dør" });
    await jury(["Ada Lie"]);
    await open();
    await doWhatIsDue(installation);
    installation.setClock("2026-12-02T13:00:00+01:00");
    await remindOfDeadlines(installation);
    await remindOfDeadlines(installation);

    expect((await letters()).map(({ recipient, subject }) => [recipient, subject])).toEqual([
      ["ada.lie@example.test", "Du er i juryen: Årets idé"],
      ["eva.vik@example.test", "Levert: Vindu"],
      ["finn.a.s@example.test", "Fristen nærmer seg: Årets idé"],
    ]);
  });

  test("can all be seen before any is sent, in each language, by those who run the call", async () => {
    const { call, office } = await build.held();
    const read = async (language: string) => (await office.get(`/calls/${call.id}/letters?in=${language}`)).body.items;
    const [eva = ""] = await build.people(["Eva Vik"]);

    const [nb, en] = [await read("nb"), await read("en")];

    expect(nb.map(({ about }) => about)).toEqual([
      ...["reminder", "received", ...(call.graceMinutes > 0 ? ["received_late"] : []), "assigned"],
      ...["shortlisted", "awarded", "reserve", "declined"],
    ]);
    expect([nb[0]?.subject, en[0]?.subject]).toEqual(["Fristen nærmer seg: Årets idé", "The deadline is near: Idea of the year"]);
    expect((await build.visitors.as(eva).get(`/calls/${call.id}/letters`)).status).toBe(404);
  });
});
