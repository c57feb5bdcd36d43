import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { dayField, idField, idOrSlug, textField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { ledgerRefusals } from "./refusals.ts";

const sides = "coordinator of the network, or manager of a side";
const networkParams = z.object({ id: idOrSlug });
const aPeriod = { from: dayField, to: dayField.openapi({ example: "2026-12-01", description: "The first day after the period" }) };
const windowQuery = z.object({
  from: dayField.optional().openapi({ description: "The first day; the start of the year when left out" }),
  to: dayField.optional().openapi({ description: "The first day after; tomorrow when left out" }),
});

const side = z.object({ id: z.uuid(), slug: z.string(), name: z.string() });
const party = side.extend({ town: z.string().nullable() }).openapi("LedgerParty");

export const ledgerRow = z
  .object({
    id: z.uuid(),
    day: dayField,
    host: side.openapi({ description: "Gave the day, and is owed" }),
    home: side.openapi({ description: "Received the day, and owes" }),
    days: z.number().int().openapi({ description: "1, or −1 for a reversal" }),
    amountOre: z.number().int(),
    overQuota: z.boolean(),
    pass: z.object({ id: z.uuid(), code: z.string().nullable(), checkedInAt: z.string().nullable() }),
    space: z.object({ slug: z.string(), name: z.string(), timeZone: z.string() }),
    reason: z.string().nullable(),
    reverses: z.uuid().nullable(),
    isReversed: z.boolean(),
    correctionId: z.uuid().nullable().openapi({ description: "The correction that waits for an answer" }),
    period: z.uuid().nullable().openapi({ description: "The settlement it counts in; null while open" }),
    bookedAt: z.string(),
    abilities: z.object({ askCorrection: z.boolean() }),
  })
  .openapi("LedgerRow");

/** What the ledger, and its file, can be narrowed by. */
export const ledgerFilters = windowQuery.extend({
  home: z.uuid().optional(),
  host: z.uuid().optional(),
  organization: z.uuid().optional().openapi({ description: "On either side" }),
  settlement: z.uuid().optional().openapi({ description: "The rows of a settlement, instead of days" }),
  closing: dayField.optional().openapi({ description: "The rows that closing up to this day would take in, instead of days" }),
});

export const readLedger = route({
  method: "get",
  path: "/networks/{id}/ledger",
  tags: ["ledger"],
  summary: "Read the ledger of guest days",
  description:
    "A row is one day, given by the host and received by the home: both sides at once. A manager sees the rows of the own organization.",
  permission: sides,
  request: { params: networkParams, query: pageQuery.extend(ledgerFilters.shape) },
  responses: { 200: json(pageOf(ledgerRow), "A page of rows, the latest day first") },
});

const sums = {
  given: z.number().int(),
  received: z.number().int(),
  balance: z.number().int().openapi({ description: "Given less received" }),
  givenOverQuota: z.number().int(),
  receivedOverQuota: z.number().int(),
  amountOre: z.number().int().openapi({ description: "Is owed; below zero: owes" }),
};
const totals = z.object({
  days: z.number().int(),
  pairs: z.number().int().openapi({ description: "Pairs of organizations with days between them, whichever way" }),
  overQuota: z.number().int(),
  amountOre: z.number().int(),
  debts: z.number().int().openapi({ description: "What homes owe hosts, before netting" }),
});

export const readFairness = route({
  method: "get",
  path: "/networks/{id}/fairness",
  tags: ["ledger"],
  summary: "Who gave and who received",
  description: "Days counted at check-in, reversals taken off: per organization, per pair, and over time by month.",
  permission: sides,
  request: { params: networkParams, query: windowQuery },
  responses: {
    200: json(
      z
        .object({
          from: dayField,
          to: dayField,
          totals,
          organizations: z.array(z.object({ organization: party, ...sums })),
          pairs: z.array(
            z.object({ home: party, host: party, days: z.number().int(), overQuota: z.number().int(), amountOre: z.number().int() }),
          ),
          months: z.array(z.object({ month: dayField, organizationId: z.uuid(), given: z.number().int(), received: z.number().int() })),
        })
        .openapi("Fairness"),
      "The window",
    ),
  },
});

const place = party.extend({ latitude: z.number().nullable(), longitude: z.number().nullable() });

export const readFlows = route({
  method: "get",
  path: "/networks/{id}/flows",
  tags: ["ledger"],
  summary: "From where to where guest days went",
  permission: sides,
  request: { params: networkParams, query: windowQuery },
  responses: {
    200: json(
      z.object({ items: z.array(z.object({ from: place, to: place, days: z.number().int() }).openapi("Flow")) }),
      "From home to host, the largest first",
    ),
  },
});

const statement = z.object({
  network: side,
  ...aPeriod,
  kind: z.string().openapi({ description: "How the agreement settles: none, yearly_report, netting or day_price" }),
  settlement: z.object({ id: z.uuid(), closedAt: z.string(), closedBy: z.string().nullable() }).nullable(),
  totals,
  lateRows: z
    .number()
    .int()
    .openapi({ description: "Rows of days before the period: booked or corrected after an earlier one was closed" }),
  positions: z.array(z.object({ organization: party, ...sums })),
  transfers: z.array(z.object({ payer: party, receiver: party, amountOre: z.number().int() })),
});

export const readPeriod = route({
  method: "get",
  path: "/networks/{id}/period",
  tags: ["ledger"],
  summary: "A period as it stands: what closing it would come to, or came to",
  permission: sides,
  request: { params: networkParams, query: z.object(aPeriod) },
  responses: {
    200: json(
      statement
        .extend({
          unclearScans: z.number().int(),
          openCorrections: z.number().int(),
          abilities: z.object({ close: z.boolean(), decideCorrections: z.boolean() }),
        })
        .openapi("Period"),
      "The period",
    ),
  },
});

const settlement = statement
  .extend({
    id: z.uuid(),
    abilities: z.object({ seeNetwork: z.boolean().openapi({ description: "All of the network's ledger, not one side of it" }) }),
  })
  .openapi("Settlement");

export const closePeriod = route({
  method: "post",
  path: "/networks/{id}/settlements",
  tags: ["ledger"],
  summary: "Close a period and settle it",
  description:
    "Takes in every day before `to` that is in no period yet. Cannot be undone: later corrections go to the next period. The same period again answers with the settlement there is.",
  permission: "coordinator of the network",
  refusals: [ledgerRefusals.periodNotOver, ledgerRefusals.periodsOverlap, ledgerRefusals.emptyPeriod],
  request: {
    params: networkParams,
    body: jsonBody(z.strictObject({ from: dayField, to: dayField }).openapi({ example: { from: "2026-07-01", to: "2026-10-01" } })),
  },
  responses: { 201: json(settlement, "The settlement") },
});

export const listSettlements = route({
  method: "get",
  path: "/networks/{id}/settlements",
  tags: ["ledger"],
  summary: "List the settlements of a network",
  permission: sides,
  request: { params: networkParams, query: pageQuery },
  responses: {
    200: json(
      pageOf(z.object({ id: z.uuid(), from: dayField, to: dayField, closedAt: z.string() })).extend({
        firstDay: dayField.nullable().openapi({ description: "The first day in the ledger" }),
      }),
      "A page, the latest period first",
    ),
  },
});

const settlementParams = z.object({ id: idField });

export const readSettlement = route({
  method: "get",
  path: "/settlements/{id}",
  tags: ["ledger"],
  summary: "See a settlement",
  description: "A manager sees the own organization's position and transfers.",
  permission: sides,
  request: { params: settlementParams },
  responses: { 200: json(settlement, "The settlement") },
});

export const readSettlementCsv = route({
  method: "get",
  path: "/settlements/{id}/statement.csv",
  tags: ["ledger"],
  summary: "The settlement statement as a sheet",
  permission: sides,
  request: { params: settlementParams },
  responses: { 200: { description: "CSV", content: { "text/csv": { schema: z.string() } } } },
});

export const readSettlementPdf = route({
  method: "get",
  path: "/settlements/{id}/statement.pdf",
  tags: ["ledger"],
  summary: "The settlement statement to print",
  permission: sides,
  request: { params: settlementParams },
  responses: { 200: { description: "PDF", content: { "application/pdf": { schema: z.string().openapi({ format: "binary" }) } } } },
});

const correction = z
  .object({
    id: z.uuid(),
    transactionId: z.uuid(),
    day: dayField,
    host: side,
    home: side,
    amountOre: z.number().int(),
    code: z.string().nullable(),
    passId: z.uuid(),
    reason: z.string(),
    askedBy: z.object({ id: z.uuid(), name: z.string(), isHost: z.boolean() }),
    askedAt: z.string(),
    decision: z.object({ accepted: z.boolean(), reason: z.string().nullable(), decidedAt: z.string() }).nullable(),
    abilities: z.object({ decide: z.boolean() }),
  })
  .openapi("Correction");

export const askCorrection = route({
  method: "post",
  path: "/ledger-transactions/{id}/corrections",
  tags: ["ledger"],
  summary: "Ask for a day to be booked back",
  permission: sides,
  refusals: [ledgerRefusals.alreadyReversed, ledgerRefusals.correctionWaits],
  request: { params: settlementParams, body: jsonBody(z.strictObject({ reason: textField(500).min(1) })) },
  responses: { 201: json(correction, "The correction, waiting for the coordinator") },
});

export const decideCorrection = route({
  method: "put",
  path: "/corrections/{id}/decision",
  tags: ["ledger"],
  summary: "Accept or reject a correction",
  description: "Accepted, the day is booked back; when its period is closed, the reversal counts in the next.",
  permission: "coordinator of the network",
  refusals: [ledgerRefusals.correctionDecided],
  request: { params: settlementParams, body: jsonBody(z.strictObject({ accept: z.boolean(), reason: textField(500).optional() })) },
  responses: { 200: json(correction, "The correction as decided") },
});

export const listCorrections = route({
  method: "get",
  path: "/networks/{id}/corrections",
  tags: ["ledger"],
  summary: "List corrections of a network's ledger",
  permission: sides,
  request: { params: networkParams, query: pageQuery.extend({ state: z.enum(["open", "decided"]).default("open") }) },
  responses: { 200: json(pageOf(correction), "A page, the oldest open or the latest decided first") },
});
