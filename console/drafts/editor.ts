import { autocompletion, type CompletionContext, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import { EditorView, keymap, lineNumbers } from "@codemirror/view";
import type { DraftShown } from "#contracts/api/drafts";
import { optionsAt, type Schema } from "./completion.ts";
import { endOfWord, offsetOf } from "./place-in-text.ts";

export interface Editor {
  /** Another text in its place, as a change that can be undone. */
  show(text: string): void;
  mark(problems: DraftShown["problems"]): void;
  goTo(place: { readonly line: number; readonly column: number }): void;
  close(): void;
}

interface Begin {
  readonly text: string;
  readonly label: string;
  readonly isDefinition: boolean;
  readonly concepts: readonly string[];
  readonly write: (text: string) => void;
}

/**
 * An editor in that place, in a tree of its own: there its styles are made by its program, where the
 * page's policy forbids styles that are written into a page. The Tab key leaves it, as it does a field.
 */
export function createEditor(place: HTMLElement, begin: Begin): Editor {
  const root = place.shadowRoot ?? place.attachShadow({ mode: "open" });
  const view = new EditorView({
    root,
    parent: root as unknown as Element,
    state: EditorState.create({
      doc: begin.text,
      extensions: [
        ...[lineNumbers(), history(), yaml(), bracketMatching(), indentOnInput(), lintGutter()],
        ...[indentUnit.of("  "), EditorView.lineWrapping, theme],
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap, ...lintKeymap]),
        begin.isDefinition ? autocompletion({ override: [completing(begin.concepts)] }) : [],
        EditorView.contentAttributes.of({ "aria-label": begin.label, tabindex: "0" }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) begin.write(state.doc.toString());
        }),
      ],
    }),
  });
  return {
    show(text) {
      const now = view.state.doc.toString();
      if (now !== text) view.dispatch({ changes: changeBetween(now, text) });
    },
    mark(problems) {
      const text = view.state.doc.toString();
      const marks = problems.map(({ line, column, severity, message }) => {
        const from = offsetOf(text, line, column);
        return { from, to: endOfWord(text, from), severity, message };
      });
      view.dispatch(setDiagnostics(view.state, marks));
    },
    goTo({ line, column }) {
      const anchor = offsetOf(view.state.doc.toString(), line, column);
      view.dispatch({ selection: { anchor }, scrollIntoView: true });
      view.focus();
    },
    close: () => view.destroy(),
  };
}

/** The one stretch that differs, so that the cursor stays where it is. */
function changeBetween(before: string, after: string) {
  let from = 0;
  while (from < Math.min(before.length, after.length) && before[from] === after[from]) from += 1;
  let end = 0;
  const most = Math.min(before.length, after.length) - from;
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { from, to: before.length - end, insert: after.slice(from, after.length - end) };
}

function completing(concepts: readonly string[]) {
  return async (context: CompletionContext) => {
    const word = context.matchBefore(/[\w-]*/);
    if (word === null || (word.from === word.to && !context.explicit)) return null;
    const { default: schema } = await import("../../docs/campaign.schema.json");
    const text = context.state.doc.toString();
    const options = optionsAt(text, word.from, schema as unknown as Schema, { concepts });
    return {
      from: word.from,
      options: options.map(({ label, detail, isKey }) => ({
        ...{ label, type: isKey ? "property" : "enum", apply: isKey ? `${label}: ` : label },
        ...(detail === undefined ? {} : { info: detail }),
      })),
    };
  };
}

/** In the colors of the page, light or dark: they are the system's own. */
const theme = EditorView.theme({
  "&": { backgroundColor: "Canvas", color: "CanvasText", fontSize: "0.875rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-content": {
    caretColor: "CanvasText",
    fontFamily: "Monaco, Menlo, Consolas, monospace",
    minHeight: "20rem",
  },
  ".cm-scroller": { maxHeight: "32rem", overflow: "auto" },
  ".cm-gutters": { backgroundColor: "Canvas", color: "CanvasText", border: "none" },
  ".cm-cursor": { borderLeftColor: "CanvasText" },
  ".cm-tooltip": { backgroundColor: "Canvas", color: "CanvasText", border: "1px solid GrayText" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "Highlight",
    color: "HighlightText",
  },
  ".cm-diagnostic": { fontFamily: "sans-serif" },
});
