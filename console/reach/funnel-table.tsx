import { useTranslation } from "react-i18next";
import type { Reach } from "#contracts/api/reach";
import type { ReachFilter } from "./filters.tsx";
import { type Funnel, toldIn } from "./funnel.ts";
import { OpenNumber } from "./open-number.tsx";
import type { Opened } from "./people.tsx";

interface FunnelTableProps {
  readonly total: Funnel;
  readonly groups: Reach["groups"];
  readonly filter: ReachFilter;
  readonly onOpen: (opened: Opened) => void;
}

/** The numbers, in all and by group; each opens the people behind it. */
export function FunnelTable({ total, groups, filter, onOpen }: FunnelTableProps) {
  const { t } = useTranslation();
  const rows = [{ value: undefined, funnel: total }, ...groups];
  const told = toldIn(total);
  return (
    // It scrolls sideways on a phone, and must be reached by keyboard to do so.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls.
    <section className="scroll" tabIndex={0} aria-label={t(($) => $.reach.numbers)}>
      <table className="standing">
        <thead>
          <tr>
            <th scope="col">
              {filter.by === ""
                ? t(($) => $.reach.group)
                : t(($) => $.reach.dimensions[filter.by || "week"])}
            </th>
            {told.map(({ key }) => (
              <th key={key} scope="col">
                {t(($) => $.reach.stages[key])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ value, funnel }) => {
            const group = value ?? t(($) => $.reach.total);
            return (
              <tr key={value ?? ""}>
                <th scope="row">{group}</th>
                {told.map(({ key, measure }) => {
                  const what = `${t(($) => $.reach.stages[key])}, ${group}`;
                  return (
                    <td key={key}>
                      <OpenNumber
                        number={funnel[key]}
                        what={what}
                        onOpen={() => onOpen({ measure, value, what })}
                      />
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
