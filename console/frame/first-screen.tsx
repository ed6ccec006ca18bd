import Box from "@cloudscape-design/components/box";
import Header from "@cloudscape-design/components/header";
import { useTranslation } from "react-i18next";
import { Navigate } from "react-router";
import { useSignedIn } from "../session/session-context.ts";
import { placesFor } from "./navigation.ts";

/** Leads to where this person begins. */
export function FirstScreen() {
  const { t } = useTranslation();
  const { me } = useSignedIn();
  const [first] = placesFor(me.roles);
  if (first !== undefined) return <Navigate to={first.path} replace />;
  return (
    <>
      <Header variant="h1">{t(($) => $.frame.noRole)}</Header>
      <Box variant="p">{t(($) => $.frame.noRoleWhy)}</Box>
    </>
  );
}
