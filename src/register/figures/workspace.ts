import { defaultImpactCriteria, defaultLikelihoodCriteria } from "../../contract/default-criteria.ts";
import type { Workspace } from "../../contract/detail.ts";
import type { FileScale } from "../../contract/scale.ts";
import { portfolioOf } from "../portfolio/portfolio-of.ts";
import type { RegisterFigures } from "./register-figures.ts";

/** What a page needs before it draws anything: names to resolve, people to act as, what exists. */
export function workspace(
  figures: RegisterFigures,
  { example, version }: { example: boolean; version: string },
): Workspace {
  const portfolio = portfolioOf(figures.state);
  return {
    organization: figures.organization,
    currency: figures.currency,
    timeZone: figures.timeZone,
    people: (portfolio.people ?? []).map(({ id, name, roles }) => ({
      id,
      name: name ?? id,
      roles: roles ?? ["viewer"],
    })),
    categories: [...figures.categories],
    systems: (portfolio.systems ?? []).map(({ id }) => ({ id, name: figures.systemName(id) })),
    scale: scaleInWords(figures, portfolio.scale),
    limits: portfolio.limits ?? [],
    counts: {
      systems: portfolio.systems?.length ?? 0,
      risks: portfolio.risks?.length ?? 0,
      controls: portfolio.controls?.length ?? 0,
      limits: portfolio.limits?.length ?? 0,
    },
    example,
    revision: figures.state.revision,
    version,
  };
}

/** The criteria of the file; those of the default levels only where the file states no levels of its own. */
function scaleInWords({ scale }: RegisterFigures, written: FileScale | undefined): Workspace["scale"] {
  const likelihoods = written?.likelihood;
  const impacts = written?.impact;
  return {
    likelihood: scale.likelihood.map(({ name, from, to }, i) => ({
      name,
      from,
      to,
      criterion: (likelihoods === undefined ? defaultLikelihoodCriteria[i] : likelihoods[i]?.criterion) ?? null,
    })),
    impact: scale.impact.map(({ name, from, to }, i) => ({
      name,
      from,
      to,
      criteria: (impacts === undefined ? defaultImpactCriteria[i] : impacts[i]?.criteria) ?? {},
    })),
    score: scale.score,
    bandNames: [...scale.bandNames],
    bands: scale.bands.map((row) => [...row]),
  };
}
