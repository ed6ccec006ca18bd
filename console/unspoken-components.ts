/**
 * Components that no screen uses: what they would say by themselves, two thirds of all such words, is left
 * out of the files. Whoever begins to use one takes its name from here; a test asks for that.
 */
export const unspokenComponents: readonly string[] = [
  "date-range-picker",
  "property-filter",
  "collection-preferences",
  "s3-resource-selector",
  "tag-editor",
  "code-editor",
  "tutorial-panel",
  "annotation-context",
  "split-panel",
  "prompt-input",
  "wizard",
  "file-upload",
  "app-layout",
  "flashbar",
  "features-notification-drawer",
];
