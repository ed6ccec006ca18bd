import type { Permissions } from "#local/permissions/permissions";
import type { PolicyStatement } from "#local/permissions/policy";

/** One action on one resource that one role is allowed, by one statement. */
export interface Grant {
  readonly role: string;
  /** Who acts in that role. */
  readonly holder: string;
  readonly action: string;
  readonly resource: string;
  readonly statement: PolicyStatement;
}

export function grantsIn(permissions: Permissions): readonly Grant[] {
  const holders = new Map(permissions.used().map(({ role, by }) => [role, by]));
  return [...permissions.roles].flatMap(([role, statements]) =>
    statements.flatMap((statement) =>
      statement.actions.flatMap((action) =>
        statement.resources.map((resource) => {
          const holder = holders.get(role) ?? role;
          return { role, holder, action, resource, statement };
        }),
      ),
    ),
  );
}

/** What the role may still do without that grant. */
export function without(
  { roles }: Permissions,
  { role, action, resource, statement }: Grant,
): readonly PolicyStatement[] {
  return (roles.get(role) ?? []).flatMap((one) => {
    if (one !== statement) return [one];
    const otherActions = one.actions.filter((each) => each !== action);
    const otherResources = one.resources.filter((each) => each !== resource);
    return [
      { ...one, actions: otherActions },
      { ...one, actions: [action], resources: otherResources },
    ];
  });
}
