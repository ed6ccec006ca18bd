import Box from "@cloudscape-design/components/box";
import { useTranslation } from "react-i18next";

interface NumberTableProps {
  readonly label: string;
  readonly head: readonly string[];
  /** The first cell of each row names it. */
  readonly rows: readonly (readonly string[])[];
}

/** Numbers for whoever wants them one by one, beside each chart. */
export function NumberTable({ label, head, rows }: NumberTableProps) {
  const { t } = useTranslation();
  if (rows.length === 0) {
    return <Box color="text-status-inactive">{t(($) => $.forecast.none)}</Box>;
  }
  return (
    // It scrolls, and must be reached by keyboard to do so.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls.
    <section className="scroll tall" tabIndex={0} aria-label={label}>
      <table className="standing" aria-label={label}>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name = "", ...cells], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a day has several rows.
            <tr key={index}>
              <th scope="row">{name}</th>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are.
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
