let count = 0;

/** A fresh organization for each test, so that tests over one table never meet. */
export function organizationId(): string {
  count += 1;
  return `org-${count}`;
}
