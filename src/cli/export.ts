import type { Command } from "commander";
import { note } from "./output.ts";
import { dataOption, type StoreFlags } from "./store-place.ts";
import { writeWhole } from "./write-whole.ts";

export function exportCommand(program: Command): void {
  program
    .command("export")
    .summary("write the register as a portfolio file")
    .description("Writes the records in use as a portfolio file. Applied again, it changes nothing.")
    .option("--output <file>", "write to this file; without it, to standard output")
    .option(...dataOption)
    .action(async ({ output, ...flags }: StoreFlags & { readonly output?: string }) => {
      const { openRegisterDoor } = await import("./open-register-door.ts");
      const door = await openRegisterDoor(flags);
      try {
        const text = await door.exported();
        if (output === undefined) process.stdout.write(text);
        else {
          await writeWhole(output, text);
          note(`${door.name} written to ${output}`);
        }
      } finally {
        await door.close();
      }
    });
}
