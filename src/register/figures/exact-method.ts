import { exactEngine } from "../../portfolio/quantification-engine.ts";

/** Name and version of what makes the exact figures, as the command line names it. */
export const exactMethod = exactEngine({ bracket: "none" }).method;
