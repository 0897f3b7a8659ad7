/** How a list of demands is shared out: `open`, `explained` and `done` without rest, `overdue` within `open`. */
export const directiveBoxes = ['open', 'overdue', 'explained', 'done'] as const
export type DirectiveBox = (typeof directiveBoxes)[number]
export const isDirectiveBox = (name: unknown): name is DirectiveBox => (directiveBoxes as readonly unknown[]).includes(name)
