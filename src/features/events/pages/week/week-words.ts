import { catalogue } from "../../../../platform/language/language.ts";

/** The words of the week as a grid, and of clocks in other places. */
export const weekWords = catalogue({
  nb: {
    views: "Vis som",
    list: "Liste",
    grid: "Uke",
    about: "Klokka er norsk tid. Det som holdes der klokka er en annen, har tida der også.",
    empty: "Ingenting denne dagen",
    until: (f: { day: string }) => `til ${f.day}`,
    there: (f: { time: string; city: string }) => `${f.time} i ${f.city}`,
    here: (f: { time: string }) => `${f.time} norsk tid`,
    more: "Det er mer denne uka enn det er plass til her. Se alt i lista.",
  },
  nn: {
    views: "Vis som",
    list: "Liste",
    grid: "Veke",
    about: "Klokka er norsk tid. Det som blir halde der klokka er ei anna, har tida der òg.",
    empty: "Ingenting denne dagen",
    until: (f) => `til ${f.day}`,
    there: (f) => `${f.time} i ${f.city}`,
    here: (f) => `${f.time} norsk tid`,
    more: "Det er meir denne veka enn det er plass til her. Sjå alt i lista.",
  },
  en: {
    views: "Show as",
    list: "List",
    grid: "Week",
    about: "The clock is Norwegian time. What is held where the clock is another has the time there as well.",
    empty: "Nothing on this day",
    until: (f) => `until ${f.day}`,
    there: (f) => `${f.time} in ${f.city}`,
    here: (f) => `${f.time} Norwegian time`,
    more: "There is more this week than there is room for here. See all of it in the list.",
  },
});
