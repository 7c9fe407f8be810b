import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

interface PageLinkProps {
  /** Path of a page, such as `/risks/biased-declines`; the day it is shown as of is kept. */
  readonly to: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A link to another page of ours by its path. Inside one page use the router's own typed Link. */
export function PageLink({ to, className, children }: PageLinkProps) {
  return (
    <Link to={to} {...(className === undefined ? {} : { className })}>
      {children}
    </Link>
  );
}
