/** The queues of agents that campaigns and replies name, each with one team behind it. */
export const taskQueueNames = [
  "crisis",
  "nurse",
  "pharmacy",
  "records",
  "registration",
  "scheduling",
  "service",
] as const;
export type TaskQueueName = (typeof taskQueueNames)[number];

/** Takes the tasks of a queue that is not in the list. */
export const fallbackQueue: TaskQueueName = "service";
