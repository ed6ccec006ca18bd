import type { NoticeKind } from "../record/notice.ts";
import type { Message } from "./message.ts";

/**
 * The organization's direct answers to patients, by BCP-47 primary language; `en` always there.
 * They belong to no campaign: STOP is confirmed whoever asked last.
 */
export type NoticeBook = Readonly<Record<string, Readonly<Partial<Record<NoticeKind, Message>>>>>;
