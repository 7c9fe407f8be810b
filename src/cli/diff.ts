import type { Command } from "commander";
import { print, printJson } from "./output.ts";
import { dataOption, type StoreFlags } from "./store-place.ts";

interface DiffFlags extends StoreFlags {
  readonly retire?: true;
  readonly json?: true;
}

export function diffCommand(program: Command): void {
  program
    .command("diff")
    .summary("show what applying a portfolio file would do")
    .description(
      "Shows what plimsoll apply would do with the file, and changes nothing. Ends with 0 whatever it finds.",
    )
    .argument("<file>", "portfolio file; - reads standard input")
    .option("--retire", "as if apply were given --retire")
    .option(...dataOption)
    .option("--json", "print one JSON document: { revision, fileHash, retire, changes, unchanged }")
    .action(async (file: string, flags: DiffFlags) => {
      const [{ readPortfolioFile }, { openRegisterDoor }, { planText }] = await Promise.all([
        import("./read-portfolio-file.ts"),
        import("./open-register-door.ts"),
        import("./plan-text.ts"),
      ]);
      const { bytes, portfolio } = await readPortfolioFile(file);
      const door = await openRegisterDoor(flags);
      try {
        const plan = await door.plan({ bytes, portfolio, missing: flags.retire ? "retire" : "leave" });
        if (flags.json) printJson(plan);
        else print(planText(plan));
      } finally {
        await door.close();
      }
    });
}
