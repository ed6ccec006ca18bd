// Replaced by the audience module.
export type Audience = { readonly any: string };
