import { defineConfig, type Plugin } from "vite";

const dist = new URL("../dist/", import.meta.url).pathname;

/** What lies beside a compiled module, as workers, migrations and package.json do, is found from where that module lies. */
const placesOfModules: Plugin = {
  name: "places-of-modules",
  transform(code, id) {
    if (!id.startsWith(dist)) return null;
    const place = `new URL(${JSON.stringify(`../${id.slice(dist.length)}`)}, import.meta.url).href`;
    return { code: code.replaceAll("import.meta.url", place), map: null };
  },
};

/** The command as `tsc` has compiled it, and the packages it uses, in few files: they load in half the time of hundreds. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [placesOfModules],
  ssr: {
    noExternal: true,
    // Native code, WebAssembly, and packages that choose among their own files when they run.
    external: ["@duckdb/node-bindings", "@electric-sql/pglite", "pg", "react", "react-dom"],
  },
  build: {
    ssr: "../dist/cli/main.js",
    outDir: "../dist/bundle",
    emptyOutDir: true,
    target: "node20",
    rolldownOptions: { output: { chunkFileNames: "[name].js" } },
  },
});
