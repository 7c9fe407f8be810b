import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const server = process.env.PLIMSOLL_SERVER ?? "http://127.0.0.1:4180";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: {
    outDir: "../dist/web",
    emptyOutDir: true,
    target: "es2023",
    chunkSizeWarningLimit: 800,
    assetsInlineLimit: 0, // The server's content policy loads fonts from itself only.
  },
  server: {
    proxy: { "/v1": { target: server, changeOrigin: true }, "/openapi.json": { target: server, changeOrigin: true } },
  },
});
