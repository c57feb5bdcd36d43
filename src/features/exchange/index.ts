export { agreementRefusals } from "./agreement/refusals.ts";
export { type AgreementApi, agreementRoutes } from "./agreement/routes.ts";
export { passExports } from "./export-passes.ts";
export { exchangeCrontab, exchangeJobs, exchangeSubscriptions } from "./jobs.ts";
export { ledgerRefusals } from "./ledger/refusals.ts";
export { type LedgerApi, ledgerRoutes } from "./ledger/routes.ts";
export { exchangeData } from "./personal-data.ts";
export { exchangeRefusals } from "./refusals.ts";
export { type ExchangeApi, exchangeRoutes } from "./routes.ts";
