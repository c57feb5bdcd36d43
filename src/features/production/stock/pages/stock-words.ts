import { catalogue } from "../../../../platform/language/language.ts";
import type { MovementKind } from "../movement.ts";

type Words = {
  error: string;
  couldNot: string;
  title: string;
  lead: string;
  none: string;
  name: string;
  unit: string;
  unitHint: string;
  price: string;
  priceHint: string;
  inStock: string;
  left: (f: { amount: string; unit: string }) => string;
  lowAt: string;
  lowAtHint: string;
  low: string;
  lowList: (f: { names: string }) => string;
  add: string;
  addIt: string;
  record: string;
  kind: string;
  kinds: Record<MovementKind, string>;
  amount: string;
  note: string;
  save: string;
  change: string;
  history: string;
  when: string;
  what: string;
  changed: string;
  after: string;
  who: string;
  more: string;
  done: Record<"added" | "recorded" | "changed", string>;
};

export const stockWords = catalogue<Words>({
  nb: {
    error: "Feil",
    couldNot: "Det gikk ikke",
    title: "Lager",
    lead: "Det verkstedet har av materialer, hva det koster, og hva som er brukt.",
    none: "Lageret er tomt. Legg til det første.",
    name: "Hva er det?",
    unit: "Enhet",
    unitHint: "For eksempel plate, meter eller gram",
    price: "Pris per enhet",
    priceHint: "Kroner, uten mva.",
    inStock: "På lager",
    left: ({ amount, unit }) => `${amount} (${unit})`,
    lowAt: "Si fra når det er så lite igjen",
    lowAtHint: "Står den tom, blir det ikke sagt fra",
    low: "Lite igjen",
    lowList: ({ names }) => `Lite igjen av ${names}`,
    add: "Legg til på lageret",
    addIt: "Legg til",
    record: "Før lageret",
    kind: "Hva skjedde?",
    kinds: { received: "Det kom", counted: "Telt", used: "Brukt", returned: "Kom tilbake" },
    amount: "Hvor mye",
    note: "Merknad",
    save: "Lagre",
    change: "Endre navn, pris og grense",
    history: "Hva som har skjedd",
    when: "Når",
    what: "Hva",
    changed: "Endring",
    after: "Igjen",
    who: "Hvem",
    more: "Vis eldre",
    done: { added: "Lagt til på lageret.", recorded: "Ført.", changed: "Lagret. Bestillinger som alt har en pris, beholder den." },
  },
  nn: {
    error: "Feil",
    couldNot: "Det gjekk ikkje",
    title: "Lager",
    lead: "Det verkstaden har av materiale, kva det kostar, og kva som er brukt.",
    none: "Lageret er tomt. Legg til det første.",
    name: "Kva er det?",
    unit: "Eining",
    unitHint: "Til dømes plate, meter eller gram",
    price: "Pris per eining",
    priceHint: "Kroner, utan mva.",
    inStock: "På lager",
    left: ({ amount, unit }) => `${amount} (${unit})`,
    lowAt: "Sei frå når det er så lite att",
    lowAtHint: "Står han tom, blir det ikkje sagt frå",
    low: "Lite att",
    lowList: ({ names }) => `Lite att av ${names}`,
    add: "Legg til på lageret",
    addIt: "Legg til",
    record: "Før lageret",
    kind: "Kva hende?",
    kinds: { received: "Det kom", counted: "Talt", used: "Brukt", returned: "Kom tilbake" },
    amount: "Kor mykje",
    note: "Merknad",
    save: "Lagre",
    change: "Endre namn, pris og grense",
    history: "Kva som har hendt",
    when: "Når",
    what: "Kva",
    changed: "Endring",
    after: "Att",
    who: "Kven",
    more: "Vis eldre",
    done: { added: "Lagt til på lageret.", recorded: "Ført.", changed: "Lagra. Bestillingar som alt har ein pris, held på han." },
  },
  en: {
    error: "Error",
    couldNot: "That did not work",
    title: "Stock",
    lead: "The material the lab keeps, what it costs, and what went.",
    none: "There is nothing in stock. Add the first.",
    name: "What is it?",
    unit: "Unit",
    unitHint: "For example sheet, metre or gram",
    price: "Price per unit",
    priceHint: "Kroner, without VAT",
    inStock: "In stock",
    left: ({ amount, unit }) => `${amount} (${unit})`,
    lowAt: "Say when so little is left",
    lowAtHint: "Left empty, nothing is said",
    low: "Little left",
    lowList: ({ names }) => `Little left of ${names}`,
    add: "Add to the stock",
    addIt: "Add",
    record: "Record the stock",
    kind: "What happened?",
    kinds: { received: "It came", counted: "Counted", used: "Used", returned: "Came back" },
    amount: "How much",
    note: "Note",
    save: "Save",
    change: "Change name, price and limit",
    history: "What has happened",
    when: "When",
    what: "What",
    changed: "Change",
    after: "Left",
    who: "Who",
    more: "Show older",
    done: { added: "Added to the stock.", recorded: "Recorded.", changed: "Saved. Orders that have a price already keep it." },
  },
});
