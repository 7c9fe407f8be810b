import type { Command } from "commander";
import type { FactorsReport } from "../contract/factors-report.ts";
import { engineRefusal } from "../portfolio/engine-refusal.ts";
import { print, printJson } from "./output.ts";
import { inputName, readInput } from "./read-input.ts";
import { textTable } from "./text-table.ts";

export function factorsCommand(program: Command): void {
  program
    .command("factors")
    .summary("rate a risk by the factors of its likelihood and impact")
    .description(
      "Levels of likelihood and impact from trees of weighted factors, judged, measured or counted; each value says what\n" +
        "it is made of, and which level it would be if everything measured were at its better or worse end.",
    )
    .argument("<file>", "a YAML or JSON file { likelihood, impact }; - reads standard input")
    .option("--json", "print one JSON document: { risk, likelihood, impact, method }")
    .action(async (file: string, { json }: { json?: true }) => {
      const [{ readFactorsFile }, { rateByFactors }] = await Promise.all([
        import("../portfolio/structured/read-factors-file.ts"),
        import("../contract/structured/rate-by-factors.ts"),
      ]);
      const given = readFactorsFile(await readInput(file), inputName(file));
      const report = await engineRefusal(() => rateByFactors(given));
      if (json) printJson(report);
      else print([report.likelihood, report.impact].map(axisText).join("\n\n"));
    });
}

type Axis = FactorsReport["likelihood"];

function axisText({ sentence, lowLevel, highLevel, factor }: Axis): string {
  const rows = rowsOf(factor, 0);
  const table = textTable(
    [
      { title: "Factor", text: ({ one, depth }) => `${"  ".repeat(depth)}${one.name}` },
      { title: "Value", align: "right", text: ({ one }) => one.value.toFixed(2) },
      { title: "Range", text: ({ one }) => `${one.low.toFixed(2)} to ${one.high.toFixed(2)}` },
      { title: "Weight", align: "right", text: ({ one }) => `${Math.round(100 * one.weight)} %` },
      { title: "Brings", align: "right", text: ({ one }) => one.contribution.toFixed(2) },
      { title: "Basis", text: ({ one }) => one.basis },
    ],
    rows,
  );
  const range = lowLevel === highLevel ? "" : ` Between ${lowLevel} and ${highLevel} by what was measured.`;
  return `${table}\n${sentence}${range}`;
}

function rowsOf(one: Axis["factor"], depth: number): { one: Axis["factor"]; depth: number }[] {
  return [{ one, depth }, ...one.parts.flatMap((part) => rowsOf(part, depth + 1))];
}
