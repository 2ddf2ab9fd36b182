export const usernameLimits = { least: 3, most: 30 } as const;

/** As usernames are compared. */
export function normalUsername(username: string): string {
  return username.normalize('NFKC').trim().toLowerCase();
}

/** Letters and digits of one script, `_`, `-` and `.`: a mixture of scripts could look like the name of somebody else. */
export function isUsername(username: string): boolean {
  const name = normalUsername(username);
  if (name.length < usernameLimits.least || name.length > usernameLimits.most) return false;
  return /^(?:[\p{Script=Latin}0-9_.-]+|[\p{Script=Arabic}\p{Mn}0-9_.-]+)$/u.test(name) && /[\p{L}\p{N}]/u.test(name);
}
