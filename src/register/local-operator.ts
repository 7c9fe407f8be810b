import type { Actor } from "../contract/actor.ts";

/** Whoever can start the program on this machine, or read and write its database, can do everything that it can. */
export const localOperator: Actor = {
  kind: "system",
  id: "local-operator",
  roles: ["administrator"],
  authenticated: false,
};
