import { parseAlarmEvent } from "#contracts/aws/alarm-event";
import { channels } from "#domain/patient/contact-point";
import type { Logger } from "#observability/logger";
import type { HaltChannel } from "#usecases/halt-channel";
import { Unrecoverable } from "../../shared/errors.ts";

/** Is called by the alarm that a channel sends far more than was planned, and halts that channel. */
export function createHandler(haltChannel: HaltChannel, organization: string, log: Logger) {
  return async (event: unknown): Promise<void> => {
    const parsed = parseAlarmEvent(event);
    if (!parsed.ok) throw new Unrecoverable(parsed.reason);
    const { alarm, isRaised } = parsed.value;
    if (!isRaised) return;
    const channel = channels.find((one) => alarm.endsWith(`-too-many-${one}`));
    if (!channel) throw new Unrecoverable("alarm/no-channel");
    await haltChannel(organization, channel);
    log.error("Halted a channel that sent too much", { channel });
  };
}
