import { exportIssues } from '#app/exports/export-issues.server.ts'

export const loader = exportIssues('csv')
