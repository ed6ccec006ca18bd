import * as z from "zod/mini";

/** Why a request was not answered, and what the console is told of it. Titles hold no data. */
export const problems = {
  "unreadable-request": { status: 400, title: "The request cannot be read." },
  "not-signed-in": { status: 401, title: "Sign in to go on." },
  "not-allowed": { status: 403, title: "Your roles do not allow this." },
  "no-such-route": { status: 404, title: "There is nothing here." },
  "too-large": { status: 413, title: "The request is larger than this route takes." },
  failed: { status: 500, title: "Something went wrong here. It was noted." },
  "try-again": { status: 503, title: "Not possible just now. Try again." },
} as const;
export type ProblemCode = keyof typeof problems;

const codes = Object.keys(problems) as readonly ProblemCode[];

/** The media type of `Problem` (RFC 9457, section 3). */
export const problemMediaType = "application/problem+json";

/**
 * A refusal as RFC 9457 writes it. `code` is what programs compare; `request` is what staff tell
 * whoever looks at the log.
 */
export const Problem = z.strictObject({
  type: z.enum(codes.map(problemType)),
  title: z.string(),
  status: z.int().check(z.minimum(400), z.maximum(599)),
  code: z.enum(codes),
  request: z.exactOptional(z.string()),
});
export type Problem = z.infer<typeof Problem>;

export function problemOf(code: ProblemCode, request?: string): Problem {
  const { status, title } = problems[code];
  const asked = request === undefined ? {} : { request };
  return { type: problemType(code), title, status, code, ...asked };
}

function problemType(code: ProblemCode): `urn:rounds:problem:${ProblemCode}` {
  return `urn:rounds:problem:${code}`;
}
