import type { Command } from "commander";
import { printJson } from "./output.ts";

export function schemaCommand(program: Command): void {
  program
    .command("schema")
    .summary("print the JSON Schema of the portfolio file")
    .description(
      "Prints the JSON Schema (draft 2020-12) of the portfolio file, with which editors complete and check keys.\n" +
        "It knows shapes; `plimsoll validate` also checks references, orders and levels.",
    )
    .action(async () => {
      const { portfolioJsonSchema } = await import("../portfolio/json-schema.ts");
      printJson(portfolioJsonSchema());
    });
}
