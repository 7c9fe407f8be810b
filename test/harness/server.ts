import { type CliOptions, type CliResult, startPlimsoll } from "./cli.ts";
import { freePort } from "./postgres-server.ts";

export interface RunningServer {
  readonly url: string;
  readonly pid: number;
  output(): { stdout: string; stderr: string };
  /** Asks it to stop (SIGTERM) and waits until it has. */
  stop(): Promise<CliResult>;
  /** `kill -9`. */
  kill(): Promise<CliResult>;
}

/** Starts `plimsoll serve` on a free port and returns when it answers there. Stop it in `afterAll`. */
export async function startServer(
  args: readonly string[] = [],
  {
    timeoutMs = 240_000,
    port: wanted,
    ...options
  }: CliOptions & { readonly timeoutMs?: number /** The port of a server before it. */; readonly port?: number } = {},
): Promise<RunningServer> {
  const port = wanted ?? (await freePort());
  const url = `http://127.0.0.1:${port}`;
  const server = startPlimsoll(["serve", "--port", String(port), ...args], options);
  let ended: CliResult | undefined;
  void server.finished.then((result) => {
    ended = result;
  });
  const until = Date.now() + timeoutMs;
  for (;;) {
    if (ended) throw new Error(`plimsoll serve ended with code ${ended.exitCode} (${ended.signal}): ${ended.stderr}`);
    if (
      await fetch(url).then(
        (response) => response.body?.cancel().then(() => true) ?? true,
        () => false,
      )
    )
      break;
    if (Date.now() > until) {
      const { stderr } = await server.kill();
      throw new Error(`plimsoll serve did not answer at ${url} within ${timeoutMs} ms: ${stderr}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    pid: server.process.pid ?? 0,
    output: server.output,
    stop() {
      server.process.kill("SIGTERM");
      return server.finished;
    },
    kill: server.kill,
  };
}
