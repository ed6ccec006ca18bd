import { understand } from "#domain/reply/understand";
import { computed, figuresOf, type Result } from "./figures.ts";

/** What patients send, in about the shares in which they do: most of it is short. */
const short = ["1", "2", "yes", "ok", "Thanks!", "STOP", "3", "no", "sí", "ok thank you"];
const sentences = [
  "can somebody call me after 5",
  "I already picked it up yesterday",
  "my chest hurts and I can't breathe",
  "I have no ride this week",
  "the new pills make me dizzy",
  "stop texting me please",
  "no tengo quien me lleve",
  "me duele mucho el pecho",
  "it costs too much",
  "wrong number",
  "I forgot, I will get it tomorrow",
  "gracias, ya la recogí ayer",
  "can I move my appointment to Thursday?",
  "no chest pain today, just tired",
  "I stopped taking it because it made my legs ache",
];
const mix = [...short, ...short, ...short, ...short, ...sentences];
const question = { answers: { "1": "wants-booking", "2": "wants-call", "3": "already-done" } };
const rounds = 400;
const tries = 9;
/** Folding is so quick that a clock of microseconds needs more of it. */
const foldMore = 20;

/**
 * Reading replies on one core, and as a ratio to folding the same texts (NFKC, lower case) in the
 * same run, which is the least that any reader does.
 */
export function understanding(): readonly Result[] {
  const read = () => mix.map((text) => understand(text, { question }));
  const fold = () => mix.map((text) => text.normalize("NFKC").toLowerCase());
  for (let warm = 0; warm < 100; warm += 1) read();
  const rates: number[] = [];
  const ratios: number[] = [];
  for (let at = 0; at < tries; at += 1) {
    const base = computed(() => repeat(fold, rounds * foldMore)) / foldMore;
    const ms = computed(() => repeat(read, rounds));
    rates.push((rounds * mix.length * 1000) / ms);
    ratios.push(ms / base);
  }
  return [
    { name: "replies understood", unit: "texts/s", figures: figuresOf(rates) },
    {
      name: "a reply understood against its text folded",
      unit: "times",
      figures: figuresOf(ratios),
      bar: { is: "at-most", value: 400 },
    },
  ];
}

function repeat(work: () => unknown, times: number): void {
  for (let round = 0; round < times; round += 1) work();
}
