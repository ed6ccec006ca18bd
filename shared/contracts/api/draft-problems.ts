/** Why something was not done to a draft, beside the problems of every route. */
export const draftProblems = {
  "no-such-draft": { status: 404, title: "Nobody works on this campaign." },
  "no-such-version": { status: 404, title: "Nothing is kept of such a version." },
  "no-source": { status: 409, title: "The files of the live version are not kept here." },
  "draft-unsound": { status: 409, title: "The draft has errors. Mend them first." },
  "draft-not-submitted": { status: 409, title: "Nobody has submitted this draft." },
  "own-draft": { status: 409, title: "Somebody who did not write it publishes a draft." },
  "live-changed": { status: 409, title: "Another version went live since this draft was begun." },
  "nothing-to-publish": { status: 409, title: "The draft says what the live version says." },
} as const;
