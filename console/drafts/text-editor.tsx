import { useEffect, useEffectEvent, useRef } from "react";
import type { DraftShown } from "#contracts/api/drafts";
import { createEditor, type Editor } from "./editor.ts";

export interface EditorPlace {
  readonly line: number;
  readonly column: number;
}

interface TextEditorProps {
  readonly text: string;
  readonly problems: DraftShown["problems"];
  /** Whether it is a `campaign.yaml`, whose keys can be completed. */
  readonly isDefinition: boolean;
  readonly concepts: readonly string[];
  readonly label: string;
  readonly write: (text: string) => void;
  /** Where the cursor is to go; anew with every object. */
  readonly goTo: EditorPlace | undefined;
}

/** One file. To be made anew, by its key, for another. */
export function TextEditor(props: TextEditorProps) {
  const { text, problems, isDefinition, concepts, label, goTo } = props;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(undefined);
  const write = useEffectEvent((next: string) => props.write(next));
  const begin = useEffectEvent((place: HTMLDivElement) =>
    createEditor(place, { text, label, isDefinition, concepts, write: (next) => write(next) }),
  );
  useEffect(() => {
    if (host.current === null) return;
    const made = begin(host.current);
    editor.current = made;
    return () => made.close();
  }, []);
  useEffect(() => editor.current?.show(text), [text]);
  useEffect(() => editor.current?.mark(problems), [problems]);
  useEffect(() => {
    if (goTo !== undefined) editor.current?.goTo(goTo);
  }, [goTo]);
  return <div ref={host} className="editor" />;
}
