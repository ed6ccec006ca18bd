import { type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import * as z from "zod/mini";

/**
 * A phone number as people write it, or in E.164; a US number where no country is named. Undefined
 * for what is none. An extension needs a person at a switchboard: neither a text nor a call flow
 * gets past it, so such a number is none either.
 */
export function readPhone(text: string): PhoneNumber | undefined {
  const number = parsePhoneNumberFromString(text, "US");
  return number?.isValid() && number.ext === undefined ? number : undefined;
}

/** RFC 5321 bounds a path to 256 octets, its angle brackets included. */
const Mail = z.email().check(z.maxLength(254));

/** A mail address in lower case. */
export function readMail(text: string): string | undefined {
  const address = text
    .trim()
    .replace(/^mailto:/i, "")
    .toLowerCase();
  return Mail.safeParse(address).data;
}
