import { type RuleBook, withRules } from "../audience/named-rule.ts";
import type { Campaign } from "./campaign.ts";
import { compile } from "./compile.ts";
import { CampaignDefinition } from "./definition.ts";
import { isHeadKey, type MessageDefinition } from "./message-definition.ts";
import { asRecord, type CampaignSource } from "./sketch.ts";

/**
 * Makes what `decide` runs of a campaign's files, its named rules written out. One way for whoever
 * publishes, so that the same files are the same version. For files that `check` found no error in.
 * @throws Error where there is one all the same.
 */
export function compileSource(source: CampaignSource, rules: RuleBook, version: number): Campaign {
  const written = CampaignDefinition.parse(source.definition);
  const definition = {
    ...written,
    audience: withRules(written.audience, rules),
    goal: withRules(written.goal, rules),
  };
  const messages = Object.entries(source.messages).map(([language, file]) => {
    const entries = Object.entries(asRecord(file)).filter(([key]) => !isHeadKey(key));
    // Sound: `check` has held every message against its schema.
    return [
      language,
      { messages: Object.fromEntries(entries) as Record<string, MessageDefinition> },
    ];
  });
  return compile(definition, Object.fromEntries(messages), version);
}
