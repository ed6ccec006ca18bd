import { describe, expect, it } from "vitest";
import { createMemoryCallDirectory } from "#adapters/memory/call-directory";
import { createMemoryCampaignStore } from "#adapters/memory/campaign-store";
import { createManualClock } from "#adapters/memory/clock";
import { createMemoryDraftStore } from "#adapters/memory/draft-store";
import { createMemoryEligibilityIndex } from "#adapters/memory/eligibility-index";
import { createMemoryFactStore } from "#adapters/memory/fact-store";
import { createMemoryFileStore } from "#adapters/memory/file-store";
import { createMemoryLedgerStore } from "#adapters/memory/ledger-store";
import { createMemoryLinkStore } from "#adapters/memory/link-store";
import { createMemoryNoteStore } from "#adapters/memory/note-store";
import { createMemoryOptOutList } from "#adapters/memory/opt-out-list";
import { createMemoryOrganizationDirectory } from "#adapters/memory/organization-directory";
import { createMemoryPaceStore } from "#adapters/memory/pace-store";
import { createMemoryPageStore } from "#adapters/memory/page-store";
import { createMemoryPointDirectory } from "#adapters/memory/point-directory";
import { createMemoryProfileStore } from "#adapters/memory/profile-store";
import {
  createMemoryCallPlacer,
  createMemoryEmailSender,
  createMemorySmsSender,
} from "#adapters/memory/provider";
import { createMemoryRecordStore } from "#adapters/memory/record-store";
import { createMemoryReplyStore } from "#adapters/memory/reply-store";
import { createMemoryResolutionStore } from "#adapters/memory/resolution-store";
import { createMemoryStaffRoster } from "#adapters/memory/staff-roster";
import { createMemoryViewLog } from "#adapters/memory/view-log";
import { createMemoryWorkQueue } from "#adapters/memory/work-queue";
import { createMemoryWorklist } from "#adapters/memory/worklist";
import type { DueMessage } from "#contracts/due-message";
import { newRecord } from "#domain/record/new-record";
import { draftStoreContract, originStoreContract } from "./contract/campaign-work.ts";
import {
  callDirectoryContract,
  campaignStoreContract,
  organizationDirectoryContract,
  pointDirectoryContract,
} from "./contract/directories.ts";
import { fileStoreContract } from "./contract/file-store.ts";
import { ledgerStoreContract } from "./contract/ledger-store.ts";
import { linkStoreContract } from "./contract/link-store.ts";
import { optOutListContract } from "./contract/opt-out-list.ts";
import { paceStoreContract } from "./contract/pace-store.ts";
import { pageStoreContract } from "./contract/page-store.ts";
import {
  eligibilityContract,
  factStoreContract,
  patientDirectoryContract,
  personIndexContract,
  profileStoreContract,
  replyStoreContract,
  resolutionStoreContract,
} from "./contract/patient-stores.ts";
import { recordStoreContract } from "./contract/record-store.ts";
import {
  noteStoreContract,
  staffRosterContract,
  viewLogContract,
} from "./contract/staff-stores.ts";
import { workQueueContract } from "./contract/work-queue.ts";
import { worklistContract } from "./contract/worklist.ts";

describe("in memory", () => {
  recordStoreContract(() => createMemoryRecordStore({ shards: 4 }));
  profileStoreContract(createMemoryProfileStore);
  personIndexContract(createMemoryProfileStore);
  patientDirectoryContract(createMemoryProfileStore);
  resolutionStoreContract(createMemoryResolutionStore);
  factStoreContract(createMemoryFactStore);
  eligibilityContract(createMemoryEligibilityIndex);
  replyStoreContract(createMemoryReplyStore);
  pointDirectoryContract(createMemoryPointDirectory);
  callDirectoryContract(createMemoryCallDirectory);
  campaignStoreContract(createMemoryCampaignStore);
  draftStoreContract(createMemoryDraftStore);
  originStoreContract(() => {
    const campaigns = createMemoryCampaignStore();
    return { campaigns, origins: campaigns.origins };
  });
  organizationDirectoryContract(createMemoryOrganizationDirectory);
  paceStoreContract(createMemoryPaceStore);
  linkStoreContract(createMemoryLinkStore);
  pageStoreContract(createMemoryPageStore);
  worklistContract(createMemoryWorklist);
  noteStoreContract(createMemoryNoteStore);
  staffRosterContract(createMemoryStaffRoster);
  viewLogContract(createMemoryViewLog);
  ledgerStoreContract(createMemoryLedgerStore);
  fileStoreContract(() => {
    const store = createMemoryFileStore();
    return { store, put: async (file, body) => store.put(file, body) };
  });
  workQueueContract(() => {
    const queue = createMemoryWorkQueue<DueMessage>();
    return { queue, drain: async () => queue.take(100) };
  });

  optOutListContract(async () => {
    const clock = createManualClock(0);
    const list = createMemoryOptOutList(clock);
    return {
      list,
      isListed: async (number) => list.numbers.has(number),
      waitDays: async (days) => clock.moveTo(clock.now() + days * 86_400_000),
    };
  });

  it("the next due moment of all records is known, for a clock that jumps", async () => {
    const told: number[] = [];
    const store = createMemoryRecordStore({
      shards: 4,
      published: ({ after }) => told.push(after.revision),
    });
    expect(store.nextDueAt()).toBeUndefined();
    for (const [patient, leaseUntil] of [
      ["p1", 70_000],
      ["p2", 65_000],
    ] as const) {
      const before = newRecord("oak", patient);
      const touch = { campaign: "a/b", episode: "e", step: "s", occurrence: 1 };
      const inFlight = { touch, channel: "sms" as const, leaseUntil };
      const after = { ...before, revision: 1, inFlight };
      await store.append({ before, after, events: [], inputs: "" });
    }
    expect(store.nextDueAt()).toBe(65_000);
    expect([...store.all()]).toHaveLength(2);
    expect(told).toEqual([1, 1]);
  });

  it("a provider remembers what it was given and how often it accepted a touch", async () => {
    const touch = "oak/p-1/screening/check/2026-11-23/invite/1";
    const to = "+14255550182";
    const sms = createMemorySmsSender();
    const text = { key: touch, to, text: "Time for a check.", timeToLiveSeconds: 60 };
    expect(await sms.send(text)).toMatchObject({ is: "accepted" });
    expect(sms.accepted(touch)).toBe(1);
    const calls = createMemoryCallPlacer(() => ({ is: "unknown", reason: "lost" }));
    const call = { key: touch, to, language: "en", script: { message: "Hello." } };
    expect(await calls.place(call)).toEqual({ is: "unknown", reason: "lost" });
    expect([calls.received.length, calls.accepted(touch)]).toEqual([1, 0]);
    const emails = createMemoryEmailSender();
    await emails.send({ key: touch, to: "ana@example.org", subject: "", text: "", language: "en" });
    expect(emails.received).toHaveLength(1);
  });

  it("a clock that is moved by hand never goes back", () => {
    const clock = createManualClock(1000);
    clock.moveTo(500);
    expect(clock.now()).toBe(1000);
    clock.moveTo(2000);
    expect(clock.now()).toBe(2000);
  });
});
