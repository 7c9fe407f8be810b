import { z } from "zod";
import { slug } from "./primitive.ts";
import { limitStatuses } from "./record.ts";

/** A system's limit on a disparity, and where the newest audit puts it. */
export const judgedLimit = z.object({
  id: slug,
  disparity: z.string(),
  attributes: z.array(z.string()),
  appetite: z.number(),
  tolerance: z.number(),
  status: z.enum(limitStatuses),
});
export type JudgedLimit = z.infer<typeof judgedLimit>;
