import type { Concept } from "./domain/audience/concept.ts";
import type { EligibilityEntry } from "./domain/audience/eligibility.ts";
import type { Campaign, CampaignId } from "./domain/campaign/campaign.ts";
import type { Draft } from "./domain/campaign/draft.ts";
import type { Origin } from "./domain/campaign/origin.ts";
import type { CapPlace } from "./domain/contact/caps.ts";
import type { Halt, Halted } from "./domain/contact/halt.ts";
import type { PointStop, StopEffect } from "./domain/contact/point-stop.ts";
import type { Cap } from "./domain/contact/policy.ts";
import type { LedgerRow } from "./domain/ledger/row.ts";
import type { Link, LinkToken } from "./domain/message/link.ts";
import type { PageClinic } from "./domain/message/stop-words.ts";
import type { Slowing } from "./domain/pace/slowing.ts";
import type { OpenedPage, PageId, PageLink } from "./domain/page/page-link.ts";
import type { PageWord } from "./domain/page/page-word.ts";
import type { Channel, PointId } from "./domain/patient/contact-point.ts";
import type { PatientFacts } from "./domain/patient/fact.ts";
import type { Organization } from "./domain/patient/organization.ts";
import type { OrganizationId, PatientId, PatientNeeds, Profile } from "./domain/patient/profile.ts";
import type { ReachCount } from "./domain/reach/tally.ts";
import type { Week } from "./domain/reach/week.ts";
import type { SendOutcome } from "./domain/record/command.ts";
import type { Lane } from "./domain/record/due.ts";
import type { RecordEvent } from "./domain/record/event.ts";
import type { PatientRecord, Task } from "./domain/record/record.ts";
import type { TouchKey } from "./domain/record/touch.ts";
import type { StaffMember } from "./domain/staff/member.ts";
import type { Claim, Closing, WorklistEntry } from "./domain/task/claim.ts";
import type { ListedTask, TaskName } from "./domain/task/listed-task.ts";
import type { Day, Instant } from "./domain/time.ts";

/** The only way in which time enters. */
export interface Clock {
  now(): Instant;
}

/** The only way in which chance enters: what nobody can guess, and nobody gets twice. */
export interface TokenSource {
  next(): LinkToken;
}

/** One record that the due index named. */
export interface DueEntry {
  readonly organization: OrganizationId;
  readonly patient: PatientId;
  readonly dueAt: Instant;
}

/**
 * The patients' records. `append` is the one conditional write of the system: it throws
 * `StaleRecord` (a `TryAgain`) when someone else wrote since `before` was loaded; a repeat after
 * a lost answer does so too, and then the reloaded record already holds the events.
 */
export interface RecordStore {
  /** A consistent read. */
  load(organization: OrganizationId, patient: PatientId): Promise<PatientRecord | undefined>;
  /**
   * Writes `after` with its next due time and the events it stands for.
   * `inputs` is a digest of what was decided on; the ledger keeps it.
   */
  append(change: RecordChange): Promise<void>;
  /** Records due by then, soonest first, at most `limit`. Eventually consistent. */
  due(lane: Lane, shard: number, by: Instant, limit: number): Promise<readonly DueEntry[]>;
}

export interface RecordChange {
  readonly before: PatientRecord;
  readonly after: PatientRecord;
  readonly events: readonly RecordEvent[];
  readonly inputs: string;
}

export interface ProfileStore {
  load(organization: OrganizationId, patient: PatientId): Promise<Profile | undefined>;
  /** Replaces; repeats are harmless. */
  save(profile: Profile): Promise<void>;
}

export interface FactStore {
  load(organization: OrganizationId, patient: PatientId): Promise<PatientFacts | undefined>;
  /**
   * Replaces if nobody did since `revision` was loaded (0: never stored), else throws
   * `StaleRecord`.
   */
  save(organization: OrganizationId, facts: PatientFacts, revision: number): Promise<void>;
}

/** For each campaign, the days on which its audience starts to hold, by patient. */
export interface EligibilityIndex {
  /**
   * Replaces the patient's entries for the campaigns of `entries`. Of `solved`, the campaigns
   * without an entry are removed: nothing in sight makes the audience hold. Repeats are harmless.
   */
  replace(
    organization: OrganizationId,
    patient: PatientId,
    entries: readonly EligibilityEntry[],
    solved?: readonly CampaignId[],
  ): Promise<void>;
  entry(
    organization: OrganizationId,
    patient: PatientId,
    campaign: CampaignId,
  ): Promise<EligibilityEntry | undefined>;
  /**
   * Replaces one entry if it is still as it was loaded, else throws `StaleRecord`: somebody solved
   * the patient again, and that must not be undone.
   */
  move(
    organization: OrganizationId,
    patient: PatientId,
    before: EligibilityEntry,
    after: EligibilityEntry,
  ): Promise<void>;
  /** Patients whose next start is on or before that day, a page at a time. */
  starting(
    organization: OrganizationId,
    campaign: CampaignId,
    by: Day,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<{ readonly patients: readonly PatientId[]; readonly cursor?: string }>;
}

/** Who has a name and a birth date, for staff who look for somebody. */
export interface PersonIndex {
  /**
   * Patients of that family name, written in whatever way, who were born on that day; at most
   * `limit`. Eventually consistent; who was not imported since there is this index is not found.
   */
  born(
    organization: OrganizationId,
    family: string,
    on: Day,
    limit: number,
  ): Promise<readonly PatientId[]>;
}

/** Everybody who has a profile, for the rare work that must look at all. */
export interface PatientDirectory {
  /**
   * One page of a slice; slices are disjoint, together they are everybody, and workers read them
   * beside each other. `limit` bounds what is looked at, so a page may be empty and not the last.
   */
  page(
    organization: OrganizationId,
    slice: { readonly index: number; readonly of: number },
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<{ readonly patients: readonly PatientId[]; readonly cursor?: string }>;
}

/** How far the population has been solved again since audiences last changed. */
export interface ResolutionStore {
  /** The latest resolution; older ones are forgotten. */
  current(organization: OrganizationId): Promise<Resolution | undefined>;
  begin(organization: OrganizationId, resolution: Resolution): Promise<void>;
  /** Of a resolution that is no longer the current one, nothing is kept. */
  checkpoint(
    organization: OrganizationId,
    resolution: string,
    slice: number,
    progress: SliceProgress,
  ): Promise<void>;
}

export interface Resolution {
  readonly id: string;
  /** Of the audiences that are solved. */
  readonly digest: string;
  readonly startedAt: Instant;
  readonly slices: readonly SliceProgress[];
}

export interface SliceProgress {
  /** Patients solved so far. */
  readonly solved: number;
  readonly isDone: boolean;
  /** Where to go on. */
  readonly cursor?: string;
}

/** Who can be reached at an address, and the guard of a phone that serves several people. */
export interface PointDirectory {
  /** Adds the patient to the owners of the point. Repeats are harmless. */
  link(organization: OrganizationId, point: PointId, patient: PatientId): Promise<void>;
  unlink(organization: OrganizationId, point: PointId, patient: PatientId): Promise<void>;
  owners(organization: OrganizationId, point: PointId): Promise<PointOwners>;
  /**
   * Notes a stop of this point, and answers who owns it now: whoever is linked later finds the stop,
   * so between the two nobody is missed. In any order with STARTs, and repeated, the end is the same.
   */
  stop(organization: OrganizationId, point: PointId, stop: PointStop): Promise<PointStopped>;
  /** Notes a START from this point: it lifts every stop that was said before. */
  start(organization: OrganizationId, point: PointId, at: Instant): Promise<void>;
  /**
   * Takes the shared point for one touch: adds it to the point's recent touches unless that would
   * break a cap, counted over all owners; the same touch key is counted once. A claim left by a
   * crash only counts one too many.
   */
  claim(claim: PointClaim): Promise<PointClaimed>;
  /**
   * Ascribes a reply from this point to one of its owners, and answers to whom it is ascribed: the
   * first to say so is believed, so that words that come twice are never two people's (law 7).
   */
  ascribe(
    organization: OrganizationId,
    point: PointId,
    reply: string,
    patient: PatientId,
  ): Promise<PatientId>;
}

export interface PointOwners {
  readonly patients: readonly PatientId[];
  /** The owner whose touch on this point was the latest, when it is shared. */
  readonly latest?: PatientId;
  /** The stops of this point that stand: they hold for whoever is found here later. */
  readonly stops: readonly PointStop[];
}

export interface PointStopped {
  readonly is: StopEffect;
  readonly patients: readonly PatientId[];
}

export interface PointClaim {
  readonly organization: OrganizationId;
  readonly point: PointId;
  readonly patient: PatientId;
  readonly touch: TouchKey;
  readonly channel: Channel;
  readonly at: Instant;
  /** None for direct answers, which caps do not count against. */
  readonly caps: readonly Cap[];
  /** Where this patient may live: their calendar counts the days. */
  readonly place: CapPlace;
}

export type PointClaimed =
  | { readonly is: "claimed" }
  /** The caps allow another touch from then on. */
  | { readonly is: "refused"; readonly until: Instant };

export interface CampaignStore {
  /** One immutable version. May be cached forever. */
  version(
    organization: OrganizationId,
    id: CampaignId,
    version: number,
  ): Promise<Campaign | undefined>;
  /** The control items of all campaigns: live version, paused or not. Read at claim time. */
  live(organization: OrganizationId): Promise<readonly CampaignControl[]>;
  /**
   * Stores the definition as the next version and makes it live, with where it came from, all or
   * nothing; the same content again changes nothing, but keeps its origin where there is none yet.
   * Returns the live version.
   */
  publish(organization: OrganizationId, campaign: Campaign, origin?: Origin): Promise<number>;
  setPaused(organization: OrganizationId, id: CampaignId, paused: boolean): Promise<void>;
}

export interface CampaignControl {
  readonly id: CampaignId;
  readonly version: number;
  readonly isPaused: boolean;
}

/** What published versions were made of. Written with the version and never changed. */
export interface OriginStore {
  /** Of one version; none where it was published without one. */
  load(organization: OrganizationId, id: CampaignId, version: number): Promise<Origin | undefined>;
  /** Without their texts, the latest first, at most `limit`. */
  latest(
    organization: OrganizationId,
    id: CampaignId,
    limit: number,
  ): Promise<readonly PublishedVersion[]>;
}

export type PublishedVersion = Omit<Origin, "texts" | "links"> & { readonly version: number };

/** Campaigns that somebody works on, one draft of each. */
export interface DraftStore {
  load(organization: OrganizationId, campaign: CampaignId): Promise<Draft | undefined>;
  /** All of them without their texts, by campaign. */
  list(organization: OrganizationId): Promise<readonly DraftHead[]>;
  /** Writes it where the stored one is still the version that was seen; 0: where there is none. */
  save(organization: OrganizationId, draft: Draft, seen: number): Promise<"saved" | "stale">;
  /** Takes away the version that was seen. What is gone already is removed. */
  remove(
    organization: OrganizationId,
    campaign: CampaignId,
    seen: number,
  ): Promise<"removed" | "stale">;
}

export type DraftHead = Omit<Draft, "texts" | "links">;

export interface OrganizationDirectory {
  load(organization: OrganizationId): Promise<Organization | undefined>;
  /** The organization that owns this number or address, for what comes in. */
  ofLine(line: string): Promise<OrganizationId | undefined>;
  save(organization: Organization): Promise<void>;
  /** What is stopped in this region, in the order of their names; read at claim time. */
  halts(organization: OrganizationId): Promise<readonly Halted[]>;
  /**
   * Stops it, once: what is halted stays as it is. A breaker's halt of before the last resume is
   * `unchanged` too, for it tells of what a person has mended since.
   */
  halt(organization: OrganizationId, halted: Halted): Promise<"halted" | "unchanged">;
  /** Lifts it; what is not halted stays so. */
  resume(organization: OrganizationId, what: Halt, at: Instant): Promise<void>;
  /** The latest deployment that was made the home of these patients; 0 until one is named. */
  epoch(organization: OrganizationId): Promise<number>;
  /** Only ever upwards. False when a later one holds already, and then nothing is changed. */
  raiseEpoch(organization: OrganizationId, epoch: number): Promise<boolean>;
}

/**
 * The organization's clinical concepts, as published beside its campaigns: what import needs to
 * know which facts matter and to solve audiences.
 */
export interface ConceptStore {
  /** Empty when none were published. */
  load(organization: OrganizationId): Promise<readonly Concept[]>;
  /** Replaces all. */
  save(organization: OrganizationId, concepts: readonly Concept[]): Promise<void>;
}

/** What one write of one record adds to its account: at least one row, and what they count for. */
export interface LedgerWrite {
  readonly rows: readonly LedgerRow[];
  readonly counts: readonly ReachCount[];
  /** Where this patient is counted from now on. */
  readonly cohorts: readonly CohortRef[];
}

/** Those who became eligible for a campaign in the same week. */
export interface CohortRef {
  readonly campaign: CampaignId;
  readonly week: Week;
}

/** Which tallies: of one campaign or all, of all weeks or from one through another. */
export interface ReachOf {
  readonly campaign?: CampaignId;
  readonly from?: Week;
  readonly through?: Week;
}

/** Append-only. Rows are keyed by the record's revision: a repeat writes nothing twice. */
export interface LedgerStore {
  /**
   * Keeps writes, a patient's in their order, and counts each of them once, however often and beside
   * whomever it is told and wherever anybody stops. After an error some may be kept and not counted
   * yet: telling them again makes it whole.
   */
  append(writes: readonly LedgerWrite[]): Promise<void>;
  of(organization: OrganizationId, patient: PatientId): AsyncIterable<LedgerRow>;
  /** The latest writes with all their rows, latest first; those before a revision where one is named. */
  latest(
    organization: OrganizationId,
    patient: PatientId,
    page: { readonly writes: number; readonly before?: number },
  ): Promise<{ readonly rows: readonly LedgerRow[]; readonly before?: number }>;
  /**
   * Every row, of every organization where none is named: each patient's together and in the order
   * of writing, in no order between patients.
   */
  all(organization?: OrganizationId): AsyncIterable<LedgerRow>;
  reach(organization: OrganizationId, of?: ReachOf): Promise<readonly ReachCount[]>;
  /**
   * Patients who are counted in a cohort, each once, in an order of their own: the place after one
   * of them tells nothing of whom it stands for.
   *
   * @param after where to go on, as the page before said.
   */
  cohort(
    organization: OrganizationId,
    cohort: CohortRef,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<CohortPage>;
}

export interface CohortPage {
  readonly patients: readonly { readonly patient: PatientId; readonly place: string }[];
  readonly isLast: boolean;
}

/** What was said, word for word, for agents: encrypted, apart from the ledger. */
export interface ReplyStore {
  /** Keeps the words under the inbound id; the same id again changes nothing. */
  keep(reply: KeptReply): Promise<void>;
  /** In the order of their moments; of one moment, of their ids. */
  of(organization: OrganizationId, patient: PatientId): Promise<readonly KeptReply[]>;
}

export interface KeptReply {
  readonly organization: OrganizationId;
  readonly patient: PatientId;
  readonly reply: string;
  readonly at: Instant;
  readonly channel: "sms" | "voice" | "email";
  readonly text: string;
}

/**
 * Puts work on a queue. At least once: every consumer must bear repeats. Bodies are contracts
 * (`shared/contracts/`), ids only, no PHI.
 */
export interface WorkQueue<Work> {
  send(work: readonly Work[]): Promise<void>;
  /** Messages waiting, about: release subtracts them from its budget. */
  backlog(): Promise<number>;
}

/**
 * What the links in our mails are good for. The token itself is kept nowhere: whoever reads the store
 * cannot use a single link.
 */
export interface LinkStore {
  /** Repeats are harmless. */
  save(token: LinkToken, link: Link): Promise<void>;
  /** Also one that has expired, until the store forgets it. */
  find(token: LinkToken): Promise<Link | undefined>;
}

/**
 * The pages that messages lead to: what each is for, how often its birth date was tried in vain, and what
 * was said on it. As of a link, the token is kept nowhere.
 */
export interface PageStore {
  /** Repeats are harmless. */
  save(token: LinkToken, link: PageLink): Promise<void>;
  /** Also one that has expired, until the store forgets it. */
  open(token: LinkToken): Promise<OpenedPage | undefined>;
  at(page: PageId): Promise<OpenedPage | undefined>;
  /**
   * Counts one try, before it is looked at: of any number that are made at once, `max` are counted at the
   * most. `attempt` names the try, so that a repeat counts once.
   */
  countTry(page: PageId, attempt: string, max: number): Promise<"counted" | "too-many">;
  /** It was right, so it is none of those that were in vain. Repeats are harmless. */
  forgiveTry(page: PageId, attempt: string): Promise<void>;
  /** Notes a word, unless one of its kind stands, and answers with the one that stands now. */
  say(page: PageId, word: PageWord): Promise<PageWord>;
}

/** Shows for a while that somebody knew the birth date: signed, and good for one page alone. */
export interface PageProofs {
  /** Letters, digits, `-`, `_` and `.`. */
  make(page: OpenedPage, expiresAt: Instant): string;
  holds(page: OpenedPage, proof: string, now: Instant): boolean;
}

/** When the patient was born, for the one question that opens a page. */
export interface BirthDates {
  birthDate(organization: OrganizationId, patient: PatientId): Promise<Day | undefined>;
}

/** The clinic's name and number, for pages that patients open. */
export interface ClinicDirectory {
  clinic(organization: OrganizationId): Promise<PageClinic | undefined>;
}

/** What is known of how much each lane's provider takes, beside the pace that it was said to. */
export interface PaceStore {
  slowing(lane: Channel): Promise<Slowing | undefined>;
  /** Replaces `before`, unless somebody else did: of workers that are throttled at once, one slows. */
  slow(lane: Channel, before: Slowing | undefined, after: Slowing): Promise<void>;
  /** Counts a message that the provider took, or may have taken. */
  noteSent(lane: Channel, at: Instant): Promise<void>;
  /** Messages noted since then; those of up to an hour before may be among them. */
  sentSince(lane: Channel, from: Instant): Promise<number>;
}

/**
 * Sends one text. Never tries twice: neither SMS nor SES has an idempotency token, so whatever is
 * not surely refused is `unknown`. `key` travels as the provider's context and comes back in
 * receipts. Does not throw for anything the provider or the network says.
 */
export interface SmsSender {
  send(sms: {
    readonly key: TouchKey;
    readonly to: string;
    readonly text: string;
    /** The carrier drops it after this many seconds. */
    readonly timeToLiveSeconds: number;
  }): Promise<SendOutcome>;
}

/**
 * The carrier's own list of numbers that take no texts from this organization: a second fence behind
 * the patients' records, which decide. Numbers in E.164. Every call may be repeated, after a lost
 * answer too. Throttled or out of reach, it throws `TryAgain`; a list that is missing or forbidden,
 * `Unrecoverable`.
 */
export interface CarrierOptOutList {
  /** From then on the carrier refuses texts to this number. One that is listed stays so. */
  add(number: string): Promise<void>;
  /**
   * Texts reach this number again, or did before. `refused`: it was taken off within the last 30
   * days and the carrier keeps it until they are over; a repeat before then is refused again.
   */
  remove(number: string): Promise<"removed" | "refused">;
}

/** Sends one mail. As `SmsSender`. */
export interface EmailSender {
  send(email: {
    readonly key: TouchKey;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    readonly language: string;
    /** Of the link by which one click stops all mail (RFC 8058). Without it, an address does. */
    readonly unsubscribeToken?: LinkToken;
  }): Promise<SendOutcome>;
}

/**
 * Places one call. Connect knows the key as `ClientToken` for 7 days, so an unknown outcome could
 * be asked again; the engine still never does.
 */
export interface CallPlacer {
  place(call: {
    readonly key: TouchKey;
    readonly to: string;
    readonly language: string;
    /** What the flow says; keys are the flow's attribute names. */
    readonly script: CallScript;
  }): Promise<SendOutcome>;
}

export interface CallScript {
  /** The whole message, opt-out by 9 included; the flow repeats it once. */
  readonly message: string;
  /** Left on a machine; without it nothing is left. */
  readonly voicemail?: string;
}

/**
 * Which touch a call was made for: Connect tells of unanswered calls by contact id alone. Written
 * right after the call is placed; the same contact again changes nothing.
 */
export interface CallDirectory {
  remember(contact: string, key: TouchKey): Promise<void>;
  touchOf(contact: string): Promise<TouchKey | undefined>;
}

/** Puts a task before agents. Idempotent by task id and raise count (Connect `ClientToken`). */
export interface TaskDesk {
  raise(task: {
    readonly organization: OrganizationId;
    readonly patient: PatientId;
    readonly task: Task;
    /** BCP-47, the patient's own choice before the profile's. */
    readonly language: string;
    /** What the agent brings: an interpreter, a relay service for the deaf. */
    readonly needs: PatientNeeds;
  }): Promise<void>;
}

/**
 * The open tasks of an organization, by urgency, and in whose hands each is: a view of the records,
 * which decide what is open. In any order, and repeated, the end is the same.
 */
export interface Worklist {
  /** Lists the task, or brings it up to date. What an older revision of its record says changes nothing. */
  list(task: ListedTask): Promise<void>;
  /**
   * Takes it off, whoever had it: the record of that revision has no such task. Unless a later one
   * listed it again.
   */
  close(name: TaskName, closed: ClosedTask): Promise<void>;
  /** A consistent read. A closed task is forgotten after some days. */
  find(name: TaskName): Promise<FoundTask | undefined>;
  /** Puts it into these hands if nobody changed them since that version; else it is `changed`. */
  assign(
    name: TaskName,
    version: number,
    claim: Claim | undefined,
  ): Promise<WorklistEntry | "changed">;
  /** By priority, then deadline. Eventually consistent: `find` says what holds. */
  page(
    organization: OrganizationId,
    filter: WorklistFilter,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<{ readonly entries: readonly WorklistEntry[]; readonly cursor?: string }>;
}

export interface ClosedTask {
  readonly revision: number;
  readonly at: Instant;
  /** Where it was closed in the console: by whom, and how. */
  readonly closing?: Closing;
}

export type FoundTask =
  | ({ readonly is: "open" } & WorklistEntry)
  | { readonly is: "closed"; readonly closing?: Closing; readonly listed?: ListedTask };

export interface WorklistFilter {
  readonly queue?: string;
  /** Everybody's where it is left out. */
  readonly heldBy?: { readonly user: string } | "nobody";
}

/** What staff wrote about a task: encrypted, and never part of a message. Nothing is taken back. */
export interface NoteStore {
  /** Keeps the note under its id and answers what is kept: the same id again changes nothing. */
  keep(note: KeptNote): Promise<KeptNote>;
  /** In the order of their moments; of one moment, of their ids. */
  of(name: TaskName): Promise<readonly KeptNote[]>;
}

export interface KeptNote {
  readonly task: TaskName;
  readonly note: string;
  readonly at: Instant;
  readonly user: string;
  /** As colleagues know them. */
  readonly name: string;
  readonly text: string;
}

/** Who of an organization's agents is there: a task may be handed to them. */
export interface StaffRoster {
  /** Repeats are harmless; the latest moment counts. */
  seen(member: StaffMember, at: Instant): Promise<void>;
  /** Who was seen since then, the latest first. */
  since(organization: OrganizationId, at: Instant): Promise<readonly SeenColleague[]>;
}

export interface SeenColleague {
  readonly user: string;
  readonly name: string;
  readonly at: Instant;
}

/**
 * Who of the staff saw or changed what of which patient (45 CFR 164.312(b), audit controls):
 * append-only, encrypted, and kept for good. Nothing leaves before it is here.
 */
export interface ViewLog {
  /** Repeats are harmless. */
  note(view: PatientView): Promise<void>;
  /** Latest first. */
  page(
    organization: OrganizationId,
    patient: PatientId,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<{ readonly views: readonly PatientView[]; readonly cursor?: string }>;
}

export interface PatientView {
  readonly organization: OrganizationId;
  readonly patient: PatientId;
  readonly at: Instant;
  readonly user: string;
  readonly name: string;
  /** `GET /v1/patients/{patient}`: what was asked, never what was told. */
  readonly route: string;
  /** The gateway's id of the request. */
  readonly request: string;
}

/** Files handed in for import, and where bad lines go. */
export interface FileStore {
  /** The file's lines; `.gz` is unpacked. Lines are numbered from 1. */
  lines(file: string): AsyncIterable<string>;
  /**
   * The records of a delimited file from a place on, its header among them: any line ends, a byte
   * order mark, quoted fields, blank lines left out; `.gz` is unpacked. What is not well-formed costs
   * one line, and the next is read. A place at which no line begins throws `Unrecoverable`: the file
   * was replaced since.
   */
  records(file: string, from: FilePlace, format: DelimitedFormat): AsyncIterable<FileRecord>;
  /** Adds a report beside the import, e.g. quarantined lines with their reasons. */
  write(file: string, body: string): Promise<void>;
}

/** Where a line begins. */
export interface FilePlace {
  /** From 1. */
  readonly line: number;
  /** From 0; of a packed file, in what is unpacked. */
  readonly byte: number;
}

export interface DelimitedFormat {
  readonly delimiter: "," | ";" | "\t";
  /** Fields that hold no line break, from 0: one that does shows a quote that was left open. */
  readonly oneLine: readonly number[];
}

export interface FileRecord {
  /** The line on which it begins. */
  readonly line: number;
  /** Trimmed. Absent: the line is not well-formed. */
  readonly fields?: readonly string[];
  /** Where to go on after it. */
  readonly next: FilePlace;
}
