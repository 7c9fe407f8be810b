import { lossForms } from "../../engine/quantification/loss-forms.ts";
import { type Draft, draftOf, draftsIn } from "./draft.ts";
import type { Path } from "./finding.ts";

/** An estimate as far as it is written, and what it is of. */
export interface WrittenEstimate {
  readonly of: "events" | "money" | "probability";
  readonly value: unknown;
  readonly path: Path;
}

/** Every estimate of a portfolio, in the order of its records; those of experts stand within their pool. */
export function writtenEstimates(portfolio: Draft): WrittenEstimate[] {
  const found: WrittenEstimate[] = [];
  const note = (of: WrittenEstimate["of"], value: unknown, path: Path): void => {
    if (value !== undefined) found.push({ of, value, path });
  };
  const shares = (draft: Draft, path: Path): void => {
    for (const key of ["effectiveness", "coverage", "reliability"]) note("probability", draft[key], [...path, key]);
  };
  for (const { draft, index } of draftsIn(portfolio.dependencies)) {
    note("events", draft.strikes, ["dependencies", index, "strikes"]);
  }
  for (const { draft, index } of draftsIn(portfolio.controls)) shares(draft, ["controls", index]);
  for (const { draft, index } of draftsIn(portfolio.risks)) {
    for (const use of draftsIn(draft.controls)) shares(use.draft, ["risks", index, "controls", use.index]);
    const scenario = draftOf(draft.scenario);
    if (scenario) noteScenario(scenario, ["risks", index, "scenario"], note);
  }
  return found;
}

type Note = (of: WrittenEstimate["of"], value: unknown, path: Path) => void;

function noteScenario(scenario: Draft, path: Path, note: Note): void {
  noteFrequency(scenario.frequency, [...path, "frequency"], note);
  const loss = draftOf(scenario.loss);
  noteMagnitude(loss?.primary, [...path, "loss", "primary"], note);
  const secondary = draftOf(loss?.secondary);
  note("probability", secondary?.probability, [...path, "loss", "secondary", "probability"]);
  noteMagnitude(secondary?.loss, [...path, "loss", "secondary", "loss"], note);
  for (const { draft, index } of draftsIn(scenario.commonCauses)) {
    note("probability", draft.probability, [...path, "commonCauses", index, "probability"]);
  }
}

function noteFrequency(value: unknown, path: Path, note: Note): void {
  const tree = draftOf(value);
  const isTree = ["threatEvents", "contact", "action", "vulnerability"].some((key) => tree?.[key] !== undefined);
  if (tree === undefined || !isTree) {
    note("events", value, path);
    return;
  }
  note("events", tree.threatEvents, [...path, "threatEvents"]);
  note("events", tree.contact, [...path, "contact"]);
  note("probability", tree.action, [...path, "action"]);
  const force = draftOf(tree.vulnerability);
  const isForce = force?.threatCapability !== undefined || force?.resistance !== undefined;
  if (!isForce) note("probability", tree.vulnerability, [...path, "vulnerability"]);
  note("probability", force?.threatCapability, [...path, "vulnerability", "threatCapability"]);
  note("probability", force?.resistance, [...path, "vulnerability", "resistance"]);
}

function noteMagnitude(value: unknown, path: Path, note: Note): void {
  const forms = draftOf(draftOf(value)?.forms);
  if (forms === undefined) note("money", value, path);
  else for (const form of lossForms) note("money", forms[form], [...path, "forms", form]);
}
