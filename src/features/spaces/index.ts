export { type Amenity, amenities, amenityKeys } from "./amenities.ts";
export { type Granted, writeCertificate } from "./certifications/grant-certificate.ts";
export { type CertificationRow, findCertification } from "./certifications/queries.ts";
export { certificationRefusals } from "./certifications/refusals.ts";
export { type CertificationApi, certificationRoutes } from "./certifications/routes.ts";
export { recordConsent } from "./consent-to-house-rules.ts";
export { spaceExports } from "./exports.ts";
export { globePoint } from "./globe-point.ts";
export { importSpaces } from "./import-spaces.ts";
export { spaceCrontab, spaceJobs } from "./jobs.ts";
export {
  type ClosedBecause,
  closesAfter,
  isOpenAt,
  type OpenInterval,
  type Opening,
  type OpeningDay,
  type OpeningException,
  type OpeningTime,
  openIntervals,
  openingOn,
  opensAfter,
  type WeekdayTime,
} from "./opening.ts";
export { spaceData } from "./personal-data.ts";
export { largePixels, largestPhotoBody, mostPhotoBytes, smallPixels } from "./photo.ts";
export { photoFiles } from "./photo-files.ts";
export { photoForm } from "./photo-form.ts";
export { photoLimits, readPhoto } from "./photo-image.ts";
export { mayManageSpace, mayReceiveGuests } from "./policy.ts";
export { presentSpace } from "./present.ts";
export { consentsOf, currentHouseRules, findSpace, hostDuties, openingOf, type SpaceFacts, spaceFacts } from "./queries.ts";
export { spaceRefusals } from "./refusals.ts";
export { resourceRefusals } from "./resources/refusals.ts";
export { type Audience, type Booker, isAmong, type Price, priceOf, type ResourceKind, resourceKinds } from "./resources/resource.ts";
export { type ResourceApi, resourceRoutes } from "./resources/routes.ts";
export { type SpaceApi, spaceRoutes } from "./routes.ts";
export { space as spaceShape } from "./shapes.ts";
export { daysOfRange, isTimeZone, type SpaceRow } from "./space.ts";
export { textIn } from "./text-in.ts";
export { type WrittenTexts, writtenTexts } from "./texts.ts";
export { type Theme, themeKeys, themes } from "./themes.ts";
