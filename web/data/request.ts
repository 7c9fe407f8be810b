import { actingPerson } from "./acting-person.ts";

/** What the server says when it refuses (RFC 9457). */
export interface Problem {
  readonly code: string;
  readonly status: number;
  readonly detail: string;
  readonly remedy?: string;
  readonly mistakes?: readonly { readonly path: string; readonly what: string; readonly remedy: string }[];
}

/** The server answered, and refused. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = "Refusal";
    this.problem = problem;
  }
}

/** No answer came: the server is stopped, or the network is. */
export class ServerGone extends Error {
  constructor(cause: unknown) {
    super("the server does not answer", { cause });
    this.name = "ServerGone";
  }
}

export type Parameters = Readonly<Record<string, string | number | undefined>>;

/** Reads JSON from the API. Parameters without a value are left out. */
export async function read<T>(path: string, parameters: Parameters = {}, signal?: AbortSignal): Promise<T> {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, String(value));
  const response = await ask(query.size > 0 ? `${path}?${query}` : path, signal ? { signal } : {});
  return (await response.json()) as T;
}

/** Asks the API to change something, as the person this browser acts as. `version` guards against lost updates. */
export async function send<T>(
  verb: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
  version?: number,
): Promise<T> {
  const headers: Record<string, string> = {};
  // A DELETE says no length where it has no body, and the server cannot tell: it goes by the type.
  if (body !== undefined || verb === "DELETE") headers["content-type"] = "application/json";
  if (version !== undefined) headers["if-match"] = `"${version}"`;
  const response = await ask(path, {
    method: verb,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** Asks as the person this browser acts as. @throws Refusal, ServerGone */
export async function ask(path: string, request: RequestInit): Promise<Response> {
  const person = actingPerson.get();
  const headers = {
    accept: "application/json",
    ...(person === null ? {} : { "plimsoll-actor": person }),
    ...request.headers,
  };
  let response: Response;
  try {
    response = await fetch(path, { ...request, headers });
  } catch (cause) {
    if (request.signal?.aborted) throw cause;
    throw new ServerGone(cause);
  }
  if (response.status === 502 || response.status === 503 || response.status === 504)
    throw new ServerGone(response.status);
  if (!response.ok) throw new Refusal(problemOf(response.status, await response.text()));
  return response;
}

/** What an answer that refuses says. */
export function problemOf(status: number, text: string): Problem {
  try {
    return { code: "internal", detail: `answer ${status}`, ...(JSON.parse(text) as Partial<Problem>), status };
  } catch {
    return { code: "internal", status, detail: `answer ${status} without an explanation` };
  }
}
