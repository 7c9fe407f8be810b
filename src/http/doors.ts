import type { Actor } from "../contract/actor.ts";
import { Failure } from "../contract/failure.ts";
import { localOperator } from "../register/local-operator.ts";
import { actorOfToken } from "../register/token/actor-of-token.ts";
import { listTokens } from "../register/token/list-tokens.ts";
import type { Database } from "../store/database.ts";
import { nameInAddress } from "./listen.ts";

/** Who may come in without a token: anyone on this machine, or nobody. */
export interface Doors {
  readonly openTo: "this-machine" | "token-holders";
  /** Names besides the loopback ones under which the server may be asked. */
  readonly allowedHosts: readonly string[];
  /** Who a bearer token speaks for; null when it does not hold. */
  readonly actorOf: (token: string) => Promise<Actor | null>;
}

const loopbackHosts = new Set(["127.0.0.1", "::1", "localhost"]);

/** Loopback needs no token until sign-in exists; any other address refuses to open without one. */
export async function doorsFor(
  { host, allowedHosts }: { readonly host: string; readonly allowedHosts: readonly string[] },
  { db, now }: { readonly db: Database; readonly now: () => Date },
): Promise<Doors> {
  const actorOf = (token: string) => actorOfToken(db, token, now());
  if (loopbackHosts.has(host)) return { openTo: "this-machine", allowedHosts, actorOf };
  const tokens = await listTokens({ db, actor: localOperator, now: now() });
  const isUsable = tokens.some(
    ({ revokedAt, expiresAt }) => revokedAt === null && (expiresAt === null || new Date(expiresAt) > now()),
  );
  if (!isUsable)
    throw new Failure(
      "invalid-input",
      `host ${host}: reachable by others, and no token exists`,
      "make one with plimsoll token create, or listen on 127.0.0.1",
    );
  return { openTo: "token-holders", allowedHosts: [nameInAddress(host), ...allowedHosts], actorOf };
}
