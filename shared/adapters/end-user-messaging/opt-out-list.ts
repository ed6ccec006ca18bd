import {
  DeleteOptedOutNumberCommand,
  type PinpointSMSVoiceV2Client,
  PutOptedOutNumberCommand,
  ResourceNotFoundException,
  ValidationException,
} from "@aws-sdk/client-pinpoint-sms-voice-v2";
import { TryAgain, Unrecoverable } from "../../errors.ts";
import type { CarrierOptOutList } from "../../ports.ts";
import { nameOf } from "../provider-fault.ts";

export interface OptOutListOptions {
  readonly client: PinpointSMSVoiceV2Client;
  /** The list's name or ARN: the one of the number or pool that texts are sent from. */
  readonly list: string;
}

/** An opt-out list of AWS End User Messaging SMS. */
export function createOptOutList({ client, list }: OptOutListOptions): CarrierOptOutList {
  return {
    async add(number) {
      const input = { OptOutListName: list, OptedOutNumber: number };
      await client.send(new PutOptedOutNumberCommand(input)).catch((error: unknown) => {
        throw faultOf(error);
      });
    },
    async remove(number) {
      const input = { OptOutListName: list, OptedOutNumber: number };
      try {
        await client.send(new DeleteOptedOutNumberCommand(input));
        return "removed";
      } catch (error) {
        if (isNotListed(error)) return "removed";
        if (isTooSoon(error)) return "refused";
        throw faultOf(error);
      }
    },
  };
}

/** The same error says that the number is not on the list, and that there is no list. */
function isNotListed(error: unknown): boolean {
  return error instanceof ResourceNotFoundException && error.ResourceType !== "opt-out-list";
}

/** A number can be taken off once in 30 days (SMS and Voice v2 API, `DeleteOptedOutNumber`). */
function isTooSoon(error: unknown): boolean {
  return error instanceof ValidationException && error.Reason === "PHONE_NUMBER_CANNOT_BE_OPTED_IN";
}

/** What no repeat can heal: the list, its permission or the number itself is wrong. */
const hopeless: ReadonlySet<string> = new Set([
  "AccessDeniedException",
  "ResourceNotFoundException",
  "ValidationException",
]);

function faultOf(cause: unknown): Error {
  const name = nameOf(cause);
  const code = `carrier-list/${name}`;
  return hopeless.has(name) ? new Unrecoverable(code, { cause }) : new TryAgain(code, { cause });
}
