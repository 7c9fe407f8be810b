import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

/** Starts a thread of a module beside this one, named without its ending. Idle, it does not keep the process alive. */
export function startWorker(name: string): Worker {
  const worker = import.meta.url.endsWith(".ts") ? fromSource(name) : new Worker(urlOf(`${name}.js`));
  worker.unref();
  return worker;
}

function urlOf(file: string): URL {
  return new URL(`./${file}`, import.meta.url);
}

/** Under tests and in development: a thread that first teaches Node to read TypeScript. */
function fromSource(name: string): Worker {
  const tsx = JSON.stringify(import.meta.resolve("tsx/esm/api"));
  const tsconfig = JSON.stringify(fileURLToPath(urlOf("from-source.tsconfig.json")));
  const start = `import(${tsx}).then((tsx) => { tsx.register({ tsconfig: ${tsconfig} }); return import("${urlOf(`${name}.ts`).href}"); })`;
  return new Worker(start, { eval: true, execArgv: [] });
}
