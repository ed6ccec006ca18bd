import { describe, expect, it } from "vitest";
import { createMemoryLinkStore } from "#adapters/memory/link-store";
import { createMemoryEmailSender } from "#adapters/memory/provider";
import { randomTokens } from "#adapters/random-tokens";
import { startWithinMs } from "#domain/limits";
import { isLinkToken } from "#domain/message/link";
import { createContactPatient, deliverByEmail } from "#usecases/contact-patient";
import { createMakeLink } from "#usecases/make-link";
import { TryAgain } from "../../shared/errors.ts";
import { clinic, profile } from "../support/a-clinic.ts";
import { monday } from "../support/a-record.ts";

const input = { organization: "oak", patient: "p1", channel: "email" } as const;
const touch = "oak/p1/screening/check/2026-11-01/invite/1";
const day = 86_400_000;

/** A clinic whose patient is due a mail, with the links of its mails. */
async function mailing(overrides: Parameters<typeof profile>[0] = {}) {
  const it = await clinic();
  const address = "maria@home.example";
  const points = [{ id: "point-mail", kind: "email", address }] as const;
  await it.admit(profile({ points, ...overrides }));
  await it.enrollDirectly();
  const links = createMemoryLinkStore();
  const keptAtSend: boolean[] = [];
  const mail = createMemoryEmailSender(({ unsubscribeToken }) => {
    keptAtSend.push(links.links.size === 1 && unsubscribeToken !== undefined);
    return { is: "accepted", providerId: "m-1" };
  });
  const makeLink = createMakeLink({ links, tokens: randomTokens, clock: it.clock });
  const contact = { ...it, deliver: deliverByEmail(mail) };
  return { ...it, contact, links, mail, makeLink, keptAtSend };
}

describe("the link in a mail", () => {
  it("is kept before the mail goes, for this patient and touch, in their language, for 400 days", async () => {
    const it = await mailing({ language: "es", isLanguageKnown: true });
    const send = createContactPatient({ ...it.contact, makeLink: it.makeLink });
    expect(await send(input)).toBe("accepted");
    expect(it.keptAtSend).toEqual([true]);
    const token = it.mail.received[0]?.unsubscribeToken ?? "";
    expect(await it.links.find(token)).toEqual({
      purpose: "unsubscribe",
      organization: "oak",
      patient: "p1",
      touch,
      language: "es",
      expiresAt: monday + 400 * day,
    });
  });

  it("says no language where nobody knows which the patient reads", async () => {
    const it = await mailing({ language: "en", isLanguageKnown: false });
    const send = createContactPatient({ ...it.contact, makeLink: it.makeLink });
    await send(input);
    expect([...it.links.links.values()]).toHaveLength(1);
    for (const link of it.links.links.values()) expect(link).not.toHaveProperty("language");
  });

  it("that cannot be kept lets the touch go: no mail now, and one with its link later", async () => {
    const it = await mailing();
    const blind = createContactPatient({
      ...it.contact,
      makeLink: () => Promise.reject(new TryAgain("dynamodb/down")),
    });
    expect(await blind(input)).toBe("released");
    expect(it.mail.received).toEqual([]);
    it.clock.moveTo(monday + 3_600_000);
    const send = createContactPatient({ ...it.contact, makeLink: it.makeLink });
    expect(await send(input)).toBe("accepted");
    expect(it.mail.received).toMatchObject([{ key: touch, unsubscribeToken: expect.anything() }]);
  });

  it("that took too long to keep does not stretch the claim: the mail is let go", async () => {
    const it = await mailing();
    const slow = createContactPatient({
      ...it.contact,
      makeLink: async (about) => {
        it.clock.moveTo(monday + startWithinMs + 1);
        return it.makeLink(about);
      },
    });
    expect(await slow(input)).toBe("released");
    expect(it.mail.received).toEqual([]);
  });
});

describe("tokens", () => {
  it("are 22 letters of chance, each another, and nothing else is one", () => {
    const tokens = Array.from({ length: 1_000 }, () => randomTokens.next());
    expect(tokens.filter((token) => !isLinkToken(token))).toEqual([]);
    expect(new Set(tokens).size).toBe(1_000);
    const [token = ""] = tokens;
    for (const other of ["", token.slice(1), `${token}A`, `${token.slice(0, 21)}B`, `${token}\n`]) {
      expect(isLinkToken(other)).toBe(false);
    }
  });

  it("spread over all letters, as chance does: no bit is always the same", () => {
    const bytes = Array.from({ length: 200 }, () => Buffer.from(randomTokens.next(), "base64url"));
    for (let bit = 0; bit < 128; bit += 1) {
      const ones = bytes.filter((token) => ((token[bit >> 3] ?? 0) >> (bit & 7)) & 1).length;
      expect(ones).toBeGreaterThan(40);
      expect(ones).toBeLessThan(160);
    }
  });
});
