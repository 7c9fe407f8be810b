import type { Command } from "commander";
import { compositeMarkdown } from "../chart/series/composite-markdown.ts";
import { compositePage } from "../chart/series/composite-page.ts";
import { engineRefusal } from "../portfolio/engine-refusal.ts";
import { exitCodes } from "./exit-code.ts";
import { note, print, printJson } from "./output.ts";
import { inputName, readInput } from "./read-input.ts";
import { weighText } from "./weigh-text.ts";
import { wholeNumber } from "./whole-number.ts";

interface WeighOptions {
  readonly weights?: string;
  readonly seed: number;
  readonly page?: true;
  readonly gate?: true;
  readonly json?: true;
}

const seeds = { from: 0, to: Number.MAX_SAFE_INTEGER, such: 1 };

export function weighCommand(program: Command): void {
  program
    .command("weigh")
    .summary("score scenarios on weighted dimensions, and say how sure their order is")
    .description(
      "One score for each scenario from its likelihood and impact on several dimensions: additive, geometric or worst-of,\n" +
        "with what each dimension brings, and how sure the order is when weights and ratings wobble. Scores of former\n" +
        "weights can be made again. Ends with 0, with --gate with 1 while a scenario that may reach the gate is untested.",
    )
    .argument("<file>", "a YAML or JSON file { dimensions, weightings, scenarios }; - reads standard input")
    .option("--weights <version>", "which of the file's weights to use (the last)")
    .option("--seed <seed>", "seed of what is simulated", wholeNumber("--seed", seeds), 1)
    .option("--page", 'print the page "Test this first" for the product team, as Markdown')
    .option("--gate", "end with 1 while the gate is open")
    .option("--json", "print one JSON document: { weighting, scenarios, order, agreement, gate, warnings, … }")
    .action(async (file: string, { weights, seed, page, gate, json }: WeighOptions) => {
      const [{ readWeighFile }, { weighScenarios }] = await Promise.all([
        import("../portfolio/structured/read-weigh-file.ts"),
        import("../contract/structured/weigh-scenarios.ts"),
      ]);
      const given = readWeighFile(await readInput(file), inputName(file));
      const report = await engineRefusal(() =>
        weighScenarios(given, { seed, ...(weights !== undefined && { version: weights }) }),
      );
      for (const { message } of report.warnings) note(`plimsoll: warning: ${message}`);
      if (gate && report.gate === null)
        note("plimsoll: warning: the file has no gate; give it one such as gate: { score: 0.5 }");
      if (json) printJson(report);
      else print(page ? compositeMarkdown(compositePage(report, given)) : weighText(report));
      if (gate && (report.gate === null || report.gate.open.length > 0)) process.exitCode = exitCodes.found;
    });
}
