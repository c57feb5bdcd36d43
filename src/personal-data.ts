import { bookingData, feedData, inductionData, outsideCalendarData, waitingData } from "./features/bookings/index.ts";
import { callData } from "./features/calls/index.ts";
import { eventData, speakerData } from "./features/events/index.ts";
import { exchangeData } from "./features/exchange/index.ts";
import { hireData } from "./features/hires/index.ts";
import { investorData } from "./features/investors/index.ts";
import { membershipData } from "./features/memberships/index.ts";
import { organizationData } from "./features/organizations/index.ts";
import { planData } from "./features/plans/index.ts";
import { consultationData, productionData } from "./features/production/index.ts";
import { programData } from "./features/programs/index.ts";
import { projectData } from "./features/projects/index.ts";
import { reportData } from "./features/reports/index.ts";
import { spaceData } from "./features/spaces/index.ts";
import { visitorData } from "./features/visitors/index.ts";
import type { PersonalData } from "./platform/privacy/personal-data.ts";

/** What the features hold about people, beside what the accounts do: all of it is shown, exported and erased together. */
export const personalData: PersonalData[] = [
  ...organizationData,
  ...membershipData,
  ...spaceData,
  ...planData,
  ...bookingData,
  waitingData,
  feedData,
  outsideCalendarData,
  ...inductionData,
  ...hireData,
  ...productionData,
  ...consultationData,
  ...exchangeData,
  ...visitorData,
  ...eventData,
  ...projectData,
  speakerData,
  ...callData,
  ...programData,
  ...investorData,
  ...reportData,
];
