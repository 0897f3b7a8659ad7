import { exportReport } from '#app/issued/export-report.server.ts'

export const loader = exportReport('xlsx')
