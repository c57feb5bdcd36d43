import { inflateSync } from "node:zlib";

/** What a PDF of ours says to a machine: drawn squares in points, the letters its fonts tell readers of, how many pages. */
export async function readPdf(pdf: ReadableStream<Uint8Array>) {
  const bytes = Buffer.from(await new Response(pdf).arrayBuffer());
  const whole = bytes.toString("latin1");
  const streams = [...whole.matchAll(/\/Length (\d+)[^>]*?>>\s*stream\r?\n/g)].flatMap((found) => {
    const start = found.index + found[0].length;
    const content = bytes.subarray(start, start + Number(found[1]));
    return found[0].includes("FlateDecode") || content[0] === 0x78 ? [inflateSync(content).toString("latin1")] : [];
  });
  const drawn = streams.join("\n");
  return {
    pages: Number(/\/Type \/Pages[^>]*?\/Count (\d+)|\/Count (\d+)/.exec(whole)?.slice(1).find(Boolean)),
    rectangles: [...drawn.matchAll(/(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) re/g)].map((found) => {
      const [x = 0, y = 0, width = 0, height = 0] = found.slice(1).map(Number);
      return { x, y, width, height };
    }),
    /** Per font, the letters behind its glyphs; an empty one is a glyph that is read as nothing. */
    letters: streams.filter((stream) => stream.includes("begincmap")).map(lettersOf),
  };
}

function lettersOf(characterMap: string): string[] {
  const ranges = [...characterMap.matchAll(/\[([^\]]*)\]/g)].map(([, range = ""]) => range).join(" ");
  return [...ranges.matchAll(/<([0-9a-f ]*)>/g)].map(([, codes = ""]) =>
    codes
      .split(" ")
      .filter((code) => code !== "")
      .map((code) => String.fromCharCode(Number.parseInt(code, 16)))
      .join(""),
  );
}
