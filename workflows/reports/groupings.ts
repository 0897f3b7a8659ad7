/** By what a report tells its rows apart. */
export const groupings = ['group', 'unit', 'coordinating', 'topic', 'conference', 'zone', 'district', 'month'] as const
export type Grouping = (typeof groupings)[number]
export const isGrouping = (name: unknown): name is Grouping => (groupings as readonly unknown[]).includes(name)
