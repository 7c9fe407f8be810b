import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
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
    const path = pathOf(c.req.url);
    const file = path === null ? null : await existingFile(folder, path);
    const isAsset = path?.startsWith("/assets/") ?? false;
    if (path === null || (file === null && isAsset)) return c.notFound();
    const served = file ?? (await existingFile(folder, "/index.html"));
    if (served === null) return c.text("the pages are not built: run npm run build\n", 503);
    const immutable = file !== null && isAsset;
    return c.body(await readFile(served), 200, {
      ...securityHeaders,
      "content-type": types[extname(served)] ?? "application/octet-stream",
      "cache-control": immutable ? "public, max-age=31536000, immutable" : "no-cache",
    });
  };
}

/** The path asked for, without its way up; null where it is not UTF-8. */
function pathOf(url: string): string | null {
  try {
    return normalize(decodeURIComponent(new URL(url).pathname));
  } catch {
    return null;
  }
}

async function existingFile(folder: string, path: string): Promise<string | null> {
  const file = join(folder, path);
  if (!file.startsWith(folder + sep)) return null;
  try {
    return (await stat(file)).isFile() ? file : null;
  } catch {
    return null;
  }
}
