import { useFormats } from "../words/use-formats.ts";

/** What is drawn upon each other for one day. */
export interface Series {
  readonly name: string;
  /** One for each day. */
  readonly values: readonly number[];
}

interface DayChartProps {
  readonly title: string;
  readonly days: readonly string[];
  readonly series: readonly Series[];
}

const [width, height, bottom, left, top] = [720, 220, 24, 50, 34];

/** Told apart in both looks, and by those who see no red and green. */
const fills = ["#0972d3", "#e07941", "#8456ce", "#067f68"];

/** A bar for each day, as high as its sum; the table beside it says the same in numbers. */
export function DayChart({ title, days, series }: DayChartProps) {
  const { count, day } = useFormats();
  const sums = days.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  const most = Math.max(1, ...sums);
  const step = (width - left) / Math.max(1, days.length);
  const heightOf = (value: number) => (value / most) * (height - top - bottom);
  return (
    <svg
      className="chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={title}
      fontFamily="Arial, sans-serif"
      fontSize="12"
      fill="currentColor"
    >
      {series.length > 1 &&
        series.map(({ name }, at) => (
          <g key={name} transform={`translate(${left + at * 160} 4)`}>
            <rect width="12" height="12" fill={fills[at % fills.length]} />
            <text x="18" y="11">
              {name}
            </text>
          </g>
        ))}
      <text x={left - 8} y={top + 8} textAnchor="end">
        {count(most)}
      </text>
      <line x1={left} x2={width} y1={height - bottom} y2={height - bottom} stroke="currentColor" />
      {days.map((iso, index) => {
        let y = height - bottom;
        return (
          <g key={iso}>
            {series.map(({ name, values }, at) => {
              const part = heightOf(values[index] ?? 0);
              y -= part;
              return (
                <rect
                  key={name}
                  x={left + index * step + step * 0.1}
                  y={y}
                  width={step * 0.8}
                  height={part}
                  fill={fills[at % fills.length]}
                />
              );
            })}
          </g>
        );
      })}
      <text x={left} y={height - 6}>
        {day(days[0] ?? "1970-01-01")}
      </text>
      <text x={width} y={height - 6} textAnchor="end">
        {day(days.at(-1) ?? "1970-01-01")}
      </text>
    </svg>
  );
}
