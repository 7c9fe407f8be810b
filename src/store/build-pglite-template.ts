import { pgliteTemplate } from "./pglite-template.ts";

// Run by the build: makes the template where there is none yet, so that nobody's first start waits for it.
await pgliteTemplate();
