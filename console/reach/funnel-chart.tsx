import type { Ref } from "react";
import { useTranslation } from "react-i18next";
import { useFormats } from "../words/use-formats.ts";
import { type Funnel, toldIn } from "./funnel.ts";

interface FunnelChartProps {
  readonly title: string;
  readonly funnel: Funnel;
  readonly ref?: Ref<SVGSVGElement>;
}

const [width, labelWidth, rowHeight, top] = [720, 180, 34, 40];

/** The stages as bars, the largest as long as there is room; a hidden number has no bar. */
export function FunnelChart({ title, funnel, ref }: FunnelChartProps) {
  const { t } = useTranslation();
  const { count } = useFormats();
  const told = toldIn(funnel);
  const largest = Math.max(1, ...told.map(({ key }) => funnel[key] ?? 0));
  const room = width - labelWidth - 90;
  return (
    <svg
      ref={ref}
      className="chart"
      viewBox={`0 0 ${width} ${top + told.length * rowHeight}`}
      role="img"
      aria-label={title}
      fontFamily="Arial, sans-serif"
      fontSize="14"
      fill="currentColor"
    >
      <text x="0" y="20" fontWeight="bold" fontSize="16">
        {title}
      </text>
      {told.map(({ key }, index) => {
        const number = funnel[key] ?? null;
        const length = number === null ? 0 : (number / largest) * room;
        const y = top + index * rowHeight;
        return (
          <g key={key}>
            <text x={labelWidth - 10} y={y + 19} textAnchor="end">
              {t(($) => $.reach.stages[key])}
            </text>
            <rect x={labelWidth} y={y + 4} width={length} height={rowHeight - 12} fill="#4a90e2" />
            <text x={labelWidth + length + 8} y={y + 19}>
              {number === null ? t(($) => $.reach.hidden) : count(number)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
