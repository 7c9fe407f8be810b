import type { Command } from "commander";
import { Failure } from "../contract/failure.ts";
import { note } from "./output.ts";
import { dataOption, type StoreFlags } from "./store-place.ts";

export function backupCommand(program: Command): void {
  program
    .command("backup")
    .summary("write everything, history included, to one file")
    .description("Writes records, events, tokens' hashes and jobs as gzipped lines of JSON, for plimsoll restore.")
    .argument("<file>", "file to write, such as plimsoll.ndjson.gz")
    .option(...dataOption)
    .action(async (file: string, flags: StoreFlags) => {
      const { openRegisterDoor } = await import("./open-register-door.ts");
      const door = await openRegisterDoor(flags);
      try {
        await door.backup(file).catch((error: NodeJS.ErrnoException) => {
          if (!["ENOENT", "EACCES", "EISDIR", "ENOTDIR", "EROFS", "ENOSPC"].includes(error.code ?? "")) throw error;
          throw new Failure("invalid-input", `file ${file}: cannot be written (${error.code})`, "name a file that can");
        });
        note(`${door.name} backed up to ${file}`);
      } finally {
        await door.close();
      }
    });
}
