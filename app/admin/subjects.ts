/** What an administrator changes, as the log of changes names it. */
export const subjects = ['unit', 'person', 'group', 'topic', 'zone', 'calendarDay', 'calendarYear', 'policy', 'template', 'citation', 'conference'] as const
export type Subject = (typeof subjects)[number]
