import { createHash } from "node:crypto";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type TestInstallation, testInstallation } from "../../../../tests/support/installation.ts";
import { doWhatIsDue } from "../../../../tests/support/jobs.ts";
import { networkBuilder } from "../../../../tests/support/network.ts";
import { callers } from "../../../../tests/support/visitor.ts";
import { storyPhotoFiles } from "./story-photos.ts";

let installation: TestInstallation;

beforeEach(async () => {
  installation = await testInstallation();
});
afterEach(() => installation.close());

/** Siri writes about Amina, who has no account, with a photo taken on a telephone that knows where it is. */
async function aStory() {
  const network = networkBuilder(installation);
  const visitors = callers(installation);
  const kunnskapsbyen = await network.organization("kunnskapsbyen", { kinds: ["cluster"] });
  const siri = visitors.as(await writer());
  const { body: begun } = await siri.post("/organizations/kunnskapsbyen/stories", {
    title: { nb: "Garasjen" },
    text: { nb: "«Vi begynte i en garasje», sier Amina Larsen." },
  });
  const path = `/stories/${begun.id}` as const;
  await siri.put(`${path}/photo`, await aPhoto());
  await siri.post(`${path}/people`, { name: "Amina Larsen", email: "amina@example.test", appearance: "both" });
  const story = (await siri.get(path)).body;
  const amina = story.people[0]?.id ?? "";
  const ask = async () => {
    await siri.put(`${path}/people/${amina}/request`);
    const letter = await installation.db
      .selectFrom("letters")
      .select("body_text")
      .where("recipient", "=", "amina@example.test")
      .orderBy("created_at", "desc")
      .executeTakeFirstOrThrow();
    return /story-consents\/([\w-]+)/.exec(letter.body_text)?.[1] ?? "";
  };
  const answer = async (secret: string, said: string) => {
    const { contentVersion } = (await visitors.nobody.get(`/story-consents/${secret}`)).body;
    return await visitors.nobody.put(`/story-consents/${secret}/answer`, { answer: said, contentVersion });
  };
  const report = (await siri.post("/organizations/kunnskapsbyen/reports", { title: { nb: "2025" }, from: "2025-01-01", to: "2026-01-01" }))
    .body;
  await siri.patch(`/reports/${report.id}`, { parts: [{ kind: "story", story: story.id }] });
  const publish = () => siri.put(`/reports/${report.id}/publication`);
  const shown = async () => (await visitors.nobody.get(`/reports/${report.slug}`)).body;
  return { network, visitors, kunnskapsbyen, siri, path, amina, ask, answer, report, publish, shown };

  async function writer() {
    const id = await network.person("Siri Sæther");
    await network.position(id, kunnskapsbyen, "coordinator");
    return id;
  }
}

test("a story is published when everybody in it has said yes to it as it is, and not before", async () => {
  const { siri, path, ask, answer, publish, shown } = await aStory();
  const unasked = await publish();
  const secret = await ask();
  const asked = await publish();
  const declined = (await answer(secret, "declined")).body.consent;
  const refused = await publish();
  await answer(secret, "given");
  await siri.patch(path, { text: { nb: "«Vi begynte i en kjeller», sier Amina Larsen." } });
  const rewritten = (await siri.get(path)).body;

  const outdated = await publish();
  await answer(secret, "given");
  const published = await publish();

  expect([unasked, asked, refused, outdated].map(({ body }) => body.code)).toEqual(Array(4).fill("story.consent_missing"));
  expect([declined, rewritten.people[0]?.consent]).toEqual(["declined", "outdated"]);
  expect(rewritten.hindrances).toEqual([{ kind: "consent_missing", names: ["Amina Larsen"] }]);
  expect(published.status).toBe(200);
  expect((await shown()).stories[0]?.told).toMatchObject({
    titles: { nb: "Garasjen" },
    photo: { width: 60, height: 40, texts: { nb: "Amina i døra" } },
    people: [{ name: "Amina Larsen", appearance: "both" }],
  });
});

test("a yes that is taken back deletes the photo and takes the story out of the published report, whose checksum stays right", async () => {
  const { siri, path, ask, answer, publish, shown, report } = await aStory();
  const secret = await ask();
  await answer(secret, "given");
  await publish();
  const before = await shown();
  const photo = before.stories[0]?.told?.photo?.url ?? "";
  const files = storyPhotoFiles(installation);
  const there = await files.request(photo);

  const { body: after } = await answer(secret, "withdrawn");
  await doWhatIsDue(installation);

  const now = await shown();
  expect([there.status, there.headers.get("cache-control")]).toEqual([200, "public, max-age=300"]);
  expect((await files.request(photo)).status).toBe(404);
  expect([after.consent, after.reports]).toEqual(["withdrawn", []]);
  expect(now.stories).toEqual([
    { id: before.stories[0]?.id, checksum: before.stories[0]?.checksum, takenOutOn: "2026-11-23", told: null, hindrances: [] },
  ]);
  expect(JSON.stringify(now)).not.toMatch(/Amina|garasje/);
  expect(now.checksum).toBe(before.checksum);
  const { titles, leads, from, to, borders, parts, figures } = now;
  const stories = now.stories.map(({ id, checksum }) => ({ id, checksum }));
  expect(now.checksum).toBe(hash({ titles, leads, from, to, borders, parts, figures, stories }));
  const { salt = "", titles: told = {}, texts = {}, people = [], photo: shownPhoto } = before.stories[0]?.told ?? {};
  const { url: _, smallUrl: __, ...bare } = shownPhoto ?? { url: "", smallUrl: "" };
  expect(before.stories[0]?.checksum).toBe(hash({ salt, titles: told, texts, photo: bare, people }));
  expect((await siri.get(path)).body).toMatchObject({ photo: null, people: [{ consent: "withdrawn" }] });
  const told2 = await installation.db.selectFrom("letters").select("subject").where("recipient", "not like", "amina%").execute();
  expect(told2.map(({ subject }) => subject)).toContain("Et samtykke til «Garasjen» er trukket tilbake");
  expect((await siri.get(`/reports/${report.slug}`)).body.stories[0]?.told).toBeNull();
});

test("who is taken off a story can still take back what was published with them, and is not taken off while named", async () => {
  const { siri, path, amina, ask, answer, publish, shown } = await aStory();
  const secret = await ask();
  await answer(secret, "given");
  await publish();
  const named = await siri.delete(`${path}/people/${amina}`);
  await siri.patch(path, { text: { nb: "Det begynte i en garasje." }, showsNobody: false });
  const off = await siri.delete(`${path}/people/${amina}`);
  const stillTold = (await shown()).stories[0]?.told?.people;

  const { body } = await answer(secret, "withdrawn");

  expect([named.body.code, off.status]).toEqual(["story.still_named", 200]);
  expect(stillTold).toHaveLength(1);
  expect([body.isInStory, (await shown()).stories[0]?.told]).toEqual([false, null]);
});

test("a photo is told in words, in each language of the story, and nobody being shown has to be said", async () => {
  const { siri, report } = await aStory();
  const { body: story } = await siri.post("/organizations/kunnskapsbyen/stories", { title: { nb: "Huset", en: "The house" }, text: {} });
  const path = `/stories/${story.id}` as const;
  const bare = await aPhoto();
  bare.delete("nb");
  const wordless = await siri.put(`${path}/photo`, bare);
  const broken = new FormData();
  broken.set("file", new File(["no picture"], "hus.jpg"));
  broken.set("nb", "Huset");
  const noPhoto = await siri.put(`${path}/photo`, broken);
  await siri.put(`${path}/photo`, await aPhoto());
  await siri.patch(`/reports/${report.id}`, { parts: [{ kind: "story", story: story.id }] });
  const first = (await siri.get(path)).body.hindrances;

  await siri.patch(path, { photoTexts: { nb: "Huset", en: "The house" }, showsNobody: true });
  const last = (await siri.get(path)).body.hindrances;

  expect([wordless.body.code, noPhoto.body.code]).toEqual(["story.text_missing", "space.not_a_photo"]);
  expect(first).toEqual([{ kind: "people_not_said" }, { kind: "alt_missing", languages: ["en"] }]);
  expect(last).toEqual([]);
  expect((await siri.put(`/reports/${report.id}/publication`)).status).toBe(200);
});

test("who is erased leaves the stories they were in, and a stranger learns nothing of a story", async () => {
  const { network, visitors, siri, path, ask, answer, publish, shown } = await aStory();
  const secret = await ask();
  await answer(secret, "given");
  await publish();
  const amina = visitors.as(await network.person("Amina Larsen", { email: "amina@example.test" }));
  const held = (await amina.get("/me/data")).body;

  const answers = [
    await amina.get(path),
    await visitors.nobody.get(path),
    await visitors.nobody.get(`/story-consents/${secret.slice(0, -4)}AAAA`),
  ];
  await amina.post("/me/erasure", { email: "amina@example.test" });

  expect(answers.map(({ status }) => status)).toEqual([404, 401, 404]);
  expect(JSON.stringify(held)).toContain("Garasjen");
  expect((await shown()).stories[0]?.told).toBeNull();
  const { body } = await siri.get(path);
  expect([body.people[0]?.name, body.people[0]?.email, body.texts.nb]).toEqual(["—", null, "«Vi begynte i en garasje», sier —."]);
});

async function aPhoto(): Promise<FormData> {
  const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#ffc83d" } })
    .jpeg()
    .withExif({ IFD3: { GPSLatitudeRef: "N" } })
    .toBuffer();
  const form = new FormData();
  form.set("file", new File([Uint8Array.from(bytes)], "amina.jpg", { type: "image/jpeg" }));
  form.set("nb", "Amina i døra");
  return form;
}

function hash(value: unknown): string {
  return createHash("sha256").update(inOrder(value)).digest("hex");
}

function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${inOrder(inner)}`).join(",")}}`;
}
