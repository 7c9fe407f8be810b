import type { z } from "zod";
import { estimate, frequencyEstimate, probabilityEstimate } from "../../contract/estimate.ts";
import { eventLoss, frequency, vulnerability } from "../../contract/scenario.ts";
import { lossForms } from "../../engine/quantification/loss-forms.ts";
import { nearestName } from "../nearest-name.ts";
import { type Finding, noun, type Path } from "./finding.ts";
import { estimateKeys } from "./intended-estimate.ts";
import { held, type IntendedForm, isMap, refused } from "./intention.ts";

const leaves: Readonly<Record<string, z.ZodType>> = {
  threatEvents: frequencyEstimate,
  contact: frequencyEstimate,
  action: probabilityEstimate,
  vulnerability,
  threatCapability: probabilityEstimate,
  resistance: probabilityEstimate,
};
const forces = ["threatCapability", "resistance"];
const frequencyCuts = "an estimate, {threatEvents, vulnerability} or {contact, action, vulnerability}";

/** A frequency: an estimate, or one of two cuts. Of a tree that says a node twice it names both ways, and what to remove. */
export function intendedFrequency(value: unknown, path: Path): IntendedForm {
  const nodes = ["threatEvents", "contact", "action", "vulnerability"];
  if (!isMap(value) || isNoTree(value, [...nodes, ...forces])) return held(frequencyEstimate, value, path);
  const present = nodes.filter((key) => key in value);
  const astray = forces.filter((key) => key in value);
  const below = present.filter((key) => key === "contact" || key === "action");
  const said = estimateKeys(value);
  const twice: Finding[] = [];
  if (said.length > 0) twice.push(overSpecified(path, noun(path), said, present));
  if ("threatEvents" in value && below.length > 0) {
    twice.push(overSpecified([...path, "threatEvents"], "threatEvents", ["threatEvents"], below));
  }
  if (astray.length > 0 && "vulnerability" in value) {
    twice.push(overSpecified([...path, "vulnerability"], "vulnerability", ["vulnerability"], astray));
  } else if (astray.length > 0) {
    const what = `${and(astray)} ${astray.length > 1 ? "stand" : "stands"} beside what vulnerability is part of`;
    twice.push({
      path: [...path, astray[0]!],
      at: "key",
      what,
      remedy: "write vulnerability: { threatCapability, resistance }",
    });
  }
  if (twice.length > 0) return { findings: twice, parts: leavesOf(value, present, path) };
  const isByContact = below.length > 0;
  const needed = isByContact ? ["contact", "action", "vulnerability"] : ["threatEvents", "vulnerability"];
  return cut(frequency.options[isByContact ? 2 : 1], { needed, value, path, write: frequencyCuts });
}

/** A vulnerability: an estimate, or force against resistance. */
export function intendedVulnerability(value: unknown, path: Path): IntendedForm {
  if (!isMap(value) || isNoTree(value, forces)) return held(probabilityEstimate, value, path);
  const present = forces.filter((key) => key in value);
  const said = estimateKeys(value);
  if (said.length > 0) {
    const findings = [overSpecified(path, noun(path), said, present)];
    return { findings, parts: leavesOf(value, present, path) };
  }
  const write = "an estimate or {threatCapability, resistance}";
  return cut(vulnerability.options[1], { needed: forces, value, path, write });
}

/** Money lost: an estimate, or forms of loss that add up. */
export function intendedLoss(value: unknown, path: Path): IntendedForm {
  if (!isMap(value)) return held(estimate, value, path);
  const bare = lossForms.filter((form) => form in value);
  if (bare.length > 0) {
    const what = `${noun(path)} has ${and(bare)}, ${bare.length > 1 ? "forms" : "a form"} of loss`;
    return refused(
      path,
      what,
      `write them within forms: { forms: { ${bare.map((form) => `${form}: …`).join(", ")} } }`,
    );
  }
  if (isNoTree(value, ["forms"])) return held(estimate, value, path);
  const said = estimateKeys(value);
  const byForm = eventLoss.options[1];
  if (said.length === 0) return held(byForm, value, path);
  const forms = { schema: byForm.shape.forms as z.ZodType, value: value.forms, path: [...path, "forms"] };
  return { findings: [overSpecified(path, noun(path), said, ["forms"])], parts: [forms] };
}

/** Whether no key of the map is a node of the tree, nor, where nothing else is said, meant to be one. */
function isNoTree(value: Record<string, unknown>, nodes: readonly string[]): boolean {
  if (nodes.some((key) => key in value)) return false;
  if (estimateKeys(value).length > 0) return true;
  return !Object.keys(value).some((key) => nearestName(key, nodes) !== undefined);
}

function overSpecified(path: Path, node: string, given: readonly string[], made: readonly string[]): Finding {
  const what = `${node} is over-specified: it is given${given[0] === node ? "" : ` by ${and(given)}`} and made by ${and(made)}`;
  return { path, what, remedy: `remove ${and(given)}, or remove ${and(made)}` };
}

function cut(
  schema: z.ZodType,
  {
    needed,
    value,
    path,
    write,
  }: { needed: readonly string[]; value: Record<string, unknown>; path: Path; write: string },
): IntendedForm {
  const present = needed.filter((key) => key in value);
  const missing = needed.filter((key) => !(key in value));
  const hasOthers = Object.keys(value).some((key) => !needed.includes(key));
  if (missing.length === 0 || hasOthers) return held(schema, value, path);
  const what = `${noun(path)} is under-specified: it has ${and(present)} without ${and(missing)}`;
  const findings = [{ path, what, remedy: `add ${and(missing)}, or write ${write}` }];
  return { findings, parts: leavesOf(value, present, path) };
}

function leavesOf(value: Record<string, unknown>, keys: readonly string[], path: Path): IntendedForm["parts"] {
  return keys.map((key) => ({ schema: leaves[key]!, value: value[key], path: [...path, key] }));
}

function and(words: readonly string[]): string {
  return words.length < 3 ? words.join(" and ") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
