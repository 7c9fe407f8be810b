import type { Command } from "commander";
import type { Plan } from "../contract/plan.ts";
import { note, print, printJson } from "./output.ts";
import { dataOption, type StoreFlags } from "./store-place.ts";

interface ApplyFlags extends StoreFlags {
  readonly retire?: true;
  readonly yes?: true;
  readonly note?: string;
  readonly json?: true;
}

export function applyCommand(program: Command): void {
  program
    .command("apply")
    .summary("make the register say what a portfolio file says")
    .description(
      "Shows what applying a portfolio file would do, asks, and does it in one transaction.\n" +
        "Records that the file lacks are left as they are; with --retire they are retired and kept with their history.",
    )
    .argument("<file>", "portfolio file; - reads standard input")
    .option("--yes", "apply without asking")
    .option("--retire", "retire what the file lacks")
    .option("--note <text>", "why, kept with the change and shown beside it")
    .option("--as <person>", "the person who applies it, by id")
    .option(...dataOption)
    .option("--json", "print one JSON document: { plan, applied }")
    .action(async (file: string, flags: ApplyFlags) => {
      const [{ readPortfolioFile }, { openRegisterDoor }, { planText }, { Failure }] = await Promise.all([
        import("./read-portfolio-file.ts"),
        import("./open-register-door.ts"),
        import("./plan-text.ts"),
        import("../contract/failure.ts"),
      ]);
      const canAsk = process.stdin.isTTY && process.stderr.isTTY && file !== "-";
      if (!flags.yes && !canAsk)
        throw new Failure(
          "invalid-input",
          "apply: nobody to ask at this terminal",
          "look with plimsoll diff, then add --yes",
        );
      const { bytes, portfolio } = await readPortfolioFile(file);
      const portfolioFile = { bytes, portfolio, missing: flags.retire ? "retire" : "leave" } as const;
      const door = await openRegisterDoor(flags);
      try {
        const plan = await door.plan(portfolioFile);
        if (!flags.json) print(planText(plan));
        if (!flags.yes && changesSomething(plan) && !(await isAgreed()))
          throw new Failure("cancelled", "apply: not agreed to", "nothing was changed");
        const applied = await door.apply(portfolioFile, { planned: plan, note: flags.note });
        if (flags.json) printJson({ plan, applied });
        else if (changesSomething(plan)) print(`applied to ${door.name}; revision ${applied.revision}`);
      } finally {
        await door.close();
      }
    });
}

function changesSomething({ changes }: Plan): boolean {
  return changes.some(({ action }) => action !== "missing");
}

async function isAgreed(): Promise<boolean> {
  const { createInterface } = await import("node:readline/promises");
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await terminal.question("Apply this? Only yes or y is a yes: ");
    return /^y(es)?$/i.test(answer.trim());
  } catch {
    note("");
    return false;
  } finally {
    terminal.close();
  }
}
