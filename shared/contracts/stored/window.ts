import * as z from "zod";
import type { ContactWindow } from "../../domain/contact/window.ts";

const Minute = z.int().min(0).max(1440);
const DayHours = z.object({ opensMinute: Minute, closesMinute: Minute });

const Window = z.object({
  byWeekday: z.object({
    1: DayHours.exactOptional(),
    2: DayHours.exactOptional(),
    3: DayHours.exactOptional(),
    4: DayHours.exactOptional(),
    5: DayHours.exactOptional(),
    6: DayHours.exactOptional(),
    7: DayHours.exactOptional(),
  }),
  holidays: z.union([z.enum(["open", "closed"]), DayHours]),
  closedDays: z.array(z.int()).exactOptional(),
  zone: z.string().exactOptional(),
});

/** The first shape: the same hours on every day that was open. */
const SameHoursWindow = z
  .object({
    opensMinute: Minute,
    closesMinute: Minute,
    weekdays: z.array(z.int().min(1).max(7)),
    closedOnHolidays: z.boolean(),
  })
  .transform(
    ({ opensMinute, closesMinute, weekdays, closedOnHolidays }): ContactWindow => ({
      byWeekday: Object.fromEntries(weekdays.map((day) => [day, { opensMinute, closesMinute }])),
      holidays: closedOnHolidays ? "closed" : "open",
    }),
  );

/** A contact window as stored, in any shape that was ever stored. */
export const StoredWindow: z.ZodType<ContactWindow> = z.union([Window, SameHoursWindow]);
