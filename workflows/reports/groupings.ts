/** By what a report tells its rows apart. */
export const groupings = ['group', 'unit', 'topic', 'month', 'conference'] as const
export type Grouping = (typeof groupings)[number]
export const isGrouping = (name: unknown): name is Grouping => (groupings as readonly unknown[]).includes(name)
