import { checkDigit } from "../../src/features/organizations/organization-number.ts";

const first =
  "Lang Kort Rund Skjev Stille Rask Varm Kald Liten Stor Myk Hard Lys Mørk Blank Søt Sur Tørr Våt Lett Tung Ny Gul Rød Blå Lilla Stripete".split(
    " ",
  );
const second =
  "Kajakk Trillebår Lykteglass Paraply Trekkspill Gardintrapp Vaffel Hengekøye Bøtte Treklubbe Skapnøkkel Snelletråd Knappeske Strikkevott Sparkstøtting Gaffel Kikkert Vekkerklokke Pannekake Krakk Kaffesil Tekanne Snøspade Ullteppe Trekkvogn".split(
    " ",
  );

/** So many names that nobody has, each once: two words that do not belong together. */
export function startupNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const word = second[index % second.length] ?? "";
    return `${first[(index + Math.floor(index / second.length)) % first.length]} ${word}`;
  });
}

/** So many organization numbers of a series that belongs to nobody: 310 5xx xxx for startups. */
export function inventedNumbers(count: number, first = 31_050_000): string[] {
  const numbers: string[] = [];
  for (let eight = first; numbers.length < count; eight++) {
    const digit = checkDigit(String(eight));
    if (digit !== undefined) numbers.push(`${eight}${digit}`);
  }
  return numbers;
}
