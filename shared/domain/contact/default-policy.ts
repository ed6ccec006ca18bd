import type { ContactPolicy } from "./policy.ts";
import type { DayHours } from "./window.ts";

const nineToEight: DayHours = { opensMinute: 9 * 60, closesMinute: 20 * 60 };

/**
 * What an organization starts with. Stricter than the law on purpose: the federal hours of
 * 08:00–21:00 (47 CFR 64.1200(c)(1)) bind telephone solicitations only and several states are
 * narrower, so Monday to Saturday 09:00–20:00 without federal holidays lies inside nearly all of
 * them. One contact a day and three a week are the caps of the healthcare exemption
 * (47 CFR 64.1200(a)(9)(iv)(E)), applied to every channel together although consent would allow
 * more; a week is any 168 hours and the patient's own calendar week. The longer spans and the
 * spacing are our own. State hours bind solicitations and are left to the organization;
 * California's rule on automated calls (Pub. Util. Code 2871 to 2874) binds whoever calls, until
 * counsel finds an exception.
 */
export const defaultPolicy: ContactPolicy = {
  window: {
    byWeekday: {
      1: nineToEight,
      2: nineToEight,
      3: nineToEight,
      4: nineToEight,
      5: nineToEight,
      6: nineToEight,
    },
    holidays: "closed",
  },
  strictStateHours: false,
  liveIntroStates: ["CA"],
  caps: [
    { name: "one a day", per: "local-day", max: 1 },
    // An evening text and a morning call are two days and still too close.
    { name: "one in twelve hours", per: "rolling", hours: 12, max: 1 },
    { name: "three in seven days", per: "rolling", hours: 168, max: 3 },
    // A week in which the clock is set back has 169 hours.
    { name: "three a week", per: "local-week", max: 3 },
    { name: "ten in thirty days", per: "rolling", hours: 720, max: 10 },
    {
      name: "eight in thirty days for one campaign",
      per: "rolling",
      hours: 720,
      max: 8,
      alike: ["campaign"],
    },
    { name: "two calls in seven days", per: "rolling", hours: 168, max: 2, channels: ["voice"] },
    // Fla. Stat. 501.616(6)(b), Md. Stop the Spam Calls Act (2024), 15 O.S. 775C.4.
    {
      name: "three in a day about one subject, where the state says so",
      per: "rolling",
      hours: 24,
      max: 3,
      alike: ["campaign"],
      states: ["FL", "MD", "OK"],
    },
  ],
  revokeScope: "all",
  threadHours: 48,
  mergesSameDay: true,
  // The four of the contiguous states; Arizona's clock always agrees with one of them.
  unknownZones: ["America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"],
  spreadMinutes: 120,
};
