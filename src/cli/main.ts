import { ahpCommand } from "./ahp.ts";
import { applyCommand } from "./apply.ts";
import { auditCommand } from "./audit/audit.ts";
import { backupCommand } from "./backup.ts";
import { controlCommand } from "./control.ts";
import { diffCommand } from "./diff.ts";
import { exportCommand } from "./export.ts";
import { factorsCommand } from "./factors.ts";
import { fmeaCommand } from "./fmea.ts";
import { frontierCommand } from "./frontier.ts";
import { ingestCommand } from "./ingest.ts";
import { matrixCommand } from "./matrix.ts";
import { quantifyCommand } from "./quantify.ts";
import { restoreCommand } from "./restore.ts";
import { explain, type RegisterCommand, run } from "./run.ts";
import { schemaCommand } from "./schema.ts";
import { scoreCommand } from "./score.ts";
import { serveCommand } from "./serve.ts";
import { tokenCommand } from "./token.ts";
import { validateCommand } from "./validate.ts";
import { weighCommand } from "./weigh.ts";

/** In the order of the help. */
const commands: readonly RegisterCommand[] = [
  validateCommand,
  scoreCommand,
  quantifyCommand,
  auditCommand,
  controlCommand,
  frontierCommand,
  matrixCommand,
  ahpCommand,
  weighCommand,
  fmeaCommand,
  factorsCommand,
  ingestCommand,
  schemaCommand,
  serveCommand,
  diffCommand,
  applyCommand,
  exportCommand,
  backupCommand,
  restoreCommand,
  tokenCommand,
];

for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // The reader, such as `head`, has seen enough.
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
}
process.on("uncaughtException", (error) => process.exit(explain(error)));
process.exitCode = await run(process.argv.slice(2), commands);
