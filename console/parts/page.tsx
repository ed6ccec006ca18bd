import Box from "@cloudscape-design/components/box";
import SpaceBetween from "@cloudscape-design/components/space-between";
import type { ReactNode } from "react";

/** A page without navigation, for whoever is not signed in. */
export function Page({ children }: { readonly children: ReactNode }) {
  return (
    <main className="page">
      <Box padding="l">
        <SpaceBetween size="l">{children}</SpaceBetween>
      </Box>
    </main>
  );
}
