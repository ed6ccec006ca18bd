/** What a request about a draft is refused with. */
export const draftRefusals = {
  "no-such-draft": "Nobody works on this campaign now. It may have been published or thrown away.",
  "no-such-version": "Nothing is kept of this version.",
  "no-source":
    "The files of the live version are not kept here yet. Whoever publishes from files runs rounds publish once more.",
  "draft-unsound": "The draft has errors. Mend them, save it and submit it again.",
  "draft-not-submitted": "Nobody has submitted this draft, or it was changed after that.",
  "own-draft": "You wrote or submitted this draft. Somebody else must publish it.",
  "live-changed":
    "Another version went live since this draft was begun. Compare with it, take over what is missing, and save again.",
  "nothing-to-publish": "The draft says what the live version says: there is nothing to publish.",
};
