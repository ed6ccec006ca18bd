import Box from "@cloudscape-design/components/box";
import Spinner from "@cloudscape-design/components/spinner";
import { useTranslation } from "react-i18next";

/** While something is fetched for the first time. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <Box textAlign="center" padding="xxl">
      <div role="status">
        <Spinner size="large" />
        <Box color="text-status-inactive">{t(($) => $.waiting)}</Box>
      </div>
    </Box>
  );
}
