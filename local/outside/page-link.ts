/** Where a message leads on which it can be answered, as a phone makes a link of it. */
export function pageLinkIn(text: string): string | undefined {
  return /https?:\/\/\S+\/a\/[\w-]{22}/.exec(text)?.[0];
}
