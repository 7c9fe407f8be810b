import { type Command, InvalidArgumentError } from "commander";
import { note, print } from "./output.ts";

const defaultPort = 4180;
const exampleDir = "./.plimsoll-example";

interface ServeFlags {
  readonly port?: number;
  readonly host: string;
  readonly data?: string;
  readonly allowedHost: readonly string[];
  readonly example?: true;
}

export function serveCommand(program: Command): void {
  program
    .command("serve")
    .summary("open the register in a browser")
    .description(
      "Opens the register and prints the address of its pages and its API.\n" +
        "Listens on this machine only; another --host needs tokens (plimsoll token create).",
    )
    .option(
      "--port <number>",
      `port to listen on; 0 takes any free one (default: ${defaultPort}, or a free one)`,
      portNumber,
    )
    .option("--host <address>", "address to listen on", "127.0.0.1")
    .option("--allowed-host <name>", "another name under which the server may be asked; repeatable", collect, [])
    .option(
      "--data <folder>",
      "folder of the embedded database (default: ./.plimsoll, or DATABASE_URL where it is set)",
    )
    .option("--example", `open the invented Northwind Group, kept apart in ${exampleDir}`)
    .action(async (flags: ServeFlags) => {
      const { startServer } = await import("../main.ts");
      const start = (port: number) =>
        startServer({
          place: placeOf(flags),
          host: flags.host,
          port,
          allowedHosts: flags.allowedHost,
          example: flags.example ? "seeded" : "none",
          mlflowSecrets: (process.env.PLIMSOLL_MLFLOW_SECRETS ?? "").split(",").filter((secret) => secret !== ""),
          log: note,
        });
      const server = await start(flags.port ?? (await freePort(flags.host)));
      print(`Plimsoll is at ${server.address}`);
      await untilAskedToStop();
      await server.stop();
    });
}

function placeOf({ data, example }: ServeFlags): { dataDir: string } | { url: string } {
  if (data !== undefined) return { dataDir: data };
  if (example) return { dataDir: exampleDir };
  const url = process.env.DATABASE_URL;
  return url ? { url } : { dataDir: "./.plimsoll" };
}

/** The default port where it is free, so that the address stays the same from day to day. */
async function freePort(host: string): Promise<number> {
  const { createServer } = await import("node:net");
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(0));
    probe.listen(defaultPort, host, () => probe.close(() => resolve(defaultPort)));
  });
}

function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

function portNumber(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new InvalidArgumentError("give a whole number from 0 to 65535");
}

function collect(name: string, names: readonly string[]): string[] {
  return [...names, name];
}
