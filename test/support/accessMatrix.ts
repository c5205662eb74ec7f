/** Which roles each address lets in: the plan that test/access.test.ts holds the real route table to. */
export const accessMatrix: Record<string, string> = {}

/** Pages before the sign-in wall, each with a wall of its own. */
export const openAddresses: string[] = []
