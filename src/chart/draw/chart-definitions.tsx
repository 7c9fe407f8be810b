/** Patterns and markers that charts refer to by id: once on every page or report that draws one. */
export function ChartDefinitions() {
  return (
    <svg className="chart-definitions" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        <pattern id="unknown-hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="hatch-line" d="M0 0v5" />
        </pattern>
        <marker
          id="arrow-head"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
          markerUnits="userSpaceOnUse"
        >
          <path className="arrow-head" d="M0 .8L8 4L0 7.2z" />
        </marker>
      </defs>
    </svg>
  );
}
