import { readTemporalValues } from "../../src/platform/database/temporal-values.ts";

readTemporalValues();
