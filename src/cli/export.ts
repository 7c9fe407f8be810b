import { rename, rm, writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { Failure } from "../contract/failure.ts";
import { note } from "./output.ts";
import { dataOption, type StoreFlags } from "./store-place.ts";

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

/** Under another name first: a file that is there stays whole until the new one is. */
async function writeWhole(path: string, text: string): Promise<void> {
  const unfinished = `${path}.unfinished-${process.pid}`;
  try {
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw new Failure("invalid-input", `file ${path}: cannot be written (${code})`, "name a file that can");
  }
}
