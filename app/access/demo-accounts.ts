import { roles, type Role } from '#workflows/resolution/actor.ts'

/** One password for every demo account; it exists in demo mode only, and says so itself. */
export const demoPassword = 'doi-thoai-demo'
export const demoEmail = (name: string) => `${name.toLowerCase()}@demo.test`

type DemoAccount = { role: Role; email: string; unit?: string }

/** One account for each role, as printed at the start and offered on the sign-in page. */
export const demoAccounts: DemoAccount[] = roles.map((role) => ({ role, email: demoEmail(role) }))

/** Two of the accounts that every unit has, for the one with most of the demo's work. */
export const demoUnitAccounts: DemoAccount[] = (['officer', 'head'] as const).map((role) => ({
  role,
  unit: 'STNMT',
  email: demoEmail(`${role}.STNMT`),
}))

export const inDemoMode = () => ['1', 'true'].includes(process.env.DEMO ?? '')
