import { catalogue } from "../../../../platform/language/language.ts";

/** Words for choosing for whom a form is filled in. */
export const forWhomWords = catalogue({
  nb: {
    forWhom: "For hvem",
    me: "Meg selv",
    chooseMember: "Velg et medlem",
    change: "Bytt",
    search: "Søk etter navn",
    find: "Søk",
    nobody: (name: string) => `Ingen medlemmer heter «${name}».`,
    more: "Vis flere",
    through: (company: string) => `gjennom ${company}`,
    membersOf: (home: string) => `Medlemmer av ${home}`,
    written: (name: string) => `${name} får brev om det, og ser at det var du som gjorde det.`,
  },
  nn: {
    forWhom: "For kven",
    me: "Meg sjølv",
    chooseMember: "Vel ein medlem",
    change: "Byt",
    search: "Søk etter namn",
    find: "Søk",
    nobody: (name: string) => `Ingen medlemer heiter «${name}».`,
    more: "Vis fleire",
    through: (company: string) => `gjennom ${company}`,
    membersOf: (home: string) => `Medlemer av ${home}`,
    written: (name: string) => `${name} får brev om det, og ser at det var du som gjorde det.`,
  },
  en: {
    forWhom: "For whom",
    me: "Myself",
    chooseMember: "Choose a member",
    change: "Change",
    search: "Search by name",
    find: "Search",
    nobody: (name: string) => `No member is called “${name}”.`,
    more: "Show more",
    through: (company: string) => `through ${company}`,
    membersOf: (home: string) => `Members of ${home}`,
    written: (name: string) => `${name} is told by letter, and sees that it was you who did it.`,
  },
});
