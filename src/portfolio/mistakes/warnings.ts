import type { Portfolio } from "../../contract/portfolio.ts";
import { resolveScale } from "../../contract/resolved/resolve-scale.ts";
import type { Finding } from "./finding.ts";

/** What a valid portfolio probably does not mean. */
export function warningFindings(portfolio: Portfolio): Finding[] {
  const { systems = [], dependencies = [], controls = [], limits = [], risks = [] } = portfolio;
  const findings: Finding[] = [];
  const usedControls = new Set(risks.flatMap((risk) => risk.controls?.map(({ control }) => control) ?? []));
  const usedDependencies = new Set(systems.flatMap(({ dependsOn = [] }) => dependsOn));
  const ratedSystems = new Set(risks.map(({ system }) => system));
  const causes = new Set(risks.flatMap(({ scenario }) => scenario?.commonCauses?.map(({ cause }) => cause) ?? []));

  for (const [index, { id, strikes }] of dependencies.entries()) {
    if (!usedDependencies.has(id)) {
      const what = `no system depends on "${id}"`;
      findings.push({ path: ["dependencies", index], what, remedy: "name it in a system's dependsOn, or remove it" });
    } else if (strikes !== undefined && !causes.has(id)) {
      const what = `no risk names "${id}" as a common cause`;
      const remedy = "name it in the commonCauses of the risks that its strikes bring about";
      findings.push({ path: ["dependencies", index, "strikes"], what, remedy });
    }
  }
  for (const [index, { id, stage }] of systems.entries()) {
    if (ratedSystems.has(id) || stage === "retired") continue;
    findings.push({ path: ["systems", index], what: `system "${id}" has no risk`, remedy: "add its risks" });
  }
  for (const [index, { id, status, due }] of controls.entries()) {
    if (!usedControls.has(id) && status !== "retired") {
      const what = `no risk uses the control "${id}"`;
      findings.push({ path: ["controls", index], what, remedy: "name it in a risk's controls, or remove it" });
    }
    if (status === "planned" && due === undefined) {
      const what = `planned control "${id}" has no due date`;
      findings.push({ path: ["controls", index], what, remedy: "add `due: …`, the day by which it is to work" });
    }
  }
  const highest = highestScore(portfolio);
  for (const [index, limit] of limits.entries()) {
    if (limit.measure !== "residualScore" || limit.tolerance <= highest) continue;
    const what = `tolerance ${limit.tolerance} is above ${highest}, the highest score of the scale`;
    findings.push({ path: ["limits", index, "tolerance"], what, remedy: "write a score that can be reached" });
  }
  for (const [index, { controls: uses = [], scenario }] of risks.entries()) {
    if (scenario === undefined || scenario.loss.secondary !== undefined) continue;
    for (const [use, { control, acts }] of uses.entries()) {
      if (acts !== "secondary") continue;
      const what = `control "${control}" acts on a secondary loss, which the scenario has not`;
      const remedy = "add loss.secondary to the scenario, or let it act on frequency or loss";
      findings.push({ path: ["risks", index, "controls", use, "acts"], what, remedy });
    }
  }
  for (const [index, { id, inherent, residual, scenario }] of risks.entries()) {
    if (inherent ?? residual ?? scenario) continue;
    const remedy = "add inherent levels or a scenario; until then it is shown as unrated";
    findings.push({ path: ["risks", index], what: `risk "${id}" is unrated`, remedy });
  }
  return findings;
}

function highestScore(portfolio: Portfolio): number {
  const { likelihood, impact, score } = resolveScale(portfolio.scale);
  return score === "product" ? likelihood.length * impact.length : likelihood.length + impact.length;
}
