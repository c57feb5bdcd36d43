export { judgingRefusals } from "./judging/refusals.ts";
export { type JudgingApi, judgingRoutes } from "./judging/routes.ts";
export { callRefusals } from "./refusals.ts";
export { type CallApi, callRoutes } from "./routes.ts";
export { type SubmissionApi, submissionRoutes } from "./submissions/routes.ts";
export { largestSubmissionBody } from "./submissions/submission-file.ts";
