/**
 * Stands in the bundles for DynamoDB's endpoint discovery: the client configures it, with a cache of
 * its own, but none of its commands asks it. Its settings are read and ignored.
 */
export const NODE_ENDPOINT_DISCOVERY_CONFIG_OPTIONS = {
  environmentVariableSelector: () => undefined,
  configFileSelector: () => undefined,
  default: undefined,
};

export function resolveEndpointDiscoveryConfig<Config>(config: Config): Config {
  return config;
}
