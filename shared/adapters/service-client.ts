/**
 * How every client that is not a sender is set up: cut off soon, so that a stuck call does not eat
 * the function's time, and tried again by the SDK, for all these calls bear repeats.
 */
export function serviceClient() {
  return {
    requestHandler: {
      requestTimeout: 5_000,
      connectionTimeout: 1_000,
      throwOnRequestTimeout: true,
    },
  };
}

/**
 * As a service client, for calls of which only a few are allowed in a second and which come by the
 * thousand: throttled, it slows down by itself and waits its turn.
 */
export function pacedClient() {
  return { ...serviceClient(), retryMode: "adaptive", maxAttempts: 6 } as const;
}
