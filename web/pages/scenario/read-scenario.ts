import type { FileScenario } from "../../../src/contract/scenario.ts";
import { type LossForm, lossForms } from "../../../src/engine/quantification/loss-forms.ts";
import type { AnyEstimate } from "./estimate-draft.ts";
import { parseNumber } from "./number-text.ts";
import { type EstimateMistake, readEstimate } from "./read-estimate.ts";
import {
  causePath,
  type LeafPath,
  leafKind,
  leafOf,
  liveLeaves,
  type MagnitudeCut,
  type ScenarioDraft,
} from "./scenario-draft.ts";

/** Mistakes by the leaf they are at; `count`, `primaryForms` and `secondaryForms` are choices of the tree itself. */
export type ScenarioMistakes = Readonly<Record<LeafPath, readonly EstimateMistake[]>>;

export interface ReadScenario {
  /** What the file will hold; null while a leaf is missing or wrong. */
  readonly scenario: FileScenario | null;
  /** Every leaf that can be read, wherever others are wrong. */
  readonly estimates: Readonly<Record<LeafPath, AnyEstimate>>;
  readonly mistakes: ScenarioMistakes;
}

/** Reads a draft as the file will have it, every leaf by itself, so that one look finds every mistake. */
export function readScenario(draft: ScenarioDraft): ReadScenario {
  const estimates: Record<LeafPath, AnyEstimate> = {};
  const mistakes: Record<LeafPath, readonly EstimateMistake[]> = {};
  for (const path of liveLeaves(draft)) {
    const read = readEstimate(leafOf(draft, path), leafKind(path));
    if (read.estimate !== null) estimates[path] = read.estimate;
    if (read.mistakes.length > 0) mistakes[path] = read.mistakes;
  }
  const count = readCount(draft);
  if (typeof count === "string")
    mistakes.count = [{ field: draft.countKind === "zero-inflated" ? "silent" : "size", what: count }];
  for (const [key, cut, forms] of [
    ["primaryForms", draft.primaryCut, draft.primaryForms],
    ["secondaryForms", draft.secondary === "some" ? draft.secondaryCut : "whole", draft.secondaryForms],
  ] as const)
    if (cut === "forms" && forms.length === 0)
      mistakes[key] = [{ field: key, what: "forms has no form of loss; choose at least one" }];
  const scenario =
    Object.keys(mistakes).length === 0 && typeof count !== "string" ? assembled(draft, estimates, count) : null;
  return { scenario, estimates, mistakes };
}

function assembled(
  draft: ScenarioDraft,
  estimates: Readonly<Record<LeafPath, AnyEstimate>>,
  count: FileScenario["count"],
): FileScenario {
  const at = <T extends AnyEstimate>(path: LeafPath) => estimates[path] as T;
  const magnitude = (path: LeafPath, cut: MagnitudeCut, forms: readonly LossForm[]) =>
    cut === "whole"
      ? at(path)
      : {
          forms: Object.fromEntries(
            lossForms.filter((form) => forms.includes(form)).map((form) => [form, at(`${path}.forms.${form}`)]),
          ),
        };
  const vulnerability =
    draft.vulnerabilityCut === "direct"
      ? at("frequency.vulnerability")
      : {
          threatCapability: at("frequency.vulnerability.threatCapability"),
          resistance: at("frequency.vulnerability.resistance"),
        };
  const frequency = {
    direct: () => at("frequency"),
    "threat-events": () => ({ threatEvents: at("frequency.threatEvents"), vulnerability }),
    contacts: () => ({ contact: at("frequency.contact"), action: at("frequency.action"), vulnerability }),
  }[draft.frequencyCut]();
  return {
    frequency,
    ...(count === undefined ? {} : { count }),
    loss: {
      primary: magnitude("loss.primary", draft.primaryCut, draft.primaryForms),
      ...(draft.secondary === "none"
        ? {}
        : {
            secondary: {
              probability: at("loss.secondary.probability"),
              loss: magnitude("loss.secondary.loss", draft.secondaryCut, draft.secondaryForms),
            },
          }),
    },
    ...(draft.commonCauses.length === 0
      ? {}
      : { commonCauses: draft.commonCauses.map((cause) => ({ cause, probability: at(causePath(cause)) })) }),
  } as FileScenario;
}

/** How chance counts, or what is wrong with it. Poisson is what the file means without a word. */
function readCount({ countKind, size, silent }: ScenarioDraft): FileScenario["count"] | string {
  switch (countKind) {
    case "poisson":
      return undefined;
    case "at-most-one":
      return { kind: "at-most-one" };
    case "negative-binomial": {
      const value = parseNumber(size);
      return value === null || value <= 0
        ? "write a size above 0: smaller means stronger clusters"
        : { kind: "negative-binomial", size: value };
    }
    case "zero-inflated": {
      const value = parseNumber(silent);
      return value === null || value < 0 || value >= 1
        ? "write the probability of a year without any, from 0 to below 1, such as 30 %"
        : { kind: "zero-inflated", silent: value };
    }
    default: {
      const unnamed: never = countKind;
      return unnamed;
    }
  }
}
