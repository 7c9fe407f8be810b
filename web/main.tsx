import "@fontsource-variable/source-serif-4/opsz.css";
import "@fontsource/ibm-plex-sans/400.css";
import "@fontsource/ibm-plex-sans/500.css";
import "@fontsource/ibm-plex-sans/600.css";
import "../src/chart/look/tokens.css";
import "../src/chart/look/chart.css";
import "./style/base.css";
import "./style/table.css";
import "./style/shell.css";
import "./style/portfolio.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { queryClient } from "./data/query-client.ts";
import { router } from "./routes.tsx";

const page = document.getElementById("page");
if (page === null) throw new Error("page without #page: index.html was changed");

createRoot(page).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
