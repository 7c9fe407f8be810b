import type { Command } from "commander";
import { note } from "./output.ts";
import { dataOption, placeName, type StoreFlags, storePlace } from "./store-place.ts";

export function restoreCommand(program: Command): void {
  program
    .command("restore")
    .summary("fill a database from a backup")
    .description(
      "Reads the whole backup first and refuses one that is cut or damaged; then fills an empty database in one\n" +
        "transaction. The backup may come from either kind of database. Stop servers on it first.",
    )
    .argument("<file>", "a file that plimsoll backup wrote")
    .option("--replace", "lose what the database holds now")
    .option(...dataOption)
    .action(async (file: string, { replace, ...flags }: StoreFlags & { readonly replace?: true }) => {
      const [{ asFailure, openRegister }, { restoreBackup }] = await Promise.all([
        import("../register/open-register.ts"),
        import("../store/restore-backup.ts"),
      ]);
      const place = storePlace(flags);
      const db = await openRegister(place);
      try {
        const { createdAt, counts } = await asFailure(() => restoreBackup(db, file, replace ? "replace" : "refuse"));
        note(`${placeName(place)} restored to ${createdAt}: ${counts.event ?? 0} events`);
      } finally {
        await db.close();
      }
    });
}
