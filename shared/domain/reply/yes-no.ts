import type { Word } from "../triage/normalise.ts";

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

const yes =
  set(`yes y yeah yep yup ya yea yass yas yess yus yessir yessum uhhuh aye sure ok okay okey kk si sip
  simon sii siii claro correct confirm confirmed agreed agree definitely absolutely certainly totally
  right affirmative indeed correcto afirmativo dale bueno oui sim hai exacto cierto efectivamente
  obvio 👍`);
const no = set(
  `no n nope nah naw nop nel noo nooo not negative negativo nunca never nay neither tampoco para 👎`,
);
/** Said beside a yes or a no without changing it. */
const beside =
  set(`please thanks thank you gracias por favor maam sir i do did have am will can it is sounds
  good great of course doctor senor senora lo hice tengo estoy ahora now yet today all nada really
  🙏 👍 👎 the that at mam much muchas que senorita hon dear we he she problem worries not está esta
  bien de acuerdo quiero would like love to want thing en absoluto so way i'm im still
  haven t have t don dont supuesto todavia aun creo think guess definitely may`);
/** Openings that are no answer on their own. */
const weakOpenings: ReadonlySet<string> = new Set(["para", "not", "bueno"]);

/**
 * Whether a whole message says yes or no: "Sí", "yep I did", "no gracias", 👍. Nothing else may be
 * said in it, and "yes and no" is neither.
 */
export function saidYesOrNo(words: readonly Word[]): "yes" | "no" | undefined {
  const first = words[0]?.text ?? "";
  const isYes = yes.has(first);
  if (!isYes && !no.has(first)) return undefined;
  if (words.length === 1 && weakOpenings.has(first)) return undefined;
  const isBare = words.every(({ text }) => (isYes ? yes : no).has(text) || beside.has(text));
  // "Not" may stand beside a no, and turns a yes.
  if (!isBare || (isYes && words.some(({ text }) => no.has(text)))) return undefined;
  return isYes ? "yes" : "no";
}
