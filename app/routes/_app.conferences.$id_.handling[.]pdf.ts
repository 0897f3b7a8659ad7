import { downloadDocument } from '#app/documents/download-document.server.ts'

export const loader = downloadDocument('handling', 'pdf')
