import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Failure, type FailureCode, failureCodes, type Mistake } from "../contract/failure.ts";
import { applied, plan } from "../contract/plan.ts";
import type { PortfolioFile, RegisterDoor } from "./register-door.ts";

/** The register at the server that has it open, asked as any client asks it. */
export function serverDoor(address: string, as: string | undefined): RegisterDoor {
  const token = process.env.PLIMSOLL_TOKEN;
  const headers = {
    ...(as === undefined ? {} : { "plimsoll-actor": as }),
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
  };
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(new URL(path, address), { ...init, headers: { ...headers, ...init.headers } }).catch(
      (cause: unknown) => {
        throw new Failure(
          "in-use",
          `server ${address}: holds the folder and does not answer (${reasonOf(cause)})`,
          "wait until it has started, or stop it",
        );
      },
    );
    if (!response.ok) throw await refusalOf(response, address);
    return response;
  };
  const send = (
    verb: "plan" | "apply",
    { bytes, missing }: PortfolioFile,
    { headers: more = {}, query = {} }: { headers?: Record<string, string>; query?: Record<string, string> } = {},
  ) =>
    ask(`/v1/portfolio/${verb}?${new URLSearchParams({ retire: String(missing === "retire"), ...query })}`, {
      method: "POST",
      body: new Uint8Array(bytes),
      headers: { "content-type": "application/yaml", ...more },
    });
  return {
    name: address,
    plan: async (file) => plan.parse(await (await send("plan", file)).json()),
    async apply(file, { planned: { fileHash, revision }, note }) {
      const answer = await send("apply", file, {
        headers: { "plimsoll-plan": `${fileHash}:${revision}` },
        query: note === undefined ? {} : { note },
      });
      return applied.parse(await answer.json());
    },
    exported: async () => (await ask("/v1/portfolio/export")).text(),
    async backup(path) {
      const { body } = await ask("/v1/backup");
      const unfinished = `${path}.unfinished-${process.pid}`;
      try {
        await pipeline(Readable.fromWeb(body as never), createWriteStream(unfinished, { flush: true }));
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
    close: async () => {},
  };
}

async function refusalOf(response: Response, address: string): Promise<Failure> {
  const problem = (await response.json().catch(() => null)) as {
    code?: string;
    detail?: string;
    remedy?: string;
    mistakes?: Mistake[];
  } | null;
  const code = failureCodes.find((known) => known === problem?.code) as FailureCode | undefined;
  if (problem === null || code === undefined)
    return new Failure("internal", `server ${address}: answered ${response.status} without a reason`, "see its log");
  return new Failure(
    code,
    problem.detail ?? "the server refused",
    problem.remedy ?? "see the server's log",
    problem.mistakes,
  );
}

function reasonOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return inner instanceof Error ? ((inner as NodeJS.ErrnoException).code ?? inner.message) : String(inner);
}
