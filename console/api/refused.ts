import { Problem, type ProblemCode, type ProblemDetail } from "#contracts/api/problem";

interface Refusal extends ProblemDetail {
  readonly code: ProblemCode;
  readonly request?: string;
}

/** The API was asked and said no: why, as it says it, and under which number it was noted. */
export class Refused extends Error {
  readonly code: ProblemCode;
  readonly request: string | undefined;
  /** Who has the task that was asked for. */
  readonly holder: ProblemDetail["holder"];

  constructor({ code, request, holder }: Refusal) {
    super(code);
    this.name = "Refused";
    this.code = code;
    this.request = request;
    this.holder = holder;
  }
}

/** Nobody can tell whether the request arrived: the same one may be asked again. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super("unreachable", { cause });
    this.name = "Unreachable";
  }
}

/** What the API meant by an answer that is no success (RFC 9457). */
export async function refusalIn(answer: Response): Promise<Refused | Unreachable> {
  const body: unknown = await answer.json().catch(() => undefined);
  const parsed = Problem.safeParse(body);
  if (parsed.success) return new Refused(parsed.data);
  // The gateway's own words: it refuses tokens and floods before our code is asked.
  if (answer.status === 401) return new Refused({ code: "not-signed-in" });
  if (answer.status === 404) return new Refused({ code: "no-such-route" });
  if (answer.status === 429 || answer.status >= 500) return new Refused({ code: "try-again" });
  return new Refused({ code: "failed" });
}

/** Whether asking the same again may help. */
export function mayPass(failure: unknown): boolean {
  if (failure instanceof Unreachable) return true;
  return failure instanceof Refused && failure.code === "try-again";
}
