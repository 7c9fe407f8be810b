import type { FileFrequency, FileLossMagnitude, FileScenario } from "../../../src/contract/scenario.ts";
import { type LossForm, lossForms } from "../../../src/engine/quantification/loss-forms.ts";
import {
  type AnyEstimate,
  draftOfEstimate,
  type EstimateDraft,
  emptyEstimate,
  type LeafKind,
} from "./estimate-draft.ts";
import { numberText } from "./number-text.ts";

/** Where a leaf hangs in the scenario, such as `loss.primary.forms.fines`. */
export type LeafPath = string;

type FrequencyCut = "direct" | "threat-events" | "contacts";
type VulnerabilityCut = "direct" | "force";
export type MagnitudeCut = "whole" | "forms";
type CountKind = "poisson" | "negative-binomial" | "zero-inflated" | "at-most-one";
type CommonCauses = NonNullable<FileScenario["commonCauses"]>;

/** A scenario as it is being typed. The leaves of cuts that are not chosen are kept: switching back loses nothing. */
export interface ScenarioDraft {
  readonly frequencyCut: FrequencyCut;
  readonly vulnerabilityCut: VulnerabilityCut;
  readonly countKind: CountKind;
  readonly size: string;
  readonly silent: string;
  readonly primaryCut: MagnitudeCut;
  readonly primaryForms: readonly LossForm[];
  readonly secondary: "none" | "some";
  readonly secondaryCut: MagnitudeCut;
  readonly secondaryForms: readonly LossForm[];
  readonly commonCauses: readonly string[];
  readonly leaves: Readonly<Record<LeafPath, EstimateDraft>>;
}

/** What a leaf measures, told by its path. */
export function leafKind(path: LeafPath): LeafKind {
  if (/^frequency(\.(threatEvents|contact))?$/.test(path)) return "events";
  return /^loss\.(primary|secondary\.loss)/.test(path) ? "money" : "probability";
}

export const emptyScenario: ScenarioDraft = {
  frequencyCut: "direct",
  vulnerabilityCut: "direct",
  countKind: "poisson",
  size: "",
  silent: "",
  primaryCut: "whole",
  primaryForms: ["response"],
  secondary: "none",
  secondaryCut: "whole",
  secondaryForms: ["fines"],
  commonCauses: [],
  leaves: {},
};

export function leafOf(draft: ScenarioDraft, path: LeafPath): EstimateDraft {
  return draft.leaves[path] ?? emptyEstimate;
}

/** The draft that a scenario of the file opens as. */
export function draftOfScenario({ frequency, count, loss, commonCauses = [] }: FileScenario): ScenarioDraft {
  const leaves: Record<LeafPath, EstimateDraft> = {};
  const put = (path: LeafPath, estimate: AnyEstimate) => {
    leaves[path] = draftOfEstimate(estimate, leafKind(path));
  };
  const cuts = putFrequency(frequency, put);
  const primary = putMagnitude("loss.primary", loss.primary, put);
  if (loss.secondary) put("loss.secondary.probability", loss.secondary.probability);
  const secondary = loss.secondary ? putMagnitude("loss.secondary.loss", loss.secondary.loss, put) : null;
  for (const { cause, probability } of commonCauses) put(causePath(cause), probability);
  return {
    ...emptyScenario,
    ...cuts,
    countKind: count?.kind ?? "poisson",
    size: count?.kind === "negative-binomial" ? numberText(count.size, "number") : "",
    silent: count?.kind === "zero-inflated" ? numberText(count.silent, "probability") : "",
    primaryCut: primary === null ? "whole" : "forms",
    ...(primary === null ? {} : { primaryForms: primary }),
    secondary: loss.secondary ? "some" : "none",
    secondaryCut: secondary === null ? "whole" : "forms",
    ...(secondary === null ? {} : { secondaryForms: secondary }),
    commonCauses: commonCauses.map(({ cause }) => cause),
    leaves,
  };
}

type Put = (path: LeafPath, estimate: AnyEstimate) => void;

function putFrequency(frequency: FileFrequency, put: Put): Pick<ScenarioDraft, "frequencyCut" | "vulnerabilityCut"> {
  if (typeof frequency !== "object" || !("vulnerability" in frequency)) {
    put("frequency", frequency);
    return { frequencyCut: "direct", vulnerabilityCut: "direct" };
  }
  const { vulnerability } = frequency;
  const isForce = typeof vulnerability === "object" && "threatCapability" in vulnerability;
  if (isForce) {
    put("frequency.vulnerability.threatCapability", vulnerability.threatCapability);
    put("frequency.vulnerability.resistance", vulnerability.resistance);
  } else put("frequency.vulnerability", vulnerability);
  if ("threatEvents" in frequency) put("frequency.threatEvents", frequency.threatEvents);
  else {
    put("frequency.contact", frequency.contact);
    put("frequency.action", frequency.action);
  }
  return {
    frequencyCut: "threatEvents" in frequency ? "threat-events" : "contacts",
    vulnerabilityCut: isForce ? "force" : "direct",
  };
}

function putMagnitude(path: LeafPath, magnitude: FileLossMagnitude, put: Put): LossForm[] | null {
  if (typeof magnitude !== "object" || !("forms" in magnitude)) {
    put(path, magnitude);
    return null;
  }
  const given = lossForms.filter((form) => magnitude.forms[form] !== undefined);
  for (const form of given) put(`${path}.forms.${form}`, magnitude.forms[form]!);
  return given;
}

export function causePath(cause: CommonCauses[number]["cause"]): LeafPath {
  return `commonCauses.${cause}`;
}

/** The leaves that the chosen cuts ask for, in the order of the tree. */
export function liveLeaves(draft: ScenarioDraft): LeafPath[] {
  const vulnerability =
    draft.vulnerabilityCut === "direct"
      ? ["frequency.vulnerability"]
      : ["frequency.vulnerability.threatCapability", "frequency.vulnerability.resistance"];
  const frequency = {
    direct: ["frequency"],
    "threat-events": ["frequency.threatEvents", ...vulnerability],
    contacts: ["frequency.contact", "frequency.action", ...vulnerability],
  }[draft.frequencyCut];
  return [
    ...frequency,
    ...draft.commonCauses.map(causePath),
    ...magnitudeLeaves("loss.primary", draft.primaryCut, draft.primaryForms),
    ...(draft.secondary === "none"
      ? []
      : [
          "loss.secondary.probability",
          ...magnitudeLeaves("loss.secondary.loss", draft.secondaryCut, draft.secondaryForms),
        ]),
  ];
}

function magnitudeLeaves(path: LeafPath, cut: MagnitudeCut, forms: readonly LossForm[]): LeafPath[] {
  return cut === "whole"
    ? [path]
    : lossForms.filter((form) => forms.includes(form)).map((form) => `${path}.forms.${form}`);
}
