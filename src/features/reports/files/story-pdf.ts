import type { Files } from "../../../platform/files/files.ts";
import { catalogue, type Language, locale } from "../../../platform/language/language.ts";
import { margin, type Pages, pageWidth } from "../../../platform/pdf/document.ts";
import { roomFor } from "../../../platform/pdf/table.ts";
import { printPicture } from "../../../platform/pictures/print-picture.ts";
import type { FrozenStory } from "../stories/frozen-story.ts";
import { photoKeys } from "../stories/story-photos.ts";

const lineOfTable = 19;
const mostHeight = 300;
const within = pageWidth - 2 * margin;

/** The photos of the stories as they are printed, by story. */
export async function photosToPrint(files: Files, stories: readonly FrozenStory[]): Promise<Map<string, Uint8Array>> {
  const printed = new Map<string, Uint8Array>();
  for (const { id, told } of stories) {
    const file = told?.photo && (await files.read(photoKeys(id, told.photo.id)[0]));
    if (file) printed.set(id, await printPicture(file.bytes));
  }
  return printed;
}

type Photo = { width: number; height: number; alt: string; bytes: Uint8Array };

/** Puts a photo on the page, with what it shows for those who do not see it. @returns the height below */
export function photoOnPage(
  pages: Pages,
  document: PDFKit.PDFStructureElement,
  from: number,
  { width, height, alt, bytes }: Photo,
): number {
  const scale = Math.min(within / width, mostHeight / height);
  const top = roomFor(pages, from + 4, Math.ceil((height * scale) / lineOfTable) + 1);
  const draw = () => {
    pages.pdf.image(Buffer.from(bytes), margin, top, { width: width * scale, height: height * scale });
  };
  document.add(pages.pdf.struct("Figure", { alt }, draw));
  return top + height * scale + 10;
}

/** What stands in place of a story that was taken out. */
export function takenOutInWords({ takenOutOn, checksum }: FrozenStory, language: Language): { heading: string; text: string } {
  const day = new Intl.DateTimeFormat(locale(language), { dateStyle: "long", timeZone: "UTC" }).format(
    new globalThis.Date(`${takenOutOn}T00:00Z`),
  );
  const words = texts[language];
  return { heading: words.heading, text: words.text({ day, checksum }) };
}

const texts = catalogue({
  nb: {
    heading: "En fortelling er tatt ut",
    text: (d: { day: string; checksum: string }) =>
      `${d.day} trakk en som var med, samtykket tilbake. Bilde, navn og tekst er slettet. Sjekksummen til rapporten er regnet av fortellingens egen, som står igjen: ${d.checksum}`,
  },
  nn: {
    heading: "Ei forteljing er teken ut",
    text: (d: { day: string; checksum: string }) =>
      `${d.day} trekte ein som var med, samtykket attende. Bilete, namn og tekst er sletta. Sjekksummen til rapporten er rekna av forteljinga sin eigen, som står att: ${d.checksum}`,
  },
  en: {
    heading: "A story has been taken out",
    text: (d: { day: string; checksum: string }) =>
      `On ${d.day} somebody in it took their consent back. Photo, names and text are deleted. The checksum of the report is made of the story's own, which is still here: ${d.checksum}`,
  },
});
