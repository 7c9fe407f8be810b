import type { AuditMapping } from "../../contract/audit-mapping.ts";
import { Failure } from "../../contract/failure.ts";
import type { DecisionSource, Watch } from "../../warehouse/decision-source.ts";
import type { FileReading } from "../../warehouse/file-source.ts";
import { progressLine } from "../progress-line.ts";
import { inputName } from "../read-input.ts";

/** Opens a file, or a table of a database, counts with progress on stderr, and can be stopped by Ctrl-C. */
export async function withDecisions<T>(
  file: string,
  { table, delimiter, decimal }: Pick<AuditMapping, "delimiter" | "decimal"> & { readonly table?: string | undefined },
  use: (source: DecisionSource, watch: Watch) => Promise<T>,
): Promise<T> {
  const progress = progressLine();
  const stopping = new AbortController();
  const stop = () => stopping.abort();
  process.once("SIGINT", stop);
  try {
    const reading = { ...(delimiter !== undefined && { delimiter }), ...(decimal !== undefined && { decimal }) };
    const source = await openSource(file, table, reading, stopping.signal);
    try {
      return await use(source, {
        signal: stopping.signal,
        onProgress: (share) => progress.show(`${Math.floor(100 * share)} % of the rows counted`),
      });
    } finally {
      progress.clear();
      await source.close();
    }
  } finally {
    process.off("SIGINT", stop);
  }
}

async function openSource(
  file: string,
  table: string | undefined,
  reading: FileReading,
  signal: AbortSignal,
): Promise<DecisionSource> {
  const isDatabase = /^postgres(ql)?:\/\//.test(file);
  if (isDatabase && table === undefined)
    throw new Failure("invalid-input", "a database without a table", "name it by --table schema.table");
  if (!isDatabase && table !== undefined)
    throw new Failure("invalid-input", "--table without a database", "give postgres://user@host/database as the file");
  if (isDatabase) {
    const { openPostgresTable } = await import("../../warehouse/postgres-source.ts");
    return openPostgresTable(file, table!);
  }
  const { openFile } = await import("../../warehouse/file-source.ts");
  if (file !== "-") return openFile(file, reading);
  const { spoolInput } = await import("../../warehouse/spool-input.ts");
  const { path, remove } = await spoolInput(process.stdin, signal);
  try {
    const source = await openFile(path, { ...reading, name: inputName(file) });
    return { ...source, close: () => source.close().finally(remove) };
  } catch (cause) {
    await remove();
    throw cause;
  }
}
