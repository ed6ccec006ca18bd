import type { ListedTask } from "#domain/task/listed-task";

/** A routine task that a campaign opened. */
export function listed(
  overrides: Partial<ListedTask> & Partial<ListedTask["task"]> = {},
): ListedTask {
  const {
    organization = "oak",
    patient = "p1",
    revision = 1,
    language = "en",
    needs = {},
    ...own
  } = overrides;
  const { version = 1, task: _, ...task } = own;
  return {
    ...{ organization, patient, revision, version, language, needs },
    task: {
      id: "screening/check:2026-11-23:book:3",
      reason: "book",
      queue: "scheduling",
      priority: "routine",
      openedAt: 1_796_000_000_000,
      deadline: 1_796_086_400_000,
      raiseAt: 1_796_000_000_000,
      raised: 0,
      holds: false,
      enrollment: { campaign: "screening/check", episode: "2026-11-23" },
      ...task,
    },
  };
}
