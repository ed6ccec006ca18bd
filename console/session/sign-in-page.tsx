import Alert from "@cloudscape-design/components/alert";
import Box from "@cloudscape-design/components/box";
import Button from "@cloudscape-design/components/button";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LookAndLanguage } from "../frame/look-and-language.tsx";
import { Page } from "../parts/page.tsx";
import type { Ending, Session } from "./session.ts";

/** Why nobody is signed in: they never were, something went wrong, or it ended. */
export interface Closed {
  readonly ending?: Ending;
  readonly failed?: unknown;
}

export function SignInPage({
  session,
  closed,
}: {
  readonly session: Session;
  readonly closed: Closed;
}) {
  const { t } = useTranslation();
  const [isLeaving, setLeaving] = useState(false);
  const [failed, setFailed] = useState(closed.failed);
  const signIn = () => {
    setLeaving(true);
    session.signIn().catch((failure: unknown) => {
      setFailed(failure);
      setLeaving(false);
    });
  };
  return (
    <Page>
      <Box textAlign="right">
        <LookAndLanguage />
      </Box>
      <Container header={<Header variant="h1">{t(($) => $.name)}</Header>}>
        <SpaceBetween size="l">
          <Box variant="p">{t(($) => $.session.what)}</Box>
          {closed.ending !== undefined && (
            <Alert type="info">{t(($) => $.session.ending[closed.ending ?? "expired"])}</Alert>
          )}
          {failed !== undefined && <Alert type="error">{t(($) => $.session.failed)}</Alert>}
          <Button variant="primary" onClick={signIn} loading={isLeaving}>
            {t(($) => $.session.signIn)}
          </Button>
        </SpaceBetween>
      </Container>
    </Page>
  );
}
