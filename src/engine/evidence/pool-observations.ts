import { EvidenceError } from "./evidence-error.ts";

/** One thing seen: so many events over so many years, or so many cases of so many. */
export interface Observation {
  /** Identity of the signal: seen twice, it counts once. */
  readonly id: string;
  /** Events, or cases that were so. */
  readonly count: number;
  /** Years, or cases looked at. */
  readonly exposure: number;
  /** What it counts against one in production, in (0, 1]; 1 unless given. */
  readonly weight?: number | undefined;
  /** Which indicator or rule saw it; its observations one after another are independent. By itself unless given. */
  readonly seenBy?: string | undefined;
  /** Those of one group see the same thing. */
  readonly group?: string | undefined;
  /** Within the group: how alike, in [0, 1]. Without it only the strongest of the group counts. */
  readonly correlation?: number | undefined;
}

/** What observations are added to, and which way is worse: the worst of a group stands for it. */
export interface ObservationsPrior {
  readonly count: number;
  readonly exposure: number;
  /** "more" unless given: events, wrong outcomes. "fewer" for what a control catches. */
  readonly worse?: "more" | "fewer" | undefined;
}

/** Observations as one, and the share with which each was counted: 0 where another of its group stands for it. */
export interface PooledObservations {
  readonly count: number;
  readonly exposure: number;
  readonly counted: readonly { readonly id: string; readonly share: number }[];
}

/**
 * What independent observations come to: their counts and exposures added up by weight (power prior), each identity
 * once, those of one group as one.
 *
 * Of a group without a correlation its strongest member counts: the one that alone gives the worst mean over the
 * prior, (prior count + count) ÷ (prior exposure + exposure), the highest unless fewer is worse. With a correlation ρ, the largest that is stated, all m
 * members count divided by 1 + (m − 1)·ρ, the design effect of Kish: with ρ = 1 their average, with ρ = 0 all in full.
 *
 * The order of the observations changes no bit of the answer. Throws an EvidenceError for counts or exposures that are
 * negative or not finite, weights outside (0, 1], correlations outside [0, 1], and one identity with two contents.
 *
 * @example
 * poolObservations([
 *   { id: "test", count: 4, exposure: 40, weight: 0.5 },
 *   { id: "logs", count: 1, exposure: 100 },
 * ], { count: 0, exposure: 0 }).exposure // => 120
 */
export function poolObservations(observations: readonly Observation[], prior: ObservationsPrior): PooledObservations {
  const members = new Map<string, Member>();
  // In the order of their ids, so that no sum depends on the order of arrival.
  const once = eachOnce(observations);
  for (const one of once) {
    check(one);
    const alone = one.seenBy === undefined ? `id ${one.id}` : `by ${one.seenBy}`;
    const key = JSON.stringify([one.group ?? null, alone]);
    const member = members.get(key) ?? { key, group: one.group, observations: [] };
    member.observations.push(one);
    members.set(key, member);
  }
  const shares = new Map<string, number>();
  for (const group of groupsOf([...members.values()])) {
    const shareOf = groupShare(group, prior);
    for (const member of group) {
      for (const { id, weight = 1 } of member.observations) shares.set(id, weight * shareOf(member));
    }
  }
  return {
    count: sum(once.map(({ id, count }) => count * shares.get(id)!)),
    exposure: sum(once.map(({ id, exposure }) => exposure * shares.get(id)!)),
    counted: once.map(({ id }) => ({ id, share: shares.get(id)! })),
  };
}

interface Member {
  readonly key: string;
  readonly group: string | undefined;
  readonly observations: Observation[];
}

function eachOnce(observations: readonly Observation[]): Observation[] {
  const known = new Map<string, Observation>();
  for (const one of observations) {
    const same = known.get(one.id);
    if (same !== undefined && (same.count !== one.count || same.exposure !== one.exposure)) {
      throw new EvidenceError(`observation ${one.id}`, one, "give each identity once, or the same each time");
    }
    if (same === undefined) known.set(one.id, one);
  }
  return [...known.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function check({ id, count, exposure, weight = 1, correlation = 0 }: Observation): void {
  const refuse = (what: string, value: number, remedy: string) => {
    throw new EvidenceError(`${what} of observation ${id}`, value, remedy);
  };
  if (!(count >= 0 && count < Infinity)) refuse("count", count, "give a finite count from 0 up");
  if (!(exposure >= 0 && exposure < Infinity)) refuse("exposure", exposure, "give a finite exposure from 0 up");
  if (!(weight > 0 && weight <= 1)) refuse("weight", weight, "give a weight above 0, and at most 1");
  if (!(correlation >= 0 && correlation <= 1)) refuse("correlation", correlation, "give a correlation from 0 to 1");
}

function groupsOf(members: readonly Member[]): Member[][] {
  const groups = new Map<string, Member[]>();
  for (const member of members) {
    const key = member.group === undefined ? member.key : `group ${member.group}`;
    groups.set(key, [...(groups.get(key) ?? []), member]);
  }
  return [...groups.values()];
}

/** With what share each member of a group counts. */
function groupShare(group: readonly Member[], prior: ObservationsPrior): (member: Member) => number {
  if (group.length === 1) return () => 1;
  const stated = group.flatMap(({ observations }) => observations.flatMap(({ correlation }) => correlation ?? []));
  if (stated.length > 0) return () => 1 / (1 + (group.length - 1) * Math.max(...stated));
  const strengths = group.map(({ key, observations }) => {
    const exposure = sum(observations.map((one) => one.exposure * (one.weight ?? 1)));
    const count = sum(observations.map((one) => one.count * (one.weight ?? 1)));
    return { key, exposure, mean: (prior.count + count) / (prior.exposure + exposure) };
  });
  const sign = prior.worse === "fewer" ? -1 : 1;
  strengths.sort((a, b) => sign * (b.mean - a.mean) || b.exposure - a.exposure || (a.key < b.key ? -1 : 1));
  return ({ key }) => (key === strengths[0]!.key ? 1 : 0);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
