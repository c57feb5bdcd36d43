import type { Theme } from "../../../src/features/spaces/themes.ts";

const fronts =
  "Sju Hatter,Grønn Stige,Halv Kringle,Blå Trapp,Tolv Spiker,Skeiv Lykt,Gammelt Kompass,Oval Dør,Stille Fløyte,Ullen Hest,Trang Hylle,Våt Vott,Liten Trompet,Rød Knapp,Ni Bøtter,Søvnig Gås,Kantet Ball,Flat Tromme,Bred Skje,Snill Ulv,Sen Hane,Glad Okse".split(
    ",",
  );
const trades: [string, Theme][] = [
  ["Regnskap", "technology"],
  ["Arkitekter", "creative"],
  ["Bygg", "green"],
  ["Transport", "energy"],
  ["Bemanning", "social"],
  ["Eiendom", "green"],
  ["Helse", "health"],
  ["Programvare", "technology"],
  ["Reklame", "creative"],
  ["Servering", "food"],
  ["Ingeniører", "technology"],
  ["Rådgivning", "international"],
];
const firstNames =
  "Agnes Alma Amal Anders Arild Aslaug Atle Bente Birk Bodil Dina Egil Elin Emre Erlend Fatima Frode Gunn Gustav Halvor Hassan Inga Iselin Ivar Jon Julie Kamil Kine Knut Lasse Lena Leyla Magnus Mona Nabil Nils Oddny Oskar Ragna Reidar Samira Signe Steinar Sunniva Terje Tiril Torunn Vegard".split(
    " ",
  );
const heads =
  "Nitelv Øyer Glomm Leir Vorm Hurdals Nannest Gjerd Kløft Fets Sørums Blakers Bjørkel Setskogs Hemnes Nerings Løkens Enebakks Frogner Skjettens".split(
    " ",
  );
const tails =
  "mobakken dalslund engsrud viktangen haugløkk rønningstad myrstua åsgrenda bergslia voldsmo tjernhagen holtstien sletteng brenntun krokvoll".split(
    " ",
  );

/** So many companies nobody has, each with what it is about. */
export function companyNames(count: number): { name: string; theme: Theme }[] {
  return Array.from({ length: count }, (_, index) => {
    const [trade, theme] = at(trades, index + Math.floor(index / fronts.length));
    return { name: `${at(fronts, index)} ${trade} AS`, theme };
  });
}

/** So many people who do not exist, no two of one name. */
export function peopleNames(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const round = Math.floor(index / firstNames.length);
    return `${at(firstNames, index)} ${at(heads, index + round)}${at(tails, index + 2 * round)}`;
  });
}

function at<Item>(list: readonly Item[], index: number): Item {
  return list[index % list.length] as Item;
}
