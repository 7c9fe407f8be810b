import type { Context, Hono, MiddlewareHandler } from "hono";
import { refuse } from "./problem.ts";
import { isPacked } from "./received-bytes.ts";

/** Answers of the API belong to this site's pages, are what they say they are, and are asked for again each time. */
export const apiHeaders: MiddlewareHandler = async function addApiHeaders(c, next) {
  await next();
  c.header("x-content-type-options", "nosniff");
  c.header("cross-origin-resource-policy", "same-origin");
  c.header("cache-control", "no-cache");
};

/** Refuses an address with a zero character, which no database keeps, and one that is not UTF-8. */
export const requireKeepableText: MiddlewareHandler = async function checkAddress(c, next) {
  const { pathname, search } = new URL(c.req.url);
  const problem = /%00/.test(pathname + search) ? "a zero character in it" : isDecodable(pathname) ? null : "not UTF-8";
  if (problem === null) return next();
  return refuse(c, {
    code: "invalid-input",
    status: 400,
    detail: `address: ${problem}`,
    remedy: "percent-encode the text as UTF-8",
    mistakes: [],
  });
};

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * Refuses a body that does not say what it is. Another site's form can send text/plain without the browser asking us
 * first, and never application/json or application/yaml.
 */
export const requireMediaType: MiddlewareHandler = async function checkMediaType(c, next) {
  if (c.req.method === "GET" || c.req.method === "HEAD") return next();
  const given = c.req.header("content-type")?.replace(/;.*/, "").trim().toLowerCase();
  const wanted = mediaTypesOf(c.req.path);
  // An event in binary mode is what its own headers say, of any type or none; no form can set them.
  if (isOfSignals(c.req.path) && c.req.header("ce-specversion") !== undefined) return next();
  if ((given === undefined && !hasBody(c)) || (given !== undefined && wanted.includes(given))) return next();
  const list = wanted.join(", ");
  return refuse(c, {
    code: "invalid-input",
    status: 415,
    detail: `content-type: ${given === undefined ? "missing" : `${JSON.stringify(given)}, not ${list}`}`,
    remedy: wanted.length === 1 ? `send Content-Type: ${list}` : `send one of ${list}`,
    mistakes: [],
  });
};

/** What producers of signals say that they send; none of them can be sent by another site's form. */
export const signalMediaTypes = [
  "application/json",
  "application/cloudevents+json",
  "application/cloudevents-batch+json",
  "application/x-ndjson",
  "application/ndjson",
  "application/jsonl",
  "text/csv",
  "application/xml",
] as const;

function mediaTypesOf(path: string): readonly string[] {
  if (isOfSignals(path)) return signalMediaTypes;
  if (path.startsWith("/v1/portfolio/")) return ["application/yaml"];
  return [path === "/v1/decisions" ? "application/octet-stream" : "application/json"];
}

/** Whether payloads of signals are sent there. */
export function isOfSignals(path: string): boolean {
  return path === "/v1/signals" || path.startsWith("/v1/signals/");
}

/** Refuses a payload that is packed in a way that is not undone here. */
export const requireKnownEncoding: MiddlewareHandler = async function checkEncoding(c, next) {
  const encoding = c.req.header("content-encoding");
  if (!isOfSignals(c.req.path) || isPacked(encoding) !== null) return next();
  return refuse(c, {
    code: "invalid-input",
    status: 415,
    detail: `content-encoding: ${JSON.stringify(encoding)}, not gzip`,
    remedy: "pack it with gzip, or send it as it is",
    mistakes: [],
  });
};

/** Over a connection a body announces itself by one of two headers; the stream of a request is there without one too. */
function hasBody(c: Context): boolean {
  const length = c.req.header("content-length");
  if (length !== undefined || c.req.method === "DELETE") {
    return (length ?? "0") !== "0" || c.req.header("transfer-encoding") !== undefined;
  }
  return c.req.raw.body !== null;
}

/** What no route has taken: the wrong verb on an address that exists, or no address of ours. */
export function refuseUnknownRoute(app: Pick<Hono, "routes">) {
  return function answerUnknownRoute(c: Context): Response {
    const allowed = methodsOf(app, c.req.path);
    if (allowed.length > 0) c.header("allow", allowed.join(", "));
    return refuse(c, {
      code: "not-found",
      status: allowed.length > 0 ? 405 : 404,
      detail: `${c.req.method} ${c.req.path}: no such route`,
      remedy: allowed.length > 0 ? `this address answers ${allowed.join(", ")}` : "see /openapi.json",
      mistakes: [],
    });
  };
}

function methodsOf({ routes }: Pick<Hono, "routes">, path: string): string[] {
  const matching = routes.filter(
    (route) => route.method !== "ALL" && new RegExp(`^${route.path.replaceAll(/:\w+/g, "[^/]+")}$`).test(path),
  );
  return [...new Set(matching.filter(({ path: pattern }) => pattern !== "*").map(({ method }) => method))].sort();
}
