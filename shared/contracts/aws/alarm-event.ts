import * as z from "zod/mini";
import { type Parsed, readContract } from "../parsed.ts";

const Alarm = z.looseObject({
  alarmData: z.looseObject({
    alarmName: z.string().check(z.minLength(1)),
    state: z.looseObject({ value: z.enum(["ALARM", "OK", "INSUFFICIENT_DATA"]) }),
  }),
});

/** An alarm that changed its state, as CloudWatch tells a function that is the alarm's action. */
export interface AlarmEvent {
  readonly alarm: string;
  readonly isRaised: boolean;
}

/** Source: CloudWatch user guide, "Invoke a Lambda function from an alarm". */
export function parseAlarmEvent(payload: unknown): Parsed<AlarmEvent> {
  const event = readContract(Alarm, payload, "alarm");
  if (!event.ok) return event;
  const { alarmName, state } = event.value.alarmData;
  return { ok: true, value: { alarm: alarmName, isRaised: state.value === "ALARM" } };
}
