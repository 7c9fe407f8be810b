import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  DOUBLE,
  type DuckDBConnection,
  type DuckDBDoubleVector,
  DuckDBInstance,
  DuckDBScalarFunction,
  type DuckDBValue,
} from "@duckdb/node-api";
import { reproducibleLn } from "../engine/stats/reproducible-ln.ts";
import type { SqlValue, Watch } from "./decision-source.ts";
import { ENGINE_LN } from "./sql-dialect.ts";
import { stopped } from "./stopped.ts";

/** What DuckDB may hold in memory; beyond that it writes to a folder that ends with the session. */
const memoryLimit = "350MB";
const progressEveryMs = 200;
const interruptEveryMs = 20;

/** One DuckDB in memory, without the net and without extensions that it does not bring along. */
export interface DuckdbSession {
  batches(sql: string, watch?: Watch): AsyncIterable<SqlValue[][]>;
  close(): Promise<void>;
}

export async function openDuckdb(): Promise<DuckdbSession> {
  const folder = await mkdtemp(join(tmpdir(), `plimsoll-count-${process.pid}-`));
  const remove = () => rm(folder, { recursive: true, force: true });
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;
  try {
    instance = await DuckDBInstance.create(":memory:", {
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      memory_limit: memoryLimit,
      temp_directory: folder,
      // A file's rows come in its order where a row's number is asked for, and in any order otherwise.
      preserve_insertion_order: "false",
    });
    connection = await instance.connect();
    connection.registerScalarFunction(engineLn());
    await connection.run("SET TimeZone = 'UTC'");
    await connection.run("SET enable_progress_bar = true");
    await connection.run("SET enable_progress_bar_print = false");
  } catch (cause) {
    await remove();
    throw cause;
  }
  return {
    batches: (sql, watch) => batches(connection, sql, watch),
    async close() {
      connection.closeSync();
      instance.closeSync();
      await remove();
    },
  };
}

/** The engine's logarithm as a function in SQL. */
function engineLn(): DuckDBScalarFunction {
  return DuckDBScalarFunction.create({
    name: ENGINE_LN,
    returnType: DOUBLE,
    parameterTypes: [DOUBLE],
    mainFunction(_, input, output) {
      const numbers = input.getColumnVector(0) as DuckDBDoubleVector;
      for (let row = 0; row < input.rowCount; row++) {
        const x = numbers.getItem(row);
        output.setItem(row, x === null ? null : reproducibleLn(x));
      }
      output.flush();
    },
  });
}

async function* batches(connection: DuckDBConnection, sql: string, watch: Watch = {}): AsyncGenerator<SqlValue[][]> {
  const { signal, onProgress } = watch;
  if (signal?.aborted) throw stopped();
  let interrupting: NodeJS.Timeout | undefined;
  // An interrupt that comes before the statement runs is forgotten.
  const interrupt = () => {
    interrupting = setInterval(() => connection.interrupt(), interruptEveryMs);
  };
  signal?.addEventListener("abort", interrupt);
  const timer =
    onProgress && setInterval(() => onProgress(Math.max(0, connection.progress.percentage) / 100), progressEveryMs);
  try {
    const result = await connection.stream(sql);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (signal?.aborted) throw stopped();
      if (!chunk || chunk.rowCount === 0) return;
      yield chunk.convertRows(plain);
    }
  } catch (cause) {
    if (signal?.aborted) throw stopped();
    throw cause;
  } finally {
    clearInterval(timer);
    clearInterval(interrupting);
    signal?.removeEventListener("abort", interrupt);
  }
}

function plain(value: DuckDBValue): SqlValue {
  if (value === null || typeof value !== "object") return value;
  return String(value);
}
