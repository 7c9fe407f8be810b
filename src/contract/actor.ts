import { z } from "zod";
import { roles } from "./roles.ts";

/** Who does something. `authenticated` is false until sign-in exists: the page picked a person, nobody proved it. */
const actor = z.strictObject({
  kind: z.enum(["person", "service", "system"]),
  id: z.string().min(1),
  roles: z.array(z.enum(roles)),
  authenticated: z.boolean(),
});
export type Actor = z.infer<typeof actor>;
