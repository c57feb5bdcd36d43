export { changeOrganization } from "./change-organization.ts";
export { logo as logoField } from "./contract.ts";
export { createOrganization } from "./create-organization.ts";
export { type EnteredOrganization, enterOrganizations } from "./enter-organizations.ts";
export { organizationExports } from "./exports.ts";
export { type Filling, fillOrganizations } from "./fill-organizations.ts";
export { isFirstOperatorMissing, prepareFirstOperator } from "./first-operator.ts";
export { grantPosition } from "./grant-position.ts";
export { type Headcount, headcountOf, sumOfHeadcounts } from "./headcount.ts";
export { importOrganizations } from "./import-organizations.ts";
export { importPeople } from "./import-people.ts";
export {
  erasedPersonReasons,
  municipalityReasons,
  organizationNumberColumn,
  ownOrganizationReasons,
  personColumns,
  placeColumns,
  slugReasons,
} from "./import-words.ts";
export { readInstallationName } from "./installation-name.ts";
export { isAtDesk } from "./is-at-desk.ts";
export { organizationCrontab, organizationJobs } from "./jobs.ts";
export { organizationByWord, organizationsByWords, organizationsKeptBy } from "./kept-organizations.ts";
export { type LetterReader, readersAmong, readersAt } from "./letter-readers.ts";
export { type Logo, type LogoColumns, largestLogoBody, presentLogo } from "./logo.ts";
export { logoFiles } from "./logo-files.ts";
export {
  firstFreshDay,
  isStale,
  type OrganizationKind,
  organizationKinds,
  type Reach,
  type Visibility,
  visibilities,
} from "./organization.ts";
export { formatOrganizationNumber, isOrganizationNumber, readOrganizationNumber } from "./organization-number.ts";
export { type AddressedPerson, addPeople, findPeopleByAddress } from "./people-in-bulk.ts";
export { organizationData } from "./personal-data.ts";
export { mayEditOrganization } from "./policy.ts";
export { accessRoles, type PositionRole, positionRoles, tellingRoles } from "./position.ts";
export { addPositions, changePositions, findPositionsOf, type PlainPosition } from "./positions-in-bulk.ts";
export { findNetworkLook, findOrganization, type OrganizationRow, slugsLike } from "./queries.ts";
export { reachSql, visibleSql } from "./reach.ts";
export { type RegisterRefresh, refreshFromRegister } from "./refresh-from-register.ts";
export { organizationRefusals } from "./refusals.ts";
export { type OrganizationsApi, organizationRoutes } from "./routes.ts";
export { sectorName, sectors } from "./sectors.ts";
export { freeSlug, slugOf } from "./slug.ts";
export { type StaleOrganization, staleOrganizations } from "./stale-organizations.ts";
export { tellerOf } from "./told-of.ts";
export { isVisible } from "./visibility.ts";
