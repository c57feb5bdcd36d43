import { accessRefusals } from "../../../platform/access/refusals.ts";
import type { Refusal } from "../../../platform/refusal/refusal.ts";
import { addDays, dayIn, monthOf } from "../../../platform/time/day.ts";
import { type AgreementInForce, lastClaimableDay, pausedUntil } from "../agreement.ts";
import { holderName, stateAfter, takesSeat } from "../day-pass.ts";
import { quotaSubject } from "../quota-subject.ts";
import { exchangeRefusals } from "../refusals.ts";
import type { Answer, Claim, Command, Offer, Release } from "./command.ts";
import type { DayFacts, Facts, Home, PassFacts } from "./facts.ts";

/** A change of one counter; `used` is what it was read as, undefined when it was not there. */
export interface QuotaChange {
  subjectId: string;
  month: string;
  quotaId: string;
  allowed: number;
  change: number;
  isNew: boolean;
}

/** A host's day, with what was read of its guest terms. */
interface SeatsOnDay {
  spaceId: string;
  day: string;
  opened: number;
  seatsAdded: number;
  termsVersion: number;
}

/** What a batch comes to: an answer for each command, and everything to be written. */
export interface Outcome {
  answers: Answer[];
  days: Map<string, { spaceId: string; day: string }>;
  taken: Map<string, SeatsOnDay & { change: number; setOut: number }>;
  /** Days that were full to somebody who now waits. */
  full: Map<string, SeatsOnDay>;
  quotas: Map<string, QuotaChange>;
  personDaysFreed: { personId: string; day: string; passId: string }[];
  personDaysTaken: { personId: string; day: string; spaceId: string; passId: string }[];
  newPasses: (PassFacts & { claim: Claim; agreement: AgreementInForce })[];
  endings: (Release & { pass: PassFacts })[];
  offers: (Offer & { pass: PassFacts; agreement: AgreementInForce; expiresAt: Temporal.Instant; hasAddedSeat: boolean })[];
}

/**
 * Decides a batch in order of arrival, releases first, from the facts alone. Later commands see what earlier ones took.
 * Pure: no clock, no chance, no database. The database's constraints keep the same invariants against stale facts.
 */
export function decide(batch: Command[], facts: Facts): Outcome {
  const outcome: Outcome = {
    answers: [],
    days: new Map(),
    taken: new Map(),
    full: new Map(),
    quotas: new Map(),
    personDaysFreed: [],
    personDaysTaken: [],
    newPasses: [],
    endings: [],
    offers: [],
  };
  const order = batch.map((_, index) => index).sort((a, b) => rank(batch[a]) - rank(batch[b]) || a - b);
  for (const index of order) {
    const command = batch[index] as Command;
    if (command.kind === "release") outcome.answers[index] = release(command, facts, outcome);
    else if (command.kind === "offer") outcome.answers[index] = offer(command, facts, outcome);
    else outcome.answers[index] = claim(command, facts, outcome);
  }
  return outcome;
}

function rank(command: Command | undefined): number {
  return command?.kind === "release" ? 0 : command?.kind === "offer" ? 1 : 2;
}

function release(command: Release, facts: Facts, outcome: Outcome): Answer {
  const pass = facts.passes.get(command.passId);
  if (!pass) return refused(accessRefusals.notHere());
  if (!command.from.includes(pass.state))
    return refused(
      pass.state === stateAfter(command.ending) ? exchangeRefusals.ended() : exchangeRefusals.wrongState({ state: pass.state }),
    );
  if (takesSeat(pass.state, pass.waitsFor)) {
    changeTaken(outcome, facts, command, -1);
    if (!command.keepsQuota) giveBackQuotas(pass, facts, outcome);
    outcome.personDaysFreed.push({ personId: pass.personId, day: pass.day, passId: pass.id });
    facts.personDays.delete(`${pass.personId} ${pass.day}`);
  }
  if (pass.waitsFor === "seat") changeWaiting(facts, command, -1);
  facts.waits.delete(`${pass.spaceId} ${pass.day} ${pass.personId}`);
  outcome.endings.push({ ...command, pass: { ...pass } });
  pass.state = stateAfter(command.ending);
  pass.waitsFor = null;
  return done(pass, false);
}

function offer(command: Offer, facts: Facts, outcome: Outcome): Answer {
  const pass = facts.passes.get(command.passId);
  const host = facts.days.get(`${command.spaceId} ${command.day}`);
  const agreement = host?.agreements.find(({ id }) => id === pass?.agreementId);
  if (!pass || !host || !agreement || pass.state !== "waiting" || pass.waitsFor !== "seat") return refused(exchangeRefusals.ended());
  if (facts.personDays.has(`${pass.personId} ${pass.day}`)) return refused(exchangeRefusals.otherPassThatDay());
  const until = pausedUntil(agreement.terms, facts.people.get(pass.personId)?.noShows ?? []);
  if (until && dayIn(command.at, host.timeZone) <= until) return refused(exchangeRefusals.paused({ until }));
  const full = exhaustedQuota(agreement, pass, facts);
  if (full) return refused(exchangeRefusals.quotaUsed(full));
  // last, so that whoever hears it could have the seat if there were one
  const isFull = host.taken >= host.capacity;
  if (isFull && !command.given?.addsSeat) return refused(exchangeRefusals.dayFull({ waiting: host.waiting }));
  take(pass, facts, outcome);
  if (isFull) setOutSeat(host, outcome, pass);
  pass.quotasTaken = takeQuotas(agreement, pass, facts, outcome);
  changeWaiting(facts, command, -1);
  const expiresAt = command.at.add({ hours: agreement.terms.offerHours });
  outcome.offers.push({ ...command, pass: { ...pass }, agreement, expiresAt, hasAddedSeat: isFull });
  facts.waits.delete(`${pass.spaceId} ${pass.day} ${pass.personId}`);
  pass.state = command.given ? "held" : "offered";
  pass.waitsFor = null;
  return done(pass, false);
}

function claim(command: Claim, facts: Facts, outcome: Outcome): Answer {
  const host = facts.days.get(`${command.spaceId} ${command.day}`);
  const person = facts.people.get(command.personId);
  if (!host || !person) return refused(accessRefusals.notHere());
  const known = alreadyHas(command, facts);
  if (known) return known;
  const homes = facts.homes.get(`${command.personId} ${command.day}`) ?? [];
  const ways = host.agreements.map((agreement) => ({ agreement, home: homeFor(command, host, agreement, homes) }));
  const way = ways.find(({ home }) => !("refusal" in home)) ?? ways[0];
  if (!way) return refused(exchangeRefusals.noAgreement());
  const { agreement, home } = way;
  if ("refusal" in home) return home.refusal;
  const refusal = dayRefusal(command, host, agreement, person.noShows);
  if (refusal) return refused(refusal);

  const pass = newPass(command, host, home, person.name, agreement);
  const full = exhaustedQuota(agreement, pass, facts);
  const price = full ? agreement.terms.priceAfterQuotaOre : 0;
  if (full && (!command.beyondQuota || price === null)) return refused(exchangeRefusals.quotaUsed(full));
  pass.priceOre = price ?? 0;
  const isFree = host.taken < host.capacity;
  if (isFree && host.waiting > 0 && !command.isPastList) return { kind: "list first" };
  if (!isFree && (!command.wait || full)) return refused(exchangeRefusals.dayFull({ waiting: host.waiting }));
  if (!isFree) {
    pass.state = "waiting";
    pass.waitsFor = "seat";
    changeWaiting(facts, command, 1);
    outcome.full.set(`${pass.spaceId} ${pass.day}`, seatsOnDay(command, host));
    facts.waits.set(`${pass.spaceId} ${pass.day} ${pass.personId}`, pass.id);
  } else {
    const asks = host.askFirst || full !== undefined;
    pass.state = asks ? "waiting" : "held";
    pass.waitsFor = asks ? "host" : null;
    take(pass, facts, outcome);
    if (!full) pass.quotasTaken = takeQuotas(agreement, pass, facts, outcome);
  }
  ensureDay(command, outcome);
  facts.passes.set(pass.id, pass);
  outcome.newPasses.push({ ...pass, claim: command, agreement });
  return done(pass, true);
}

/** The same person asking again for the same host and day is told what they have; for another host, that they have a day. */
function alreadyHas(command: Claim, facts: Facts): Answer | undefined {
  const sent = facts.passes.get(command.passId);
  if (sent) return done(sent, false);
  const active = facts.personDays.get(`${command.personId} ${command.day}`);
  if (active && active.spaceId !== command.spaceId) return refused(exchangeRefusals.otherPassThatDay());
  const passId = active?.passId ?? facts.waits.get(`${command.spaceId} ${command.day} ${command.personId}`);
  const pass = passId ? facts.passes.get(passId) : undefined;
  return pass && done(pass, false);
}

function homeFor(command: Claim, host: DayFacts, agreement: AgreementInForce, homes: Home[]): Home | { refusal: Answer } {
  if (homes.some(({ organizationId }) => organizationId === host.organizationId)) return { refusal: refused(exchangeRefusals.ownHome()) };
  const inAgreement = homes.filter(({ agreementIds, hasOptedOut }) => agreementIds.includes(agreement.id) && !hasOptedOut);
  if (inAgreement.length === 0) return { refusal: refused(exchangeRefusals.notMember()) };
  const { eligiblePlans, minimumMembershipDays } = agreement.terms;
  const eligible = inAgreement.filter(({ plan }) => eligiblePlans === null || (plan !== null && eligiblePlans.includes(plan)));
  if (eligible.length === 0) return { refusal: refused(exchangeRefusals.planNotEligible()) };
  const longest = eligible.toSorted((a, b) => (a.memberSince < b.memberSince ? -1 : 1))[0] as Home;
  const from = addDays(longest.memberSince, minimumMembershipDays);
  if (command.day < from) return { refusal: refused(exchangeRefusals.tooNew({ from })) };
  return eligible.find(({ memberSince }) => addDays(memberSince, minimumMembershipDays) <= command.day) ?? longest;
}

function dayRefusal(command: Claim, host: DayFacts, agreement: AgreementInForce, noShows: string[]): Refusal | undefined {
  const today = dayIn(command.at, host.timeZone);
  if (command.day < today) return exchangeRefusals.pastDay();
  const last = lastClaimableDay(agreement.terms, today);
  if (command.day > last) return exchangeRefusals.beyondHorizon({ last });
  if (host.capacity === 0) return exchangeRefusals.closedDay();
  const until = pausedUntil(agreement.terms, noShows);
  if (until && today <= until) return exchangeRefusals.paused({ until });
  return undefined;
}

type Counted = { personId: string; companyId: string | null; spaceId: string; day: string };

function quotasOf(agreement: AgreementInForce, pass: Counted) {
  return agreement.quotas.flatMap((quota) => {
    const subjectId = quotaSubject(quota.dimension, pass);
    return subjectId === undefined
      ? []
      : [{ quota, subjectId, month: monthOf(pass.day), key: `${subjectId} ${monthOf(pass.day)} ${quota.id}` }];
  });
}

function exhaustedQuota(agreement: AgreementInForce, pass: Counted, facts: Facts) {
  for (const { quota, month, key } of quotasOf(agreement, pass)) {
    const { allowed, used } = facts.quotaUses.get(key) ?? { allowed: quota.daysPerMonth, used: 0 };
    if (used >= allowed) return { dimension: quota.dimension, used, allowed, month };
  }
  return undefined;
}

function takeQuotas(agreement: AgreementInForce, pass: Counted, facts: Facts, outcome: Outcome): PassFacts["quotasTaken"] {
  const counted = quotasOf(agreement, pass);
  for (const { quota, subjectId, month, key } of counted) {
    const known = facts.quotaUses.get(key);
    const before = outcome.quotas.get(key) ?? {
      subjectId,
      month,
      quotaId: quota.id,
      allowed: known?.allowed ?? quota.daysPerMonth,
      change: 0,
      isNew: known === undefined,
    };
    outcome.quotas.set(key, { ...before, change: before.change + 1 });
    facts.quotaUses.set(key, { allowed: before.allowed, used: (known?.used ?? 0) + 1 });
  }
  return counted.map(({ subjectId, quota }) => ({ subjectId, quotaId: quota.id }));
}

function giveBackQuotas(pass: PassFacts, facts: Facts, outcome: Outcome): void {
  for (const { subjectId, quotaId } of pass.quotasTaken) {
    const month = monthOf(pass.day);
    const key = `${subjectId} ${month} ${quotaId}`;
    const known = facts.quotaUses.get(key);
    const before = outcome.quotas.get(key) ?? { subjectId, month, quotaId, allowed: known?.allowed ?? 0, change: 0, isNew: false };
    outcome.quotas.set(key, { ...before, change: before.change - 1 });
    if (known) facts.quotaUses.set(key, { ...known, used: known.used - 1 });
  }
}

function take(pass: { id: string; spaceId: string; day: string; personId: string }, facts: Facts, outcome: Outcome): void {
  changeTaken(outcome, facts, pass, 1);
  outcome.personDaysTaken.push({ personId: pass.personId, day: pass.day, spaceId: pass.spaceId, passId: pass.id });
  facts.personDays.set(`${pass.personId} ${pass.day}`, { spaceId: pass.spaceId, passId: pass.id });
  ensureDay(pass, outcome);
}

function changeTaken(outcome: Outcome, facts: Facts, { spaceId, day }: { spaceId: string; day: string }, by: number): void {
  const key = `${spaceId} ${day}`;
  const host = facts.days.get(key);
  if (host) host.taken += by;
  const { change = 0, setOut = 0 } = outcome.taken.get(key) ?? {};
  outcome.taken.set(key, { ...seatsOnDay({ spaceId, day }, host), change: change + by, setOut });
}

function setOutSeat(host: DayFacts, outcome: Outcome, { spaceId, day }: { spaceId: string; day: string }): void {
  const taken = outcome.taken.get(`${spaceId} ${day}`);
  if (!taken) throw new Error("A seat was set out that nobody takes");
  taken.setOut += 1;
  host.capacity += 1;
  // a seat given back since the reading is to be used first
  outcome.full.set(`${spaceId} ${day}`, seatsOnDay({ spaceId, day }, host));
}

function seatsOnDay({ spaceId, day }: { spaceId: string; day: string }, host: DayFacts | undefined): SeatsOnDay {
  return { spaceId, day, opened: host?.opened ?? 0, seatsAdded: host?.seatsAdded ?? 0, termsVersion: host?.termsVersion ?? 0 };
}

function changeWaiting(facts: Facts, { spaceId, day }: { spaceId: string; day: string }, by: number): void {
  const host = facts.days.get(`${spaceId} ${day}`);
  if (host) host.waiting += by;
}

function ensureDay({ spaceId, day }: { spaceId: string; day: string }, outcome: Outcome): void {
  outcome.days.set(`${spaceId} ${day}`, { spaceId, day });
}

function newPass(command: Claim, host: DayFacts, home: Home, name: string, agreement: AgreementInForce): PassFacts {
  return {
    id: command.passId,
    spaceId: command.spaceId,
    day: command.day,
    personId: command.personId,
    hostId: host.organizationId,
    homeId: home.organizationId,
    homeName: home.name,
    companyId: home.companyId,
    networkId: agreement.networkId,
    agreementId: agreement.id,
    quotasTaken: [],
    state: "held",
    waitsFor: null,
    code: command.code,
    holderName: holderName(name),
    priceOre: 0,
  };
}

function done(pass: PassFacts, isNew: boolean): Answer {
  const { id, spaceId, day, personId, homeId, homeName, networkId, state, waitsFor, code, holderName, priceOre } = pass;
  return {
    kind: "done",
    pass: { id, spaceId, day, personId, homeId, homeName, networkId, state, waitsFor, code, holderName, priceOre },
    isNew,
  };
}

function refused(refusal: Refusal): Answer {
  return { kind: "refused", refusal };
}
