import type { Command } from "commander";
import { Failure } from "../contract/failure.ts";
import type { Signal, SignalFormat } from "../contract/signal.ts";
import { signalFormats } from "../contract/signal-kinds.ts";
import type { ReceivedPayload, TranslatedPayload } from "../signals/translation.ts";
import { exitCodes } from "./exit-code.ts";
import { oneLine } from "./one-line.ts";
import { note, print, printJson } from "./output.ts";
import { inputName, readInput } from "./read-input.ts";
import { type Column, textTable } from "./text-table.ts";

const mostBytes = 100_000_000;
const mostRefusals = 20;
const mostRows = 1000;

interface IngestOptions {
  readonly format?: string;
  readonly at?: string;
  readonly run?: string;
  readonly source?: string;
  readonly label: Readonly<Record<string, string>>;
  readonly json?: true;
}

export function ingestCommand(program: Command): void {
  program
    .command("ingest")
    .summary("say which signals a file of a monitoring tool holds")
    .description(
      "Translates what a monitoring tool wrote into signals, as the server would that it is sent to, and names each item\n" +
        "that is none. Personal data is taken out first. Ends with 2 if nothing in the file could be read.",
    )
    .argument("<file>", "an alert, report, table or list of readings; - reads standard input")
    .option("--format <format>", `whose writing it is, where it is not recognised: ${signalFormats.join(", ")}`)
    .option("--at <instant>", "when it held, for reports that do not say it")
    .option("--run <id>", "which run it is of: an equal report of another run is another one")
    .option("--source <source>", "who measured it")
    .option("--label <name=value>", "a label of all its signals; may be given several times", withLabel, {})
    .option("--json", "print one JSON document: { format, signals, refused, payload }")
    .action(async (file: string, options: IngestOptions) => {
      const { translate } = await import("../signals/translate.ts");
      const made = translate(await payloadOf(file, options), { format: knownFormat(options.format) });
      if (made.signals.length === 0) process.exitCode = exitCodes.wrongInput;
      if (options.json) printJson(document(made));
      else print(signalText(made));
      report(made, inputName(file));
    });
}

async function payloadOf(file: string, { at, run, source, label }: IngestOptions): Promise<ReceivedPayload> {
  return {
    bytes: await readInput(file, mostBytes),
    contentType: null,
    headers: {},
    name: inputName(file),
    stated: { ...label, ...(at && { at }), ...(run && { run }), ...(source && { source }) },
    receivedAt: new Date().toISOString(),
  };
}

function knownFormat(text: string | undefined): SignalFormat | undefined {
  const known = signalFormats.find((format) => format === text);
  if (known !== undefined || text === undefined) return known;
  throw new Failure(
    "invalid-input",
    `format ${JSON.stringify(text)} is unknown`,
    `give one of ${signalFormats.join(", ")}`,
  );
}

function withLabel(text: string, labels: Readonly<Record<string, string>>): Record<string, string> {
  const [, name = "", value = ""] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name !== "" && !["at", "run", "source"].includes(name)) return { ...labels, [name]: value };
  throw new Failure("invalid-input", `label ${JSON.stringify(text)} is no name and value`, "write it as model=churn");
}

/** What is kept of a payload is told without its text. */
function document({ format, signals, refused, kept }: TranslatedPayload) {
  const { hash, byteCount, rule, removed, removedCount } = kept;
  return { format, signals, refused, payload: { hash, byteCount, rule, removed, removedCount } };
}

const columns: Column<Signal>[] = [
  { title: "When", text: ({ occurredAt }) => occurredAt.slice(0, 16).replace("T", " ") },
  { title: "Topic", text: ({ topic }) => topic },
  { title: "State", text: ({ state }) => state },
  { title: "Verdict", text: ({ producerVerdict }) => producerVerdict ?? "–" },
  { title: "Summary", text: ({ summary }) => oneLine(summary) },
];

function signalText({ format, signals, kept }: TranslatedPayload): string {
  const count = `${signals.length} ${signals.length === 1 ? "signal" : "signals"} of ${format ?? "no known format"}`;
  const removed =
    kept.removedCount === 0
      ? ""
      : `; personal data taken out in ${kept.removedCount} ${kept.removedCount === 1 ? "place" : "places"}`;
  if (signals.length === 0) return `${count}${removed}`;
  const rows = signals.slice(0, mostRows).map(({ signal }) => signal);
  const more = signals.length > mostRows ? `and ${signals.length - mostRows} more; --json lists all\n` : "";
  return `${textTable(columns, rows)}\n${more}\n${count}${removed}`;
}

function report({ refused }: TranslatedPayload, name: string): void {
  for (const { path, message } of refused.slice(0, mostRefusals))
    note(oneLine(`${name}: ${path === "" ? "" : `${path}: `}${message}`));
  if (refused.length > mostRefusals)
    note(`${name}: and ${refused.length - mostRefusals} more items that are no signals; --json lists all`);
}
