export const partnerLevels = ["main", "partner", "sponsor", "supporter"] as const;
/** How much of it is theirs, the most first. */
export type PartnerLevel = (typeof partnerLevels)[number];

export const exposureKinds = ["event_page", "big_screen", "letter", "stage", "print"] as const;
/** What a partner was shown on. */
export type ExposureKind = (typeof exposureKinds)[number];
