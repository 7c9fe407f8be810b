import { createMiddleware } from "hono/factory";
import type { Actor } from "../contract/actor.ts";
import { Failure } from "../contract/failure.ts";
import type { RequestVariables, Services } from "./services.ts";

/** On this machine only, and when nobody was picked: whoever can start the program can do everything it can. */
export const localOperator: Actor = {
  kind: "system",
  id: "local-operator",
  roles: ["administrator"],
  authenticated: false,
};

/**
 * Finds who asks. On loopback the page picks a person from the register, and every event says that nobody proved it;
 * on any other address a bearer token names the person or the service.
 */
export function identifyActor(services: Services) {
  return createMiddleware<RequestVariables>(async function identify(c, next) {
    c.set(
      "actor",
      await actorOf(services, { picked: c.req.header("plimsoll-actor"), authorization: c.req.header("authorization") }),
    );
    await next();
  });
}

async function actorOf(
  services: Services,
  { picked, authorization }: { picked: string | undefined; authorization: string | undefined },
): Promise<Actor> {
  if (services.doors.kind === "tokens") {
    const token = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1];
    const actor = token === undefined ? null : await services.doors.actorOf(token);
    if (actor !== null) return actor;
    throw new Failure(
      "unauthenticated",
      token === undefined ? "authorization: missing" : "authorization: token unknown or revoked",
      "send Authorization: Bearer TOKEN; an administrator makes one with plimsoll token create",
    );
  }
  if (picked === undefined || picked === "") return localOperator;
  const figures = await services.live.current(services.now());
  const person = figures.state.people.get(picked);
  if (person === undefined || person.retiredOn !== null)
    throw new Failure(
      "unauthenticated",
      `person ${JSON.stringify(picked)}: not in the register`,
      "pick a person of GET /v1/people",
    );
  return { kind: "person", id: picked, roles: person.record.roles ?? ["viewer"], authenticated: false };
}
