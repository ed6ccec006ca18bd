import {
  type ProblemCode,
  type ProblemDetail,
  problemMediaType,
  problemOf,
} from "#contracts/api/problem";

/** A response of payload format 2.0. */
export interface StaffAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Answers are about one organization and may be about patients: they are kept nowhere. */
const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff" };

export function refusal(
  code: ProblemCode,
  request?: string,
  detail: ProblemDetail = {},
): StaffAnswer {
  const problem = problemOf(code, request, detail);
  const answer = json(problem.status, problemMediaType, problem);
  // RFC 9110, section 11.6.1: a 401 says how to sign in.
  if (code === "not-signed-in") return withHeader(answer, { "www-authenticate": "Bearer" });
  if (code === "try-again") return withHeader(answer, { "retry-after": "1" });
  return answer;
}

function withHeader(answer: StaffAnswer, more: Readonly<Record<string, string>>): StaffAnswer {
  return { ...answer, headers: { ...answer.headers, ...more } };
}

export function json(statusCode: number, type: string, body: unknown): StaffAnswer {
  return {
    statusCode,
    headers: { ...headers, "content-type": type },
    body: JSON.stringify(body),
  };
}
