import { SQSClient } from "@aws-sdk/client-sqs";
import { serviceClient } from "#adapters/service-client";
import { createFunctionRim, withRim } from "#composition/rim";
import { staffUseCases } from "#composition/staff";
import { createStaffPorts } from "#composition/staff-ports";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const { log, ...rim } = createFunctionRim("staff-api", config);
const ports = createStaffPorts(new SQSClient(serviceClient()), config);
const tokens = { issuer: config.TOKEN_ISSUER, audience: config.TOKEN_AUDIENCE };
const { views, clock } = ports;
export const handler = withRim(createHandler({ log, tokens, views, clock }, staffUseCases(ports)), {
  log,
  ...rim,
});
