export { badgeFiles } from "./badge/badge-files.ts";
export { visitorCrontab, visitorJobs, visitorSubscriptions } from "./jobs.ts";
export { type KioskApi, kioskRoutes } from "./kiosk/routes.ts";
export { visitorData } from "./personal-data.ts";
export { visitRefusals } from "./refusals.ts";
export { type VisitorApi, visitorRoutes } from "./routes.ts";
