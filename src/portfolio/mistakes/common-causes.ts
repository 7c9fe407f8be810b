import { type Draft, draftOf, draftsIn, textIn } from "./draft.ts";
import type { Finding } from "./finding.ts";

/** Common causes that never strike, or that do not reach the risk's system. One that is not there is said elsewhere. */
export function commonCauseFindings(portfolio: Draft): Finding[] {
  const dependencies = byId(portfolio.dependencies);
  const systems = byId(portfolio.systems);
  return draftsIn(portfolio.risks).flatMap(({ draft: risk, index }) =>
    draftsIn(draftOf(risk.scenario)?.commonCauses).flatMap(({ draft, index: entry }): Finding[] => {
      const cause = textIn(draft, "cause");
      const dependency = cause === undefined ? undefined : dependencies.get(cause);
      if (cause === undefined || dependency === undefined) return [];
      const path = ["risks", index, "scenario", "commonCauses", entry, "cause"];
      const findings: Finding[] = [];
      if (dependency.strikes === undefined) {
        const what = `cause "${cause}" has no strikes`;
        findings.push({ path, what, remedy: "add `strikes: …` to the dependency, how often it fails a year" });
      }
      const name = textIn(risk, "system");
      const system = name === undefined ? undefined : systems.get(name);
      if (system !== undefined && !dependsOn(system, cause)) {
        const what = `cause "${cause}" is not among what the system "${name}" depends on`;
        findings.push({ path, what, remedy: `add it to the system's dependsOn, or remove it here` });
      }
      return findings;
    }),
  );
}

function dependsOn(system: Draft, dependency: string): boolean {
  return Array.isArray(system.dependsOn) && system.dependsOn.includes(dependency);
}

function byId(list: unknown): Map<string, Draft> {
  return new Map(
    draftsIn(list).flatMap(({ draft }): [string, Draft][] => {
      const id = textIn(draft, "id");
      return id === undefined ? [] : [[id, draft]];
    }),
  );
}
