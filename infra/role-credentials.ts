/**
 * Stands in the bundles for the SDK's chain of places in which credentials may lie: profiles, single
 * sign-on, tokens, instance metadata. Lambda hands a function its role's in the environment and
 * nowhere else ("Defined runtime environment variables", Lambda developer guide), and the chain is
 * a fifth of a bundle.
 */
export { fromEnv as defaultProvider } from "@aws-sdk/credential-provider-env";
