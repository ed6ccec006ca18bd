import { pageLifeMs } from "#domain/limits";
import { type ComposeInput, carriesPage } from "#domain/message/compose";
import { pageAsks } from "#domain/page/page-asks";
import type { PatientRecord } from "#domain/record/record";
import type { TouchKey } from "#domain/record/touch";
import type { Clock, PageStore, TokenSource } from "#ports";

export interface MakePagePorts {
  readonly pages: Pick<PageStore, "save">;
  readonly tokens: TokenSource;
  readonly clock: Clock;
  /** Where pages stand, with `{token}` for the token: `https://care.oak.example/a/{token}`. */
  readonly address: string;
}

export interface PageWanted {
  /** What is to be said. */
  readonly says: ComposeInput;
  readonly key: TouchKey;
  readonly record: Pick<PatientRecord, "organization" | "patient" | "reach">;
  /** BCP-47, where it is known which the patient reads. */
  readonly language?: string;
}

/**
 * Makes the page on which this message can be answered and keeps what it asks, where the message leads to
 * one. A repeat makes another one; both work. Throws what the store throws, and then it may not go out.
 */
export function createMakePage({ pages, tokens, clock, address }: MakePagePorts) {
  return async ({ says, key, record, language }: PageWanted): Promise<string | undefined> => {
    const { campaign, channel, touch } = says;
    const step = campaign?.steps[touch.step];
    if (!campaign || !step || channel === "voice" || !carriesPage(says)) return undefined;
    const { organization, patient, reach } = record;
    const at = clock.now();
    const token = tokens.next();
    await pages.save(token, {
      ...{ purpose: "answer", organization, patient, touch: key, channel },
      ...(language === undefined ? {} : { language }),
      asks: pageAsks(campaign, step, { at, reach }),
      key: tokens.next(),
      expiresAt: at + pageLifeMs,
    });
    return address.replace("{token}", token);
  };
}

export type MakePage = ReturnType<typeof createMakePage>;
