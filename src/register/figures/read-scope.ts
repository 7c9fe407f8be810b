import type { Quantification } from "../../contract/detail.ts";
import { Failure } from "../../contract/failure.ts";
import type { Context } from "../context.ts";
import { recordAsked } from "./record-asked.ts";
import type { RegisterFigures } from "./register-figures.ts";

/** Reads `portfolio`, `system:ID`, `category:ID` or `risk:ID`, by any id it has had; what is not in use is refused. */
export async function readScope(
  ctx: Context,
  figures: RegisterFigures,
  text: string,
): Promise<Quantification["scope"]> {
  if (text === "portfolio") return text;
  const [kind, asked = ""] = text.split(":", 2);
  switch (kind) {
    case "system":
      return { system: (await recordAsked(ctx, figures, { kind, asked })).id };
    case "risk":
      return { risk: (await recordAsked(ctx, figures, { kind, asked })).id };
    case "category":
      if (figures.categories.some(({ id }) => id === asked)) return { category: asked };
      throw new Failure("not-found", `category ${asked}: not in the taxonomy`, "list them by GET /v1/workspace");
    default:
      throw new Failure(
        "invalid-input",
        `scope ${JSON.stringify(text)}: unknown form`,
        "give portfolio, system:ID, category:ID or risk:ID",
      );
  }
}
