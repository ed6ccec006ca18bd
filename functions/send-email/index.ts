import { SESv2Client } from "@aws-sdk/client-sesv2";
import { createLinkStore } from "#adapters/dynamodb/link-store";
import { randomTokens } from "#adapters/random-tokens";
import { sendingClient } from "#adapters/sending-client";
import { createEmailSender } from "#adapters/ses/email-sender";
import { composeContact } from "#composition/contact";
import { createPageLinking } from "#composition/page-linking";
import { withRim } from "#composition/rim";
import { deliverByEmail } from "#usecases/contact-patient";
import { createMakeLink } from "#usecases/make-link";
import { config } from "./config.ts";
import { createHandler } from "./handler.ts";

const from = config.EMAIL_FROM;
const sender = createEmailSender({
  client: new SESv2Client(sendingClient()),
  from,
  configurationSet: config.EMAIL_CONFIGURATION_SET,
  unsubscribe: {
    // Mail comes back to the address it went from, where receive-email reads it.
    mailto: /<([^>]+)>/.exec(from)?.[1] ?? from,
    link: config.UNSUBSCRIBE_LINK,
  },
});
const { rim, contactPatient } = composeContact(
  "send-email",
  config,
  () => deliverByEmail(sender),
  (engine) => ({
    ...createPageLinking(config.PAGE_LINK)(engine),
    makeLink: createMakeLink({
      ...{ links: createLinkStore(engine.table), tokens: randomTokens, clock: engine.clock },
    }),
  }),
);
export const handler = withRim(createHandler(rim, contactPatient), rim);
