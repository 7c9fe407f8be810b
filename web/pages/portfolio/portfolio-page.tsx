import { useQuery } from "@tanstack/react-query";
import { workspaceQuery } from "../../data/queries.ts";
import { usePageTitle } from "../../shell/use-page-title.ts";
import { FourNumbers } from "./four-numbers.tsx";

export function PortfolioPage() {
  const { data: workspace } = useQuery(workspaceQuery);
  usePageTitle("Portfolio", workspace?.organization);
  return (
    <>
      <h1 className="visually-hidden">Portfolio of {workspace?.organization}</h1>
      <FourNumbers />
    </>
  );
}
