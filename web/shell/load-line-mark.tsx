/** The mark: a circle cut by the load line. */
export function LoadLineMark() {
  return (
    <svg width="26" height="18" viewBox="0 0 26 18" aria-hidden="true" className="load-line-mark">
      <circle cx="13" cy="9" r="7" />
      <path d="M0 9h26" />
    </svg>
  );
}
