import type { InEveryLanguage } from "../../../platform/language/language.ts";

/** What a room or a machine can come with, in the order it is shown. A key once used keeps its meaning. */
export const equipment = {
  screen: { nb: "Skjerm", nn: "Skjerm", en: "Screen" },
  projector: { nb: "Prosjektør", nn: "Prosjektør", en: "Projector" },
  video_meeting: { nb: "Videomøte", nn: "Videomøte", en: "Video meetings" },
  whiteboard: { nb: "Tavle", nn: "Tavle", en: "Whiteboard" },
  flipchart: { nb: "Flippover", nn: "Flippover", en: "Flip chart" },
  hearing_loop: { nb: "Teleslynge", nn: "Teleslynge", en: "Hearing loop" },
  step_free: { nb: "Trinnfritt", nn: "Trinnfritt", en: "Step-free" },
  sound: { nb: "Lydanlegg", nn: "Lydanlegg", en: "Sound system" },
  stage: { nb: "Scene", nn: "Scene", en: "Stage" },
  recording: { nb: "Opptak", nn: "Opptak", en: "Recording" },
  kitchen: { nb: "Kjøkken", nn: "Kjøkken", en: "Kitchen" },
  daylight: { nb: "Dagslys", nn: "Dagslys", en: "Daylight" },
  monitor: { nb: "Ekstra skjerm på pulten", nn: "Ekstra skjerm på pulten", en: "Extra monitor" },
  standing_desk: { nb: "Hev og senk", nn: "Hev og senk", en: "Standing desk" },
  extraction: { nb: "Avsug", nn: "Avsug", en: "Extraction" },
} as const satisfies Record<string, InEveryLanguage>;

export type Equipment = keyof typeof equipment;

export const equipmentKeys = Object.keys(equipment) as [Equipment, ...Equipment[]];
