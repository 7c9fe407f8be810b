import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Role } from "../../contract/roles.ts";
import type { Queries } from "../../store/database.ts";

/** Who a token speaks for. A person's roles are read from the register at each use; a service has its own. */
export type TokenHolder =
  | { readonly kind: "person"; readonly id: string }
  | { readonly kind: "service"; readonly id: string; readonly roles: Role[] };

export interface KeptToken {
  readonly id: string;
  readonly holder: TokenHolder;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

/** The token has 256 random bits of its own, so a plain hash cannot be guessed back. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export async function insertToken(
  queries: Queries,
  token: Omit<KeptToken, "revokedAt"> & { readonly hash: string },
): Promise<void> {
  await sql`INSERT INTO token (id, holder, hash, created_at, expires_at)
    VALUES (${token.id}, ${JSON.stringify(token.holder)}::jsonb, ${token.hash}, ${token.createdAt}, ${token.expiresAt})`.execute(
    queries,
  );
}

interface TokenRow {
  readonly id: string;
  readonly holder: TokenHolder;
  readonly created_at: string;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
}

const columns = sql`id, holder, created_at, expires_at, revoked_at`;

export async function selectTokens(
  queries: Queries,
  by: { id: string } | { hash: string } | "all",
): Promise<KeptToken[]> {
  const condition = by === "all" ? sql`true` : "id" in by ? sql`id = ${by.id}` : sql`hash = ${by.hash}`;
  const { rows } = await sql<TokenRow>`SELECT ${columns} FROM token WHERE ${condition} ORDER BY id`.execute(queries);
  return rows.map((row) => ({
    id: row.id,
    holder: row.holder,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  }));
}

export async function updateRevoked(queries: Queries, id: string, revokedAt: string): Promise<void> {
  await sql`UPDATE token SET revoked_at = ${revokedAt} WHERE id = ${id}`.execute(queries);
}
