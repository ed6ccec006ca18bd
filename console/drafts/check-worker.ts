import type { Around, DraftShown } from "#contracts/api/drafts";
import { problemsOfTexts } from "#contracts/campaign-files/campaign-texts";
import { parseYaml } from "#contracts/campaign-files/yaml-text";
import { Audience } from "#domain/audience/audience";
import { conceptCatalog } from "#domain/audience/concept";
import { sentencesOf } from "#domain/audience/sentences";
import { problemsToldMax } from "#domain/limits";
import { parseDay } from "#domain/time";

export interface CheckAsked {
  /** Comes back with the answer: an older one is not shown over a newer. */
  readonly number: number;
  readonly campaign: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly around: Around;
  readonly language: "en" | "es";
}

export interface CheckAnswer {
  readonly number: number;
  readonly problems: DraftShown["problems"];
  /** Whom the definition is for, in sentences; none where it cannot be read so far. */
  readonly audience: readonly string[];
}

// Beside the page and not in it: writing goes on while it looks, and the page weighs nothing of it.
addEventListener("message", ({ data }: MessageEvent<CheckAsked>) => {
  postMessage(answerTo(data));
});

/** What `rounds check` says of these files: this is its code. */
function answerTo({ number, campaign, texts, around, language }: CheckAsked): CheckAnswer {
  const { today, domains, pages } = around;
  const concepts = conceptCatalog(around.concepts.map((concept) => ({ ...concept, codes: [] })));
  const problems = problemsOfTexts(campaign, texts, {
    ...{ today: parseDay(today) ?? 0, concepts, domains },
    ...(pages === undefined ? {} : { pages }),
  });
  const { value } = parseYaml(texts["campaign.yaml"] ?? "");
  const { audience } = Object(value) as { readonly audience?: unknown };
  const read = Audience.safeParse(audience);
  return {
    ...{ number, problems: problems.slice(0, problemsToldMax) },
    audience: read.success ? sentencesOf(read.data, concepts, language) : [],
  };
}
