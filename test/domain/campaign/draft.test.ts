import { describe, expect, it } from "vitest";
import {
  type Draft,
  refusalToPublish,
  returnDraft,
  saveDraft,
  submitDraft,
} from "#domain/campaign/draft";
import { checkId, checkTexts, deed, withWords } from "#support/a-draft";
import { monday } from "#support/a-record";

const saving = (overrides: object = {}) => ({
  ...{ campaign: checkId, seen: 0, basedOn: 1, texts: checkTexts, deed: deed("maya") },
  ...overrides,
});

function drafted(): Draft {
  const draft = saveDraft(undefined, saving());
  if (draft === "stale-version") throw new Error(draft);
  return draft;
}

function submitted(): Draft {
  const draft = submitDraft(drafted(), monday, deed("maya", { why: "New words." }));
  if (draft === "stale-version") throw new Error(draft);
  return draft;
}

describe("a draft", () => {
  it("bears a number that no earlier draft of the campaign had", () => {
    expect(drafted().version).toBe(monday);
    const later = saveDraft(undefined, saving({ deed: deed("maya", { at: monday + 5_000 }) }));
    expect(later).toMatchObject({ version: monday + 5_000 });
  });

  it("keeps what somebody else saved meanwhile", () => {
    const mine = saving({ seen: 0, deed: deed("sam"), texts: withWords("Example", "Mine") });
    expect(saveDraft(drafted(), mine)).toBe("stale-version");
    expect(saveDraft(undefined, saving({ seen: monday }))).toBe("stale-version");
  });

  it("is as it was when the same is saved once more, for an answer was lost", () => {
    const first = drafted();
    expect(saveDraft(first, saving())).toBe(first);
    const texts = withWords("Example", "Other");
    const second = saveDraft(first, saving({ seen: monday, texts }));
    expect(second).toMatchObject({ version: monday + 1 });
    expect(saveDraft(second as Draft, saving({ seen: monday, texts }))).toBe(second);
  });

  it("remembers everybody whose words it holds", () => {
    const next = saveDraft(drafted(), saving({ seen: monday, deed: deed("sam") }));
    expect(next).toMatchObject({ authors: ["maya", "sam"], saved: { user: "sam" } });
  });

  it("waits no more for an approver once it was changed", () => {
    const texts = withWords("Example", "Other");
    const changed = saveDraft(submitted(), saving({ seen: monday + 1, texts }));
    expect(changed).not.toHaveProperty("submitted");
  });
});

describe("submitting a draft", () => {
  it("is done once, and makes whoever asks one of its authors", () => {
    const draft = submitDraft(drafted(), monday, deed("sam", { why: "Ready." })) as Draft;
    expect(draft).toMatchObject({ version: monday + 1, submitted: { user: "sam", why: "Ready." } });
    expect(draft.authors).toEqual(["maya", "sam"]);
    expect(submitDraft(draft, monday, deed("sam"))).toBe(draft);
    expect(submitDraft(draft, monday, deed("kim"))).toBe("stale-version");
  });
});

describe("giving a draft back", () => {
  it("says why, and takes it from the approvers", () => {
    const back = returnDraft(submitted(), monday + 1, deed("ana", { why: "Too long." })) as Draft;
    expect(back).toMatchObject({ version: monday + 2, returned: { why: "Too long." } });
    expect(back).not.toHaveProperty("submitted");
    expect(back.authors).toEqual(["maya"]);
    expect(returnDraft(back, monday + 1, deed("ana"))).toBe(back);
  });

  it("is for what was submitted, as it was seen", () => {
    expect(returnDraft(drafted(), monday, deed("ana"))).toBe("draft-not-submitted");
    expect(returnDraft(submitted(), monday, deed("ana"))).toBe("stale-version");
  });
});

describe("publishing a draft", () => {
  const seen = { seen: monday + 1, user: "ana", live: 1 };

  it("is for somebody who did not write it", () => {
    expect(refusalToPublish(submitted(), seen)).toBeUndefined();
    expect(refusalToPublish(submitted(), { ...seen, user: "maya" })).toBe("own-draft");
  });

  it("is of what was seen, submitted, and made of the version that is live", () => {
    expect(refusalToPublish(submitted(), { ...seen, seen: monday })).toBe("stale-version");
    expect(refusalToPublish(drafted(), { ...seen, seen: monday })).toBe("draft-not-submitted");
    expect(refusalToPublish(submitted(), { ...seen, live: 2 })).toBe("live-changed");
  });
});
