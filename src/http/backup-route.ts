import { Readable } from "node:stream";
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { requireRole } from "../register/require-role.ts";
import { backupStream } from "../store/write-backup.ts";
import { refusals } from "./answer.ts";
import { contextOf, type RequestVariables, type Services } from "./services.ts";

/** Everything the register holds, history included, for whoever may restore it. */
export function addBackupRoute(app: OpenAPIHono<RequestVariables>, services: Services): void {
  app.openAPIRegistry.registerPath({
    method: "get",
    path: "/v1/backup",
    summary: "The whole register with its history, as gzipped lines of JSON",
    tags: ["Portfolio"],
    responses: {
      200: {
        description: "The backup",
        content: { "application/gzip": { schema: z.string().meta({ format: "binary" }) } },
      },
      ...refusals,
    },
  });
  app.get("/v1/backup", (c) => {
    const ctx = contextOf(services, c.get("actor"));
    requireRole(ctx, "administrator", "back up the register");
    return c.body(Readable.toWeb(backupStream(ctx.db, ctx.now)) as ReadableStream, 200, {
      "content-type": "application/gzip",
      "content-disposition": 'attachment; filename="plimsoll-backup.ndjson.gz"',
    });
  });
}
