import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import pg from "pg";
import type { DecisionSource } from "../../../src/warehouse/decision-source.ts";
import { openFile } from "../../../src/warehouse/file-source.ts";
import { openPostgresTable } from "../../../src/warehouse/postgres-source.ts";
import { createPostgresDatabase, type PostgresDatabase } from "../../harness/postgres.ts";

/** One row of decisions as a program holds it; undefined and null are missing. */
export interface DecisionRow {
  readonly sex?: string | null;
  readonly race?: string | null;
  readonly age?: number | null;
  readonly employed?: boolean | null;
  readonly day?: string | null;
  readonly y?: number | null;
  readonly decided?: boolean | null;
  readonly s?: number | null;
  readonly w?: number | null;
}

const types: { readonly [column in keyof Required<DecisionRow>]: readonly [duckdb: string, postgres: string] } = {
  sex: ["VARCHAR", "text"],
  race: ["VARCHAR", "character varying(40)"],
  age: ["BIGINT", "integer"],
  employed: ["BOOLEAN", "boolean"],
  day: ["TIMESTAMP", "timestamp"],
  y: ["DOUBLE", "double precision"],
  decided: ["BOOLEAN", "boolean"],
  s: ["DOUBLE", "double precision"],
  w: ["DOUBLE", "double precision"],
};
const columnNames = Object.keys(types) as (keyof DecisionRow)[];

export const sourceNames = ["csv", "semicolons", "parquet", "ndjson", "json", "postgres"] as const;
export type SourceName = (typeof sourceNames)[number];

/** The same rows in every kind of source. Without a Postgres of its own it makes one. */
export async function tablesOf(rows: readonly DecisionRow[]): Promise<{
  open(name: SourceName): Promise<DecisionSource>;
  remove(): Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), "plimsoll-tables-"));
  const files: { readonly [name in Exclude<SourceName, "postgres">]: string } = {
    csv: join(folder, "decisions.csv"),
    semicolons: join(folder, "semicolons.txt"),
    parquet: join(folder, "decisions.parquet"),
    ndjson: join(folder, "decisions.ndjson"),
    json: join(folder, "decisions.json"),
  };
  const plain = rows.map((row) => Object.fromEntries(columnNames.map((name) => [name, row[name] ?? null])));
  await writeFile(files.csv, `\ufeff${csv(rows, ",", "\r\n")}`);
  await writeFile(files.semicolons, csv(rows, ";", "\n", ","));
  await writeFile(files.ndjson, plain.map((row) => `${JSON.stringify(row)}\n`).join(""));
  await writeFile(files.json, JSON.stringify(plain));
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const columns = columnNames.map((name) => `'${name}': '${types[name]![0]}'`).join(", ");
  await connection.run(
    `COPY (FROM read_json('${files.ndjson}', columns = {${columns}}, format = 'newline_delimited')) TO '${files.parquet}' (FORMAT parquet)`,
  );
  connection.closeSync();
  instance.closeSync();
  let database: PostgresDatabase | undefined;
  return {
    async open(name) {
      if (name !== "postgres") return openFile(files[name]);
      database ??= await postgresTable(rows);
      return openPostgresTable(database.url, "public.decisions");
    },
    async remove() {
      await rm(folder, { recursive: true });
      await database?.drop();
    },
  };
}

function csv(rows: readonly DecisionRow[], delimiter: string, lineEnd: string, decimal = "."): string {
  const write = (value: DecisionRow[keyof DecisionRow]) => {
    const text = typeof value === "number" ? String(value).replace(".", decimal) : String(value ?? "");
    return /["\r\n,;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = rows.map((row) => columnNames.map((name) => write(row[name])).join(delimiter));
  return [columnNames.join(delimiter), ...lines, ""].join(lineEnd);
}

async function postgresTable(rows: readonly DecisionRow[]): Promise<PostgresDatabase> {
  const database = await createPostgresDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const columns = columnNames.map((name) => `${name} ${types[name]![1]}`).join(", ");
  await client.query(`CREATE TABLE decisions (${columns})`);
  const arrays = columnNames.map((name, k) => `$${k + 1}::${types[name]![1]}[]`).join(", ");
  await client.query(
    `INSERT INTO decisions SELECT * FROM unnest(${arrays})`,
    columnNames.map((name) => rows.map((row) => row[name] ?? null)),
  );
  await client.end();
  return database;
}
