import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Workspace } from "../../src/contract/detail.ts";
import { pageList } from "../page-list.ts";
import { LoadLineMark } from "./load-line-mark.tsx";
import { PersonPicker } from "./person-picker.tsx";
import { Scrubber } from "./scrubber.tsx";
import { SearchDialog } from "./search-dialog.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";

export function TopBar({ workspace }: { readonly workspace: Workspace | undefined }) {
  const [menu, setMenu] = useState<"open" | "closed">("closed");
  return (
    <header className="bar" data-menu={menu}>
      <Link to="/" className="brand" aria-label="Plimsoll, to the portfolio">
        <LoadLineMark />
        Plimsoll
      </Link>
      <p className="scope">{workspace ? <b>{workspace.organization}</b> : null}</p>
      <nav className="pages" aria-label="Pages">
        {pageList.map(({ to, title }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === "/", includeSearch: false }}>
            {title}
          </Link>
        ))}
      </nav>
      <button
        type="button"
        className="menu-button text-button"
        aria-expanded={menu === "open"}
        aria-controls="bar-tools"
        onClick={() => setMenu(menu === "open" ? "closed" : "open")}
      >
        Menu
      </button>
      <div className="bar-tools" id="bar-tools">
        <Scrubber />
        <SearchDialog />
        <PersonPicker />
        <ThemeSwitch />
      </div>
    </header>
  );
}
