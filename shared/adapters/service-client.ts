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
