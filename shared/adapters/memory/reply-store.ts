import type { KeptReply, ReplyStore } from "../../ports.ts";

export function createMemoryReplyStore(): ReplyStore {
  const kept = new Map<string, Map<string, KeptReply>>();
  return {
    async keep(reply) {
      const key = `${reply.organization}#${reply.patient}`;
      const replies = kept.get(key) ?? new Map<string, KeptReply>();
      kept.set(key, replies);
      if (!replies.has(reply.reply)) replies.set(reply.reply, reply);
    },
    async of(organization, patient) {
      const replies = kept.get(`${organization}#${patient}`)?.values() ?? [];
      return [...replies].toSorted((a, b) => a.at - b.at || (a.reply < b.reply ? -1 : 1));
    },
  };
}
