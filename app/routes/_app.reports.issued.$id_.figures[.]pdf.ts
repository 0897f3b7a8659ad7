import { downloadIssued } from '#app/issued/download-issued.server.ts'

export const loader = downloadIssued('pdf')
