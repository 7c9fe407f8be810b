import { createMiddleware } from "hono/factory";
import type { Actor } from "../contract/actor.ts";
import { Failure } from "../contract/failure.ts";
import { localOperator } from "../register/local-operator.ts";
import type { RequestVariables, Services } from "./services.ts";

/**
 * Finds who asks. A bearer token names a person or a service. Without one, and only on this machine, the page picks a
 * person from the register, and every event says that nobody proved it.
 */
export function identifyActor(services: Services) {
  return createMiddleware<RequestVariables>(async function identify(c, next) {
    const authorization = c.req.header("authorization");
    const isOpen = services.doors.openTo === "this-machine" && authorization === undefined;
    c.set(
      "actor",
      isOpen ? await pickedPerson(services, c.req.header("plimsoll-actor")) : await holder(services, authorization),
    );
    await next();
  });
}

async function holder({ doors }: Services, authorization: string | undefined): Promise<Actor> {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? "")?.[1];
  const actor = token === undefined ? null : await doors.actorOf(token);
  if (actor !== null) return actor;
  throw new Failure(
    "unauthenticated",
    token === undefined ? "authorization: no bearer token" : "authorization: token unknown, revoked or run out",
    "send Authorization: Bearer TOKEN; an administrator makes one with plimsoll token create",
  );
}

async function pickedPerson(services: Services, id: string | undefined): Promise<Actor> {
  if (id === undefined || id === "") return localOperator;
  const person = await services.live.person(id, services.now());
  if (person !== null) return { kind: "person", id, roles: person.roles ?? ["viewer"], authenticated: false };
  throw new Failure(
    "unauthenticated",
    `person ${JSON.stringify(id)}: not in the register`,
    "pick a person of GET /v1/people",
  );
}
