import type { Weekday } from "../calendar.ts";
import { type StateCode, stateCodes } from "../patient/state-zones.ts";
import type { ContactWindow, DayHours } from "./window.ts";

/**
 * Hours in which states allow telephone solicitation, as of November 2026. A message about care is
 * none, so they bind an organization only where its policy says so (`strictStateHours`); counsel
 * confirms a row before it is leaned on. Where sources disagree the stricter stands. Times are those
 * of the called party, unless the state names a clock. Holidays are the federal ones as observed:
 * those of a state alone (Mardi Gras in Louisiana, Pioneer Day in Utah) belong to the
 * organization's own closed days.
 */
export interface StateHours {
  readonly window: ContactWindow;
  /** The statute or rule where it is known, else the published tables that were compared. */
  readonly source: string;
  readonly note?: string;
}

/** Compared with each other: tables for call centers, which name few statutes. */
const tables = "call center tables of ClickPoint (July 2025) and Drop Cowboy (November 2025)";

const until8 = from(8, 20);
const until9 = from(8, 21);
const nineTo8 = from(9, 20);
const nineTo9 = from(9, 21);

/** States with hours of their own. Elsewhere the federal hours hold. */
export const stateHours: Readonly<Partial<Record<StateCode, StateHours>>> = {
  AL: { window: week({ weekdays: until8, sunday: "none", holidays: "closed" }), source: tables },
  CT: {
    window: week({ weekdays: nineTo8 }),
    source: "Conn. Gen. Stat. 42-288a as amended by SB 1058 (2023)",
    note: "An older table has 9 to 21.",
  },
  FL: { window: week({ weekdays: until8 }), source: "Fla. Stat. 501.616(6)" },
  IL: {
    window: week({ weekdays: nineTo9 }),
    source: "815 ILCS 305/15",
    note: "8 to 21 where nothing is prerecorded.",
  },
  KY: { window: week({ weekdays: from(10, 21) }), source: "Ky. Rev. Stat. 367.46955" },
  LA: {
    window: week({ weekdays: until8, sunday: "none", holidays: "closed" }),
    source: "La. PSC General Order R-29617 (V)(A)(2)",
    note: "During a state of emergency nobody may be called: closed days.",
  },
  MD: { window: week({ weekdays: until8 }), source: "Stop the Spam Calls Act (2024)" },
  MA: { window: week({ weekdays: until8 }), source: tables },
  MI: { window: week({ weekdays: nineTo9 }), source: tables },
  MN: { window: week({ weekdays: nineTo9 }), source: "Minn. Stat. 325E.30" },
  MS: {
    window: week({
      weekdays: until8,
      sunday: "none",
      holidays: "closed",
      zone: "America/Chicago",
    }),
    source: tables,
    note: "Read on Central time. One table leaves holidays open.",
  },
  NE: {
    window: week({ weekdays: until9, sunday: from(13, 21), holidays: from(13, 21) }),
    source: "291 Neb. Admin. Code ch. 11, 3",
    note: "For prerecorded messages.",
  },
  NV: { window: week({ weekdays: nineTo8 }), source: tables },
  NM: { window: week({ weekdays: nineTo9 }), source: "N.M. Stat. 57-12-22" },
  OK: { window: week({ weekdays: until8 }), source: "Okla. Stat. tit. 15, 775C.4" },
  PA: {
    window: week({
      weekdays: until9,
      saturday: from(8, 12),
      sunday: from(13.5, 20),
      holidays: "closed",
    }),
    source: tables,
    note: "Sources disagree on weekends; their common hours stand here.",
  },
  RI: {
    window: week({
      weekdays: from(9, 18),
      saturday: from(10, 17),
      sunday: "none",
      holidays: "closed",
    }),
    source: "R.I. Gen. Laws 5-61-2(9), 5-61-3.6",
  },
  SD: {
    window: week({ weekdays: nineTo9, sunday: "none" }),
    source: "S.D. Codified Laws 37-30-28",
  },
  TX: {
    window: week({ weekdays: nineTo9, sunday: from(12, 21) }),
    source: "Tex. Bus. & Com. Code 301.051",
    note: "Texts too since SB 140 (2025-09-01).",
  },
  UT: {
    window: week({ weekdays: until9, sunday: "none", holidays: "closed" }),
    source: "Utah Code 13-25a-103",
  },
  VA: { window: week({ weekdays: until9 }), source: "Va. Code 59.1-511, texts by SB 1339 (2026)" },
  WA: { window: week({ weekdays: until8 }), source: "RCW 19.158.040(2), 80.36.390" },
  WY: { window: week({ weekdays: until8 }), source: tables },
};

/** Telephone solicitation in every state: 47 CFR 64.1200(c)(1). */
const federalHours: ContactWindow = week({ weekdays: until9 });

const everyState: readonly ContactWindow[] = windowsOfStates(stateCodes);

/**
 * The windows of all states a patient may be in, to be intersected. Of a patient whose state nobody
 * knows, those of every state.
 */
export function stateWindows(states: readonly StateCode[] = []): readonly ContactWindow[] {
  return states.length > 0 ? windowsOfStates(states) : everyState;
}

function windowsOfStates(states: readonly StateCode[]): readonly ContactWindow[] {
  return [federalHours, ...states.flatMap((state) => stateHours[state]?.window ?? [])];
}

/** Hours on a 24-hour clock; 13.5 is half past one. */
function from(opens: number, closes: number): DayHours {
  return { opensMinute: opens * 60, closesMinute: closes * 60 };
}

interface Week {
  readonly weekdays: DayHours;
  /** As on weekdays where it is not named. */
  readonly saturday?: DayHours | "none";
  readonly sunday?: DayHours | "none";
  readonly holidays?: ContactWindow["holidays"];
  readonly zone?: string;
}

function week({ weekdays, saturday = weekdays, sunday = weekdays, ...rest }: Week): ContactWindow {
  const monToFri: readonly Weekday[] = [1, 2, 3, 4, 5];
  return {
    byWeekday: {
      ...Object.fromEntries(monToFri.map((day) => [day, weekdays])),
      ...(saturday === "none" ? {} : { 6: saturday }),
      ...(sunday === "none" ? {} : { 7: sunday }),
    },
    holidays: rest.holidays ?? "open",
    ...(rest.zone === undefined ? {} : { zone: rest.zone }),
  };
}
