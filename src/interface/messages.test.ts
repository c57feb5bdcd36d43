import { expect, test } from "vitest";
import { languages } from "../platform/language/language.ts";
import { words } from "./messages.ts";

test("no shared word is empty in any language", () => {
  const empty = languages.flatMap((language) =>
    Object.entries(words[language])
      .filter(([, word]) => typeof word === "string" && word.trim() === "")
      .map(([key]) => `${language}: ${key}`),
  );

  expect(empty).toEqual([]);
});

test("nynorsk is written, not copied from bokmål", () => {
  const { nb, nn } = words;

  const differing = Object.keys(nb).filter((key) => {
    const [one, other] = [nb[key as keyof typeof nb], nn[key as keyof typeof nn]];
    return typeof one === "string" && one !== other;
  });

  expect(differing).toEqual(
    expect.arrayContaining(["mainMenu", "skipToContent", "hostAnswersFirst", "westWing", "got", "gave", "kept", "seeRows", "open"]),
  );
});
