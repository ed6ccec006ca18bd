import { parseScheduleInput } from "#contracts/schedule-input";
import type { Logger } from "#observability/logger";
import type { SelectPatients } from "#usecases/select-patients";
import { Unrecoverable } from "../../shared/errors.ts";

/** Runs daily: finds who is due for a campaign. A repeat enrolls nobody twice. */
export function createHandler(selectPatients: SelectPatients, log: Logger) {
  return async (event: unknown): Promise<void> => {
    const input = parseScheduleInput(event);
    if (!input.ok) throw new Unrecoverable(input.reason);
    if (input.value.schema !== "select.v1") throw new Unrecoverable("schedule/not-select");
    const { organization, campaign } = input.value;
    for (const selected of await selectPatients({
      organization,
      ...(campaign === undefined ? {} : { campaign }),
    })) {
      log.info("Selected patients", selected);
    }
  };
}
