import ExpandableSection from "@cloudscape-design/components/expandable-section";
import { lazy, Suspense, useState } from "react";
import { Waiting } from "../parts/waiting.tsx";

const Difference = lazy(async () => ({
  default: (await import("./difference-view.tsx")).Difference,
}));

interface FoldedDifferenceProps {
  readonly title: string;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
}

/** The difference for whoever opens it: it is not looked for while somebody writes. */
export function FoldedDifference({ title, before, after }: FoldedDifferenceProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <ExpandableSection
      headerText={title}
      expanded={isOpen}
      onChange={({ detail }) => setOpen(detail.expanded)}
    >
      {isOpen && (
        <Suspense fallback={<Waiting />}>
          <Difference before={before} after={after} />
        </Suspense>
      )}
    </ExpandableSection>
  );
}
