import * as z from "zod/mini";

/** A FHIR resource id (R4 datatypes, `id`: letters, digits, `-` and `.`, at most 64). */
export const patientId = z.string().check(z.regex(/^[A-Za-z0-9.-]{1,64}$/));

/** Ours; becomes part of every key, so it must not hold `#` or `/`. */
export const organizationId = z.string().check(z.regex(/^[A-Za-z0-9._-]{1,64}$/));

/** `family/name`. */
export const campaignId = z.string().check(z.regex(/^[a-z0-9-]+\/[a-z0-9-]+$/));

// Marked, because the bundler cannot tell by itself that nothing else comes of them: a function that needs
// no number carries none of their checks.
export const version = /* @__PURE__ */ z.int().check(/* @__PURE__ */ z.positive());

/** Epoch milliseconds. */
export const instant = /* @__PURE__ */ z.int();

/** Days since 1970-01-01. */
export const day = /* @__PURE__ */ z.int();
