/** Where the account is asked, and as whom. */
export interface AskedAs {
  readonly region: string;
  /** Of `~/.aws/config`; without it the SDK looks for credentials as it always does. */
  readonly profile?: string | undefined;
}

/** Time to find AWS and open a connection. Ms. */
const connectionTimeoutMs = 3_000;

/** Time for one answer. Ms. */
const requestTimeoutMs = 10_000;

/** How every client that only asks is set up: questions may be repeated, and nobody waits for long. */
export function askingClient({ region, profile }: AskedAs) {
  return {
    region,
    maxAttempts: 3,
    requestHandler: { connectionTimeout: connectionTimeoutMs, requestTimeout: requestTimeoutMs },
    ...(profile === undefined ? {} : { profile }),
  };
}

/** What is not there is an answer; every other error stays one. */
export async function unlessMissing<Answer>(
  answer: Promise<Answer>,
  ...names: readonly string[]
): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && names.includes(error.name)) return undefined;
    throw error;
  }
}
