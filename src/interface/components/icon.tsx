/** Line drawings on 24 units. Our own: one path each is a tenth of the weight of a library's filled outlines. */
const paths = {
  "arrow-left": "M20 12H5m6-6-6 6 6 6",
  "arrow-right": "M4 12h15m-6-6 6 6-6 6",
  bed: "M3 19V6m0 9h18v4m0-4v-2a3 3 0 0 0-3-3h-8v5M6.5 9.5h.1",
  bike: "M5.5 12a4 4 0 1 0 .1 0M18.5 12a4 4 0 1 0 .1 0M5.5 16 9 9h6l3.5 7M9 9l3 7h-3m6-7-1-3h-2M7.5 9h3",
  calendar: "M4 6h16v14H4zM4 10.5h16M8 3.5V8m8-4.5V8",
  camera: "M3 8h4l2-3h6l2 3h4v11H3zM12 10.2a3.4 3.4 0 1 0 .1 0",
  check: "m5 12.5 5 5 9-11",
  "check-round": "M12 3a9 9 0 1 0 .1 0M8 12.5l3 3 5.5-6.5",
  clock: "M12 3.5a8.5 8.5 0 1 0 .1 0M12 7v5.5l3.5 2",
  close: "m6 6 12 12M18 6 6 18",
  code: "M5 4h14v11l-5 5H5zM14 20v-5h5",
  coffee: "M4 9h13v6a5 5 0 0 1-5 5H9a5 5 0 0 1-5-5zM17 10.5h2a2 2 0 0 1 0 5h-2M8 3v2.5M12 3v2.5",
  download: "M12 4v11m-5-4.5 5 5 5-5M4 20h16",
  edit: "M4 20v-4L16 4l4 4L8 20zM13.5 6.5l4 4",
  external: "M10 5H5v14h14v-5M14 4h6v6M20 4l-9 9",
  flag: "M5 21V4h12l-2.5 4L17 12H5",
  globe: "M12 3a9 9 0 1 0 .1 0M3 12h18M12 3c5 5.5 5 12.5 0 18-5-5.5-5-12.5 0-18",
  handle: "M9 6v.1M15 6v.1M9 12v.1M15 12v.1M9 18v.1M15 18v.1",
  house: "M4 20V4h16v16h-4M8 20H4M8 20v-8a8 8 0 0 1 8 8z",
  info: "M12 3a9 9 0 1 0 .1 0M12 11v6m0-9.6v.1",
  "step-free": "M2.5 19.5h19V9z",
  lock: "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  mail: "M3 6h18v13H3zM3 7l9 7 9-7",
  menu: "M4 7h16M4 12h16M4 17h16",
  offline:
    "M3 3l18 18M5 12.5a11 11 0 0 1 4-2.4m3-.6c2.7 0 5.1 1 7 3M8.3 16a5.5 5.5 0 0 1 6-1.2M2 9a16 16 0 0 1 4.5-2.7m4-.8C15 5 19 6.5 22 9M12 19.3v.1",
  online: "M3 9.5a13 13 0 0 1 18 0M6.5 13a8 8 0 0 1 11 0M9.8 16.4a3.4 3.4 0 0 1 4.4 0M12 19.5v.1",
  people: "M9 5a3.5 3.5 0 1 0 .1 0M2.5 20c.5-4 3-6 6.5-6s6 2 6.5 6M16 5.5a3.3 3.3 0 0 1 0 6.3M18 14.6c2 .8 3.2 2.7 3.5 5.4",
  person: "M12 4a4 4 0 1 0 .1 0M4.5 21c.5-4.5 3.5-7 7.5-7s7 2.5 7.5 7",
  phone: "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4c0 .6-.4 1-1 1C11 20 4 13 4 5c0-.6.4-1 1-1z",
  place: "M12 21.5c-4.7-5-7-8.6-7-11.5a7 7 0 0 1 14 0c0 2.9-2.3 6.5-7 11.5zM12 7.5a2.5 2.5 0 1 0 .1 0",
  plus: "M12 5v14M5 12h14",
  print: "M7 8V3h10v5M7 17H3V8h18v9h-4M7 14h10v7H7z",
  rows: "M4 3v18M9 6h12M9 12h12M9 18h12",
  scan: "M4 8V4h4m8 0h4v4m0 8v4h-4m-8 0H4v-4M4 12h16",
  pin: "M12 21s7-6.4 7-11.5a7 7 0 0 0-14 0C5 14.6 12 21 12 21zM12 7a2.5 2.5 0 1 0 .1 0",
  search: "M10.5 4a6.5 6.5 0 1 0 .1 0M15.5 15.5l5 5",
  sync: "M4 12a8 8 0 0 1 13.7-5.6L20 9m0-5v5h-5M20 12a8 8 0 0 1-13.7 5.6L4 15m0 5v-5h5",
  undo: "M8 5 4 9l4 4M4 9h10a5 5 0 0 1 0 10h-4",
  upload: "M12 16V5m-5 4.5 5-5 5 5M4 20h16",
  warning: "M12 3.5 22 20.5H2zM12 10v5m0 2.6v.1",
  wrong: "M8 3h8l5 5v8l-5 5H8l-5-5V8zM12 7.5V13m0 3.3v.1",
} as const;

export type IconName = keyof typeof paths;

/** The names, for a picker or a test. */
export const iconNames = Object.keys(paths) as IconName[];

/** An icon beside words. It says nothing by itself: a control with an icon alone needs hidden text. */
export function Icon({ name, tone }: { name: IconName; tone?: "good" | "care" }) {
  return (
    <svg className={tone ? `icon ${tone}` : "icon"} viewBox="0 0 24 24" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
