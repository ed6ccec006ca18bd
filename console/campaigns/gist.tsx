import Badge from "@cloudscape-design/components/badge";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { gistOf } from "#domain/campaign/gist";

interface GistProps {
  readonly texts: readonly string[];
  readonly language: string;
}

/** How hard a message is to read, and how much it tells whoever else reads it: as `rounds check` counts. */
export function Gist({ texts, language }: GistProps) {
  const { t } = useTranslation();
  const { reading, tier, telling } = useMemo(() => gistOf(texts, language), [texts, language]);
  // Of very short words the formula falls below the first grade.
  const score = reading && Math.max(0, reading.score).toFixed(reading.measure === "grade" ? 1 : 0);
  return (
    <>
      {reading !== undefined && (
        <Badge color={reading.isEasy ? "green" : "severity-medium"}>
          {t(($) => $.campaign.reading[reading.measure], { score })}
        </Badge>
      )}{" "}
      <Badge color={tier === "L2" ? "severity-medium" : "grey"}>
        {[t(($) => $.campaign.tiers[tier]), ...telling].join(" · ")}
      </Badge>
    </>
  );
}
