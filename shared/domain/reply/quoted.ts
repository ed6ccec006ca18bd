/**
 * How much of a text the patient wrote. An email carries our own words below the answer, and a
 * phone that "likes" a message sends it back in quotes: their "Reply STOP" is ours, not theirs.
 * Returns the length of the patient's own part, in UTF-16 units from the start.
 */
export function ownLength(text: string, channel: string | undefined): number {
  if (isReaction(text)) {
    return 0;
  }
  return channel === "email" ? ownMailLength(text) : text.length;
}

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

/** Only with a quotation mark right behind the word or its sign: patients can "like" things too. */
export function isReaction(text: string): boolean {
  const opening = text
    .slice(0, 48)
    .trimStart()
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "");
  const word = reactions.find((reaction) => opening.startsWith(reaction));
  if (word === undefined) {
    return false;
  }
  const rest = opening.slice(word.length, word.length + 12);
  return word === "reacted " ? /["“]/.test(rest) : /^["“«]/.test(rest);
}

/** Where mail programs start to repeat the message that is answered. */
function ownMailLength(text: string): number {
  let at = 0;
  for (const line of text.split("\n")) {
    const start = line.trimStart().slice(0, 40).toLowerCase();
    const isRepeat =
      start.startsWith(">") ||
      start.startsWith("-----original") ||
      start.startsWith("----- original") ||
      start.startsWith("-----mensaje original") ||
      start.startsWith("________") ||
      ((start.startsWith("on ") || start.startsWith("el ")) &&
        /(wrote|escribio|escribió):\s*$/.test(line.slice(-40)));
    if (isRepeat) {
      return at;
    }
    at += line.length + 1;
  }
  return text.length;
}
