import { createHash } from "node:crypto";
import * as z from "zod";

/** Words by name of their class; members divided by commas, no blanks around them missing. */
const Classes = z.record(
  z.string().regex(/^[a-z][a-z0-9-]*$/),
  z.string().regex(/^[^,\s][^,]*(, [^,]+)*$/, { error: "is no list divided by commas" }),
);

const Phrases = z.array(z.string().min(1)).min(1);
const Language = z.enum(["en", "es"]);
const Title = z.string().min(4);

const reviewed = {
  version: z.string().regex(/^\d{4}-\d{2}-\d{2}\.\d+$/),
  digest: z.string().regex(/^[0-9a-f]{16}$/),
  reviewedBy: z.string().min(3),
  reviewedOn: z.iso.date(),
};

const SymptomEntry = z.strictObject({
  id: z.string().regex(/^T[0-4]\/[a-z-]+$/),
  tier: z.enum(["T0", "T1", "T2", "T3", "T4"]),
  language: Language,
  title: Title,
  source: Title,
  review: z.literal(true).optional(),
  phrases: Phrases,
});

const CueEntry = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  kind: z.enum([
    "harmless",
    "idiom",
    "no",
    "not",
    "gone",
    "pseudo",
    "break",
    "past",
    "past-just-before",
    "present",
    "if",
    "could",
    "could-after",
    "asks",
    "tells",
    "other",
    "unlike",
  ]),
  title: Title,
  phrases: Phrases,
});

export const LexiconFile = z.strictObject({
  ...reviewed,
  spellable: z.string().regex(/^[a-z]+( [a-z]+)*$/),
  ordinary: z.string().regex(/^[a-z]+( [a-z]+)*$/),
  classes: Classes,
  symptoms: z.array(SymptomEntry).min(1),
  cues: z.array(CueEntry).min(1),
});

const Frame = z.strictObject({
  id: z.string().regex(/^[a-z-]+(\/[a-z-]+)?$/),
  means: z.enum([
    "opt-out",
    "bare-opt-out",
    "not-opt-out",
    "maybe-opt-out",
    "keeps-contact",
    "wrong-number",
    "not-wrong-number",
    "help",
    "wants-person",
    "reason",
    "answer",
  ]),
  title: Title,
  language: Language,
  phrases: Phrases,
});

const List = z.string().min(1);

export const OptOutFile = z.strictObject({
  ...reviewed,
  spellable: z.string(),
  keywords: z.strictObject({
    strong: List,
    weak: List,
    appointment: List,
    polite: List,
    chatty: List,
    besideStop: List,
  }),
  classes: Classes,
  frames: z.array(Frame).min(1),
});

export const RepliesFile = z.strictObject({
  ...reviewed,
  keywords: z.strictObject({
    "opt-in": List,
    keep: List,
    help: List,
    "wrong-number": List,
    person: List,
  }),
  pleasantries: List,
  classes: Classes,
  languages: z.strictObject({
    frames: Phrases,
    notFrames: Phrases,
    names: z.record(z.string().regex(/^[a-z]{2,3}$/), List),
  }),
  phrases: z.array(Frame).min(1),
});

interface Reviewed {
  readonly version: string;
  readonly digest: string;
  readonly reviewedBy: string;
  readonly reviewedOn: string;
}

/** What a version of a data file stands for: all of it but who signed it and when. */
export function digestOf(file: Reviewed): string {
  const { digest: _, reviewedBy: __, reviewedOn: ___, ...content } = file;
  return createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);
}
