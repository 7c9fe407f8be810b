import { type Command, Option } from "commander";
import { RANDOM_INDEX_TABLES, type RandomIndexTable } from "../engine/scoring/ahp/random-index.ts";
import { engineRefusal } from "../portfolio/engine-refusal.ts";
import { ahpText } from "./ahp-text.ts";
import { note, print, printJson } from "./output.ts";
import { inputName, readInput } from "./read-input.ts";
import { wholeNumber } from "./whole-number.ts";

interface AhpOptions {
  readonly randomIndex: RandomIndexTable;
  readonly seed: number;
  readonly json?: true;
}

const seeds = { from: 0, to: Number.MAX_SAFE_INTEGER, such: 1 };

export function ahpCommand(program: Command): void {
  program
    .command("ahp")
    .summary("weigh items by comparing them in pairs, and say how consistent the comparisons are")
    .description(
      "Weights from pairwise judgements (Saaty's analytic hierarchy process): of one person or a group, complete or not,\n" +
        "under a tree of criteria or none; how far the judgements contradict one another and which three do most, and how\n" +
        "sure the order is. Ends with 0 whatever it finds; a high consistency ratio is a warning.",
    )
    .argument("<file>", "a YAML or JSON file { items, judgements: [{ left, right, ratio }] }; - reads standard input")
    .addOption(
      new Option("--random-index <table>", "mean index of random judgements that a consistency ratio divides by")
        .choices(RANDOM_INDEX_TABLES)
        .default("alonso-lamata"),
    )
    .option("--seed <seed>", "seed of what is simulated", wholeNumber("--seed", seeds), 1)
    .option(
      "--json",
      "print one JSON document: { weights, lambdaMax, consistencyIndex, consistencyRatio, randomIndex, worstTriad,\n" +
        "criteria, people, agreement, rankReversal, sensitivity, warnings, … }",
    )
    .action(async (file: string, { randomIndex, seed, json }: AhpOptions) => {
      const [{ readAhpFile }, { weighByPairs }] = await Promise.all([
        import("../portfolio/structured/read-ahp-file.ts"),
        import("../contract/structured/weigh-by-pairs.ts"),
      ]);
      const given = readAhpFile(await readInput(file), inputName(file));
      const report = await engineRefusal(() => weighByPairs(given, { table: randomIndex, seed }));
      for (const { message } of report.warnings) note(`plimsoll: warning: ${message}`);
      if (json) printJson(report);
      else print(ahpText(report));
    });
}
