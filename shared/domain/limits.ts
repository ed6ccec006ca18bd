/**
 * Every bound of the engine, with its reason. A campaign that exceeds one is refused by `check`;
 * a run that reaches one says so with an event and never hangs.
 */

/** Steps of one campaign file. A ladder that a care manager can review on one page has under 20. */
export const stepsPerCampaignMax = 60;

/** Step entries of one enrollment, loops included: past it the enrollment ends as `too-long`. */
export const stepsPerEnrollmentMax = 60;

/** Active enrollments of one patient: keeps the hot record small and a person un-besieged. */
export const enrollmentsPerPatientMax = 8;

/** Tasks kept on the record (open ones are never dropped: past it, new ones join the newest). */
export const openTasksPerPatientMax = 12;

/** Inbound ids remembered so that a redelivered reply does nothing. SQS keeps messages 14 days. */
export const heardRepliesMax = 16;

/** Answers offered by one question: the digits 1 to 9 of a phone, less 9 (opt-out on calls). */
export const answersPerQuestionMax = 8;

/** Tries of one call step, each counted by the caps. */
export const triesPerCallMax = 4;

/** After its claim a provider call starts within this, or the touch is let go again. Ms. */
export const startWithinMs = 3_000;

/** A provider call is cut off here. Together with `startWithinMs` it is the published bound of
 * what an opt-out can no longer stop: 10 seconds from the claim (law 4). Ms. */
export const sendTimeoutMs = 7_000;

/** How long a claim holds the touch: provider timeout, two writes and slack. Longer than the
 * timeout, so that the due index never finds a claim whose provider call can still start. Ms. */
export const sendLeaseMs = 60_000;

/** How far a worker's clock may be off, either way: hosts that follow a time service stay within a
 * second. No contact starts sooner than this after an opening. Ms. */
export const clockSkewMs = 30_000;

/** Kept free before the window closes: the skew, and as long again for the carrier. Ms. */
export const windowGuardMs = 2 * clockSkewMs;

/** A call may last: it starts no later than this before the window closes, which is more than the
 * skew. Ms. */
export const callLeadMs = 5 * 60_000;

/** How long a carrier may take for a receipt (AWS End User Messaging: up to 72 hours). After it,
 * a touch of unknown outcome is closed as `unconfirmed`. Ms. */
export const receiptDeadlineMs = 72 * 3_600_000;

/** Wait before a throttled or refused-connection send is tried again, when the provider names
 * none. Ms. */
export const releaseBackoffMs = 60_000;

/** Claims of one touch that ended surely before acceptance, before it is given up as failed. */
export const releasesPerTouchMax = 8;

/** Failures in a row that may each pass, before a number or address is given up (contact-rules A8:
 * temporary three times). */
export const failuresInARowMax = 3;

/** How much later than first planned a touch may go because others of the same patient went first.
 * A reminder two weeks late is a reminder of something else. Ms. */
export const arbitrationMaxMs = 14 * 24 * 3_600_000;

/** Touches of other campaigns whose news one message carries: more than three things is a list. */
export const mergedTouchesMax = 2;

/** The same courtesy is not said again within this: two machines that answer each other must end.
 * Ms. */
export const acknowledgeAgainMs = 12 * 3_600_000;

/** Words that may save a life are repeated, but not to each of ten texts in a minute. Ms. */
export const safetyAgainMs = 5 * 60_000;

/** How long after its question an answer is still taken for it. Days. */
export const lateAnswerDaysMax = 30;

/** Replies to the patient (opt-out confirmation, help, safety text) go within this or never: the
 * FCC presumes consent for a confirmation within 5 minutes (47 CFR 64.1200(a)(12)). Ms. */
export const noticeNotAfterMs = 5 * 60_000;

/** How long KEEP is taken for the answer to "only these, or everything?"; the rest is everything
 * (47 CFR 64.1200(a)(12): no answer means all). Long enough for who looks at the phone once a day. Ms. */
export const keepWithinMs = 24 * 3_600_000;

/** Who takes a conversation has it at most this long without a word: an agent who went home must
 * not silence a patient for good. Ms. */
export const conversationOwnedMaxMs = 72 * 3_600_000;

/** Safety texts are useful for longer than a courtesy: a delayed 911 text still helps. Ms. */
export const safetyNoticeNotAfterMs = 30 * 60_000;

/** Recent touches kept on the record at the least as long as the widest cap looks back. Days. */
export const capLookBackDays = 30;

/** Characters of an SMS body accepted by AWS End User Messaging. */
export const smsCharactersMax = 1_600;

/** Length of one reply that is read; the rest is kept but not searched. Characters. */
export const replyCharactersMax = 1_600;

/** A stay in a hospital or nursing home that was never closed in the source system is taken for
 * over after this: a forgotten entry must not silence a patient for good. Days. */
export const facilityStayDaysMax = 365;

/** Records due that one release hands to one lane at a time: one DynamoDB page. */
export const releasePerTickMax = 1_000;

/** How long the link in a mail stops what its reader is sent. A way out must work for 30 days at the
 * least (15 USC 7704(a)(3)(A)(ii)); a mail that is found again a year later is obeyed, too. Ms. */
export const linkLifeMs = 400 * 24 * 3_600_000;

/** How long the page of a message takes answers: as long as an answer is taken for its question. Ms. */
export const pageLifeMs = lateAnswerDaysMax * 24 * 3_600_000;

/** Birth dates that may be wrong on one page, before it asks no more and shows nothing. Whoever found the
 * phone and guesses has 5 of the 25,000 days on which people who are alive were born. */
export const birthDateTriesMax = 5;

/** How long a page stays open once the birth date was right: to read it and press a button, and no longer
 * than somebody leaves a phone on a table (WCAG 2.2, 2.2.1 asks for no less than the patient needs: it can
 * be opened again). Ms. */
export const pageProofMs = 20 * 60_000;

/** How long ago something may have been done that a patient dates on a page. Years. */
export const doneYearsMax = 5;

/** Published versions of one campaign that its history lists, the latest: five years of one a fortnight. */
export const historyMax = 130;

/** Conditions of one named rule, those that it names written out: nobody can review more. */
export const conditionsPerRuleMax = 200;

/** Problems of a draft that are told at once, the first by their places: enough for hours of work. */
export const problemsToldMax = 200;
