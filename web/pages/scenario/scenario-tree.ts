import { type LossForm, lossForms } from "../../../src/engine/quantification/loss-forms.ts";
import { causePath, type LeafPath, leafOf, type MagnitudeCut, type ScenarioDraft } from "./scenario-draft.ts";

/** A choice of how a node is cut into parts, offered in its row. */
export interface TreeChoice {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly title: string }[];
  /** The draft with another choice made. */
  readonly choose: (draft: ScenarioDraft, value: string) => ScenarioDraft;
}

export interface TreeNode {
  readonly key: string;
  readonly title: string;
  /** How it joins the part before it. */
  readonly sign: "" | "×" | "+" | "against";
  /** Where it is an estimate, its path; a node cut into parts has none. */
  readonly leaf: LeafPath | null;
  readonly choice: TreeChoice | null;
  readonly parts: readonly TreeNode[];
}

export const formNames: Readonly<Record<LossForm, string>> = {
  productivity: "Productivity",
  response: "Response",
  replacement: "Replacement",
  competitiveAdvantage: "Competitive advantage",
  fines: "Fines and judgements",
  reputation: "Reputation",
};

/** The FAIR tree of a draft: every valid cut is a choice in the row of the node that it cuts. */
export function scenarioTree(draft: ScenarioDraft, nameOfCause: (cause: string) => string): TreeNode {
  const events = eventsNode(draft);
  return {
    key: "annual-loss",
    title: "Loss in a year",
    sign: "",
    leaf: null,
    choice: countChoice(draft),
    parts: [
      events,
      ...draft.commonCauses.map(
        (cause): TreeNode => ({
          key: causePath(cause),
          title: `Struck by ${nameOfCause(cause)}`,
          sign: "+",
          leaf: causePath(cause),
          choice: null,
          parts: [],
        }),
      ),
      lossNode(draft),
    ],
  };
}

function countChoice({ countKind }: ScenarioDraft): TreeChoice {
  return {
    label: "How events come",
    value: countKind,
    options: [
      { value: "poisson", title: "events independent of each other" },
      { value: "negative-binomial", title: "events come in clusters" },
      { value: "zero-inflated", title: "some years bring none at all" },
      { value: "at-most-one", title: "at most one event a year" },
    ],
    choose: (draft, value) => ({ ...draft, countKind: value as ScenarioDraft["countKind"] }),
  };
}

function eventsNode(draft: ScenarioDraft): TreeNode {
  const { frequencyCut, countKind } = draft;
  const parts =
    frequencyCut === "direct"
      ? []
      : frequencyCut === "threat-events"
        ? [leaf("frequency.threatEvents", "Attempts or occasions a year", ""), vulnerabilityNode(draft)]
        : [
            leaf("frequency.contact", "Contacts a year", ""),
            leaf("frequency.action", "Become an attempt", "×"),
            vulnerabilityNode(draft),
          ];
  return {
    key: "events",
    title: countKind === "at-most-one" ? "Probability of an event in a year" : "Loss events a year",
    sign: "",
    leaf: frequencyCut === "direct" ? "frequency" : null,
    choice: {
      label: "Estimated",
      value: frequencyCut,
      options: [
        { value: "direct", title: "directly" },
        { value: "threat-events", title: "attempts × share that succeed" },
        { value: "contacts", title: "contacts × attempts × share that succeed" },
      ],
      choose: (each, value) => ({ ...each, frequencyCut: value as ScenarioDraft["frequencyCut"] }),
    },
    parts,
  };
}

function vulnerabilityNode({ vulnerabilityCut }: ScenarioDraft): TreeNode {
  return {
    key: "vulnerability",
    title: "Become a loss event",
    sign: "×",
    leaf: vulnerabilityCut === "direct" ? "frequency.vulnerability" : null,
    choice: {
      label: "Estimated",
      value: vulnerabilityCut,
      options: [
        { value: "direct", title: "directly" },
        { value: "force", title: "force against resistance" },
      ],
      choose: (each, value) => ({ ...each, vulnerabilityCut: value as ScenarioDraft["vulnerabilityCut"] }),
    },
    parts:
      vulnerabilityCut === "direct"
        ? []
        : [
            leaf("frequency.vulnerability.threatCapability", "Force of an attempt", ""),
            leaf("frequency.vulnerability.resistance", "Force withstood", "against"),
          ],
  };
}

function lossNode(draft: ScenarioDraft): TreeNode {
  const primary = magnitudeNode(draft, "primary");
  const { secondary } = draft;
  return {
    key: "loss",
    title: "Loss of one event",
    sign: "×",
    leaf: null,
    choice: {
      label: "Followed by more",
      value: secondary,
      options: [
        { value: "none", title: "primary loss only" },
        { value: "some", title: "some events are followed by more" },
      ],
      choose: (each, value) => ({ ...each, secondary: value as ScenarioDraft["secondary"] }),
    },
    parts:
      secondary === "none"
        ? [primary]
        : [
            primary,
            {
              key: "secondary",
              title: "What follows some events",
              sign: "+",
              leaf: null,
              choice: null,
              parts: [
                leaf("loss.secondary.probability", "Share of events that it follows", ""),
                magnitudeNode(draft, "secondary"),
              ],
            },
          ],
  };
}

function magnitudeNode(draft: ScenarioDraft, which: "primary" | "secondary"): TreeNode {
  const path = which === "primary" ? "loss.primary" : "loss.secondary.loss";
  const cut = which === "primary" ? draft.primaryCut : draft.secondaryCut;
  const forms = which === "primary" ? draft.primaryForms : draft.secondaryForms;
  return {
    key: path,
    title: which === "primary" ? "Primary loss" : "Secondary loss",
    sign: which === "primary" ? "" : "×",
    leaf: cut === "whole" ? path : null,
    choice: {
      label: "Estimated",
      value: cut,
      options: [
        { value: "whole", title: "as a whole" },
        { value: "forms", title: "by the six forms" },
      ],
      choose: (each, value) => ({ ...each, [`${which}Cut`]: value as MagnitudeCut }),
    },
    parts:
      cut === "whole"
        ? []
        : lossForms
            .filter((form) => forms.includes(form))
            .map((form, index) => leaf(`${path}.forms.${form}`, formNames[form], index === 0 ? "" : "+")),
  };
}

function leaf(path: LeafPath, title: string, sign: TreeNode["sign"]): TreeNode {
  return { key: path, title, sign, leaf: path, choice: null, parts: [] };
}

/** The title of every leaf, for a list of what is wrong. */
export function leafTitles(root: TreeNode): Map<LeafPath, string> {
  const titles = new Map<LeafPath, string>();
  const walk = ({ leaf: path, title, parts }: TreeNode) => {
    if (path !== null) titles.set(path, title);
    for (const part of parts) walk(part);
  };
  walk(root);
  return titles;
}

/** Whether two drafts hold the same leaf: what was typed in cuts that are not chosen counts as no difference. */
export function isSameLeaf(a: ScenarioDraft, b: ScenarioDraft, path: LeafPath): boolean {
  return JSON.stringify(leafOf(a, path)) === JSON.stringify(leafOf(b, path));
}
