import Badge, { type BadgeProps } from "@cloudscape-design/components/badge";
import { useTranslation } from "react-i18next";
import type { TaskRow } from "#contracts/api/tasks";

const colors: Readonly<Record<TaskRow["priority"], NonNullable<BadgeProps["color"]>>> = {
  stat: "severity-critical",
  urgent: "severity-high",
  asap: "severity-medium",
  routine: "severity-neutral",
};

export function Priority({ of }: { readonly of: TaskRow["priority"] }) {
  const { t } = useTranslation();
  return <Badge color={colors[of]}>{t(($) => $.worklist.priorities[of])}</Badge>;
}
