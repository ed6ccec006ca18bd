const reactions = [
  "liked ",
  "loved ",
  "disliked ",
  "laughed at ",
  "emphasized ",
  "questioned ",
  "reacted ",
  "removed a like from ",
  "removed a heart from ",
  "le gusto ",
  "le encanto ",
] as const;

/** How far in the quotation begins. Characters. */
const openingMax = 60;

/**
 * A phone that "likes" a message sends it back in quotes. Only with a quotation mark right behind
 * the word or its sign: patients can "like" things too.
 */
export function isReaction(text: string): boolean {
  const written = text.slice(0, openingMax);
  if (!/["“«]/.test(written)) return false;
  const opening = written.trimStart().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
  const word = reactions.find((reaction) => opening.startsWith(reaction));
  if (word === undefined) return false;
  const rest = opening.slice(word.length, word.length + 12);
  return word === "reacted " ? /["“]/.test(rest) : /^["“«]/.test(rest);
}
