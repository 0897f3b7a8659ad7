import { byNamespace, type Files } from './by-namespace.ts'

export default byNamespace(import.meta.glob('./vi/*.json', { eager: true }) as Files)
