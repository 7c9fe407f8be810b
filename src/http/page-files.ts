import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import type { MiddlewareHandler } from "hono";

const types: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".json": "application/json",
  ".ico": "image/x-icon",
};

const securityHeaders = {
  "content-security-policy":
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "same-origin",
};

/** Serves the built pages; every path that is not a file is the one page, which routes by itself. */
export function pageFiles(folder: string): MiddlewareHandler {
  return async function servePageFile(c) {
    const path = normalize(decodeURIComponent(new URL(c.req.url).pathname)).replace(/^(\.\.[/\\])+/, "");
    const file = await existingFile(folder, path);
    if (file === null && extname(path) !== "" && path.startsWith("/assets/")) return c.notFound();
    const served = file ?? join(folder, "index.html");
    const immutable = file !== null && path.startsWith("/assets/");
    return c.body(await readFile(served), 200, {
      ...securityHeaders,
      "content-type": types[extname(served)] ?? "application/octet-stream",
      "cache-control": immutable ? "public, max-age=31536000, immutable" : "no-cache",
    });
  };
}

async function existingFile(folder: string, path: string): Promise<string | null> {
  const file = join(folder, path);
  if (!file.startsWith(folder)) return null;
  try {
    return (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}
