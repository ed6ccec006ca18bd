import Box from "@cloudscape-design/components/box";
import { useTranslation } from "react-i18next";
import { Failure } from "../parts/failure.tsx";
import { Page } from "../parts/page.tsx";

/** The console's own settings could not be read: nothing else can be shown. */
export function SessionLost({ failed }: { readonly failed: unknown }) {
  const { t } = useTranslation();
  return (
    <Page>
      <Failure of={failed} retry={() => location.reload()} />
      <Box>{t(($) => $.session.noConfig)}</Box>
    </Page>
  );
}
