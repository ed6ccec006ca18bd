import Container from "@cloudscape-design/components/container";
import Header from "@cloudscape-design/components/header";
import SegmentedControl from "@cloudscape-design/components/segmented-control";
import SpaceBetween from "@cloudscape-design/components/space-between";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DraftShown } from "#contracts/api/drafts";
import { Waiting } from "../parts/waiting.tsx";
import { DeskActions } from "./desk-actions.tsx";
import type { CampaignPath } from "./draft-keys.ts";
import { FactsForm } from "./facts-form.tsx";
import { FoldedDifference } from "./folded-difference.tsx";
import { MadeOfOlder } from "./made-of-older.tsx";
import { Overtaken } from "./overtaken.tsx";
import { ProblemList } from "./problem-list.tsx";
import type { EditorPlace } from "./text-editor.tsx";
import { useCheck } from "./use-check.ts";
import { useKeptTexts } from "./use-kept-texts.ts";

/** What it is made of weighs as much as a screen. */
const TextEditor = lazy(async () => ({
  default: (await import("./text-editor.tsx")).TextEditor,
}));

interface DraftDeskProps {
  readonly path: CampaignPath;
  readonly draft: DraftShown;
}

/** The files and their main facts side by side, what is wrong with them, and what can be done. */
export function DraftDesk({ path, draft }: DraftDeskProps) {
  const { t } = useTranslation();
  const kept = useKeptTexts(draft);
  const { texts, version, basedOn } = kept;
  const { problems, audience } = useCheck(draft, texts);
  const [file, setFile] = useState("campaign.yaml");
  const [goTo, setGoTo] = useState<EditorPlace>();
  const write = (name: string, text: string) =>
    kept.write({ version, basedOn, texts: { ...texts, [name]: text } });
  return (
    <SpaceBetween size="l">
      <MadeOfOlder live={draft.live} basedOn={basedOn} />
      {kept.isBehind && <Overtaken draft={draft} kept={kept} />}
      <DeskActions {...{ path, draft, kept, problems }} />
      <div className="desk">
        <Container header={<Header variant="h2">{t(($) => $.drafts.files)}</Header>}>
          <SpaceBetween size="s">
            <SegmentedControl
              label={t(($) => $.drafts.files)}
              selectedId={file}
              options={Object.keys(texts).map((id) => ({ id, text: id }))}
              onChange={({ detail }) => {
                setGoTo(undefined);
                setFile(detail.selectedId);
              }}
            />
            <Suspense fallback={<Waiting />}>
              <TextEditor
                key={file}
                text={texts[file] ?? ""}
                label={t(($) => $.drafts.editorOf, { file })}
                isDefinition={file === "campaign.yaml"}
                concepts={draft.around.concepts.map(({ name }) => name)}
                problems={problems.filter((problem) => problem.file === file)}
                write={(text) => write(file, text)}
                goTo={goTo}
              />
            </Suspense>
          </SpaceBetween>
        </Container>
        <FactsForm texts={texts} audience={audience} write={write} />
      </div>
      <ProblemList
        problems={problems}
        goTo={({ file: of, line, column }) => {
          if (of in texts) setFile(of);
          setGoTo({ line, column });
        }}
      />
      <FoldedDifference
        title={t(($) => $.drafts.difference)}
        before={draft.live?.texts ?? {}}
        after={texts}
      />
    </SpaceBetween>
  );
}
