import ExpandableSection from "@cloudscape-design/components/expandable-section";
import { useTranslation } from "react-i18next";
import type { TaskRow } from "#contracts/api/tasks";
import { useFormats } from "../words/use-formats.ts";
import { loadOf } from "./load-of.ts";

interface LoadProps {
  readonly tasks: readonly TaskRow[];
  readonly now: number;
}

/** For whoever looks after the work: who has how much, and what is late. */
export function Load({ tasks, now }: LoadProps) {
  const { t } = useTranslation();
  const { count } = useFormats();
  return (
    <ExpandableSection
      headerText={t(($) => $.worklist.load)}
      headerDescription={t(($) => $.worklist.loadOfShown)}
      defaultExpanded
    >
      <table className="standing">
        <thead>
          <tr>
            <th scope="col">{t(($) => $.worklist.holder)}</th>
            <th scope="col">{t(($) => $.worklist.tasks)}</th>
            <th scope="col">{t(($) => $.worklist.late)}</th>
          </tr>
        </thead>
        <tbody>
          {loadOf(tasks, now).map(({ name, tasks: all, late }) => (
            <tr key={name ?? ""}>
              <th scope="row">{name ?? t(($) => $.worklist.nobody)}</th>
              <td>{count(all)}</td>
              <td>{count(late)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ExpandableSection>
  );
}
