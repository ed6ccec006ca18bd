import * as z from "zod/mini";
import type { ContactWindow } from "../../domain/contact/window.ts";

const Minute = z.int().check(z.minimum(0), z.maximum(1440));
const DayHours = z.object({ opensMinute: Minute, closesMinute: Minute });

const Window = z.object({
  byWeekday: z.object({
    1: z.exactOptional(DayHours),
    2: z.exactOptional(DayHours),
    3: z.exactOptional(DayHours),
    4: z.exactOptional(DayHours),
    5: z.exactOptional(DayHours),
    6: z.exactOptional(DayHours),
    7: z.exactOptional(DayHours),
  }),
  holidays: z.union([z.enum(["open", "closed"]), DayHours]),
  closedDays: z.exactOptional(z.array(z.int())),
  zone: z.exactOptional(z.string()),
});

/** The first shape: the same hours on every day that was open. */
const SameHoursWindow = z.pipe(
  z.object({
    opensMinute: Minute,
    closesMinute: Minute,
    weekdays: z.array(z.int().check(z.minimum(1), z.maximum(7))),
    closedOnHolidays: z.boolean(),
  }),
  z.transform(
    ({ opensMinute, closesMinute, weekdays, closedOnHolidays }): ContactWindow => ({
      byWeekday: Object.fromEntries(weekdays.map((day) => [day, { opensMinute, closesMinute }])),
      holidays: closedOnHolidays ? "closed" : "open",
    }),
  ),
);

/** A contact window as stored, in any shape that was ever stored. */
export const StoredWindow: z.ZodMiniType<ContactWindow> = z.union([Window, SameHoursWindow]);
