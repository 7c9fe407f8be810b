import type { MiddlewareHandler } from "hono";
import { refuse } from "./problem.ts";

const loopbackNames = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Refuses requests that name another host or come from another site's page.
 * A page elsewhere can make a browser call a server on this machine (DNS rebinding, cross-site forms); with no
 * sign-in yet, Host and Origin are what tells such a call from ours.
 */
export function guard({ allowedHosts }: { readonly allowedHosts: readonly string[] }): MiddlewareHandler {
  const allowed = new Set([...loopbackNames, ...allowedHosts.map((name) => name.toLowerCase())]);
  return async function checkHostAndOrigin(c, next) {
    const host = c.req.header("host") ?? "";
    if (!allowed.has(withoutPort(host).toLowerCase()))
      return refuse(c, {
        code: "forbidden",
        status: 403,
        detail: `host ${JSON.stringify(host)}: not a name of this server`,
        remedy: "use the address the server printed, or start it with --allowed-host",
        mistakes: [],
      });
    const origin = c.req.header("origin");
    if (origin !== undefined && originHost(origin) !== host.toLowerCase())
      return refuse(c, {
        code: "forbidden",
        status: 403,
        detail: `origin ${JSON.stringify(origin)}: another site's page`,
        remedy: "call the API from the server's own pages or without a browser",
        mistakes: [],
      });
    return next();
  };
}

function withoutPort(host: string): string {
  return host.replace(/:\d+$/, "");
}

function originHost(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
