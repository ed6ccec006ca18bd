import * as z from "zod/mini";
import { draftProblems } from "./draft-problems.ts";
import { Colleague, moment } from "./shown.ts";

/** Why a request was not answered, and what the console is told of it. Titles hold no data. */
export const problems = {
  "unreadable-request": { status: 400, title: "The request cannot be read." },
  "not-json": { status: 400, title: "The body is not JSON." },
  "bad-request": { status: 400, title: "Something in the request is not as this route takes it." },
  "not-signed-in": { status: 401, title: "Sign in to go on." },
  "not-allowed": { status: 403, title: "Your roles do not allow this." },
  "no-such-route": { status: 404, title: "There is nothing here." },
  "no-such-campaign": { status: 404, title: "There is no such campaign." },
  "no-such-task": { status: 404, title: "There is no such task." },
  "no-such-patient": { status: 404, title: "There is no such patient." },
  "no-such-colleague": { status: 404, title: "Nobody who takes tasks here is known by that." },
  "already-claimed": { status: 409, title: "Somebody else has this task." },
  "not-claimed": { status: 409, title: "Claim the task first." },
  "task-closed": { status: 409, title: "The task is closed already." },
  "stale-version": { status: 409, title: "It was changed meanwhile. Load it again." },
  ...draftProblems,
  "too-large": { status: 413, title: "The request is larger than this route takes." },
  failed: { status: 500, title: "Something went wrong here. It was noted." },
  "try-again": { status: 503, title: "Not possible just now. Try again." },
} as const;
export type ProblemCode = keyof typeof problems;

const codes = Object.keys(problems) as readonly ProblemCode[];

/** The media type of `Problem` (RFC 9457, section 3). */
export const problemMediaType = "application/problem+json";

/** What some refusals tell besides. */
export const ProblemDetail = z.strictObject({
  /** `bad-request`: the first field that is wrong, by the contract's own name: `body.scope.channel`. */
  at: z.exactOptional(z.string()),
  /** `already-claimed`: who has the task, and since when. */
  holder: z.exactOptional(z.object({ ...Colleague.shape, since: moment })),
  /** `too-large`: how many bytes the route takes. */
  bytesMax: z.exactOptional(z.int()),
});
export type ProblemDetail = z.infer<typeof ProblemDetail>;

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
  ...ProblemDetail.shape,
});
export type Problem = z.infer<typeof Problem>;

export function problemOf(
  code: ProblemCode,
  request?: string,
  detail: ProblemDetail = {},
): Problem {
  const { status, title } = problems[code];
  const asked = request === undefined ? {} : { request };
  return { type: problemType(code), title, status, code, ...asked, ...detail };
}

function problemType(code: ProblemCode): `urn:rounds:problem:${ProblemCode}` {
  return `urn:rounds:problem:${code}`;
}
