import { expect, test } from "vitest";
import { readAll } from "./api-client.ts";

test("a list that comes in pages is read to its end, each page after the cursor of the one before", async () => {
  const pages = new Map([
    ["", { items: ["Ambolten", "Bakerovnen"], nextCursor: "b" }],
    ["b", { items: ["Fjorden"], nextCursor: "f" }],
    ["f", { items: ["Smia"], nextCursor: null }],
  ]);
  const page = (cursor = "") => Promise.resolve(Response.json(pages.get(cursor)));

  const all = await readAll<string>(({ cursor }) => page(cursor));

  expect(all).toEqual(["Ambolten", "Bakerovnen", "Fjorden", "Smia"]);
});

test("a page that is refused is told as it was refused, and nothing of the list is taken for the whole", async () => {
  const answers = [Response.json({ items: ["Ambolten"], nextCursor: "b" }), Response.json({ code: "not_here" }, { status: 404 })];

  const all = readAll<string>(() => Promise.resolve(answers.shift() ?? Response.error()));

  await expect(all).rejects.toMatchObject({ status: 404 });
});
