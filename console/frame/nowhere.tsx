import Box from "@cloudscape-design/components/box";
import Header from "@cloudscape-design/components/header";
import { useTranslation } from "react-i18next";

/** An address that names no screen. */
export function Nowhere() {
  const { t } = useTranslation();
  return (
    <>
      <Header variant="h1">{t(($) => $.frame.nowhere)}</Header>
      <Box variant="p">{t(($) => $.frame.nowhereWhy)}</Box>
    </>
  );
}
