import { createStores } from "#composition/record-engine";
import { createFunctionRim, withRim } from "#composition/rim";
import { createHaltChannel } from "#usecases/halt-channel";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const rim = createFunctionRim("halt-channel", config);
const haltChannel = createHaltChannel(createStores(config.TABLE_NAME));
export const handler = withRim(createHandler(haltChannel, config.ORGANIZATION_ID, rim.log), rim);
