import Alert from "@cloudscape-design/components/alert";
import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { DraftShown } from "#contracts/api/drafts";
import { useAct } from "../api/use-act.ts";
import { Acting } from "../parts/acting.tsx";
import { useTell } from "../parts/notices.tsx";
import { Waiting } from "../parts/waiting.tsx";
import { DecideButton } from "./decide-button.tsx";
import {
  type CampaignPath,
  draftRoute,
  outdatedByDraft,
  outdatedByPublishing,
} from "./draft-keys.ts";
import { MadeOfOlder } from "./made-of-older.tsx";
import { ProblemList } from "./problem-list.tsx";

const Difference = lazy(async () => ({
  default: (await import("./difference-view.tsx")).Difference,
}));

interface DraftReviewProps {
  readonly path: CampaignPath;
  readonly draft: DraftShown;
}

/** What would change, for whoever approves; and the two things that they can do. */
export function DraftReview({ path, draft }: DraftReviewProps) {
  const { t } = useTranslation();
  const tell = useTell();
  const navigate = useNavigate();
  const { campaign, version, texts, live, problems, isOwn, submitted } = draft;
  const publishing = useAct(`POST ${draftRoute}/publish`, {
    path,
    outdates: outdatedByPublishing(path),
  });
  const returning = useAct(`POST ${draftRoute}/return`, { path, outdates: outdatedByDraft(path) });
  const isWaiting = submitted !== undefined;
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t(($) => $.drafts.reviewWhy)}
          actions={
            isWaiting && (
              <SpaceBetween size="xs" direction="horizontal">
                <DecideButton
                  verb={t(($) => $.drafts.giveBack)}
                  title={t(($) => $.drafts.giveBackTitle)}
                  words={t(($) => $.drafts.giveBackWords)}
                  loading={returning.isPending}
                  decide={(why) =>
                    returning.mutate(
                      { version, why },
                      { onSuccess: () => tell(t(($) => $.drafts.isGivenBack)) },
                    )
                  }
                />
                <DecideButton
                  verb={t(($) => $.drafts.publish)}
                  title={t(($) => $.drafts.publishTitle)}
                  words={t(($) => $.drafts.publishWords)}
                  variant="primary"
                  disabled={isOwn}
                  loading={publishing.isPending}
                  decide={(why) =>
                    publishing.mutate(
                      { version, why },
                      {
                        onSuccess: ({ version: number }) => {
                          tell(t(($) => $.drafts.isPublished, { version: number }));
                          navigate(`/campaigns/${campaign}/history`);
                        },
                      },
                    )
                  }
                />
              </SpaceBetween>
            )
          }
        >
          {t(($) => $.drafts.difference)}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <Acting of={[publishing, returning]} />
        <MadeOfOlder live={live} basedOn={draft.basedOn} />
        {isWaiting && isOwn && <Alert type="info">{t(($) => $.problem["own-draft"])}</Alert>}
        <Suspense fallback={<Waiting />}>
          <Difference before={live?.texts ?? {}} after={texts} />
        </Suspense>
        <ProblemList problems={problems} />
      </SpaceBetween>
    </Container>
  );
}
