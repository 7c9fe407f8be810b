import { explain, type RegisterCommand, run } from "./run.ts";
import { schemaCommand } from "./schema.ts";
import { validateCommand } from "./validate.ts";

/** In the order of the help. */
const commands: readonly RegisterCommand[] = [validateCommand, schemaCommand];

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // The reader, such as `head`, has seen enough.
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
}
process.on("uncaughtException", (error) => process.exit(explain(error)));
process.exitCode = await run(process.argv.slice(2), commands);
