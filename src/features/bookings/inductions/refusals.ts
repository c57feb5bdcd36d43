import { defineRefusals } from "../../../platform/refusal/refusal.ts";

export const inductionRefusals = defineRefusals("induction", {
  full: {
    status: 409,
    constraint: "inductions_places",
    texts: {
      nb: "Kurset er fullt. Se om det er plass på et annet.",
      nn: "Kurset er fullt. Sjå om det er plass på eit anna.",
      en: "The course is full. See if there is a place on another.",
    },
  },
  over: {
    status: 409,
    texts: {
      nb: "Kurset har begynt, eller er avlyst.",
      nn: "Kurset har byrja, eller er avlyst.",
      en: "The course has begun, or was cancelled.",
    },
  },
  notBegun: {
    status: 409,
    texts: {
      nb: "Kurset har ikke begynt. Kryss av når det er holdt.",
      nn: "Kurset har ikkje byrja. Kryss av når det er halde.",
      en: "The course has not begun. Tick off when it has been held.",
    },
  },
  instructorElsewhere: {
    status: 422,
    texts: {
      nb: "Den som holder kurset, må jobbe i huset.",
      nn: "Den som held kurset, må arbeide i huset.",
      en: "Whoever teaches must work in the space.",
    },
  },
  otherLab: {
    status: 422,
    texts: {
      nb: "Kurset hører til et annet verksted.",
      nn: "Kurset høyrer til ein annan verkstad.",
      en: "The certification belongs to another lab.",
    },
  },
  notSignedUp: {
    status: 422,
    texts: {
      nb: "Noen av dem er ikke påmeldt. Last siden på nytt.",
      nn: "Nokre av dei er ikkje påmelde. Last sida på nytt.",
      en: "Some of them are not signed up. Load the page again.",
    },
  },
});
